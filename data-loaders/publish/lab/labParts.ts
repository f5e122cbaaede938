import type {LabSettings} from "../../../src/lib/lab/labSettings.js";

/** Parts of an analysis, each made from those before it that its key names. */
export type LabPart =
  | "values"
  | "variables"
  | "groups"
  | "risk"
  | "customers"
  | "parameters"
  | "actions"
  | "search"
  | "resamples"
  | "preparations"
  | "elsewhere";

/**
 * The tables of each part. Those of `elsewhere` the lab does not make: they need packages or values that are not in the
 * browser. A table that is in no part tells of the file, and no setting touches it.
 */
export const tablesOfPart: Readonly<Record<LabPart, readonly string[]>> = {
  values: ["variable_summary", "correlations", "category_bands"],
  variables: ["variables", "components", "component_loadings", "component_scores"],
  groups: ["distributions", "segment_tests", "ward_merges", "ward_top", "ward_leaves", "cluster_agreement"],
  risk: [
    "risk_coefficients",
    "risk_metrics",
    "risk_folds",
    "roc",
    "precision_recall",
    "calibration",
    "calibration_unseen",
    "risk_lift",
    "risk_confusion",
  ],
  customers: [
    "customers",
    "customers_sample",
    "segments",
    "segment_profiles",
    "describing_columns",
    "segment_levels",
    "level_pairs",
    "label_by_segment",
    "label_by_level",
    "level_values",
  ],
  parameters: ["parameters"],
  actions: ["actions", "action_targets"],
  search: ["kmeans_sweep", "kmeans_restarts", "k_clusters", "k_profiles", "k_flows"],
  resamples: [
    "linkages",
    "linkage_segments",
    "linkage_heights",
    "linkage_labels",
    "gap_statistic",
    "stability",
    "bootstrap_agreement",
    "silhouette_without_groups",
  ],
  preparations: ["preparations", "preparation_sizes"],
  elsewhere: [
    "second_opinion",
    "describing_tests",
    "segment_numbers",
    "customer_segments",
    "other_analyses",
    "claims_in_other_analyses",
  ],
};

/**
 * For each part a key of the settings that its tables depend on: equal keys, equal tables.
 *
 * @param settings of an analysis
 */
export function labKeys(settings: LabSettings): Record<LabPart, string> {
  const {leftOut, order, missing, outliers, scaling, variables, logs} = settings;
  const {method, k, seed, starts, rule, threshold, costs, dayCost} = settings;
  const key = (...parts: unknown[]) => JSON.stringify(parts);
  // which customers have gaps or outliers depends on the variables that are in
  const judged = missing === "dropped" || outliers === "removed" ? variables : [];
  const values = key(leftOut ?? null, order, missing, outliers === "removed", judged);
  const scale = key(values, variables, logs, outliers, scaling);
  const groups = key(scale, method, k, seed, starts);
  const risk = key(values, variables, rule ?? null);
  const customers = key(groups, risk);
  const search = key(groups, "search");
  return {
    values,
    variables: scale,
    groups,
    risk,
    customers,
    parameters: key(groups, rule ?? null, threshold),
    actions: key(customers, Object.entries(costs).sort(), dayCost),
    search,
    resamples: search,
    preparations: search,
    elsewhere: customers,
  };
}
