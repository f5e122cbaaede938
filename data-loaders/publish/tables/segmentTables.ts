import * as aq from "arquero";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import {LEAST_FIT, LEAST_MARGIN, traitsOf} from "../../model/cluster/nameSegments.js";
import type {Findings} from "./findings.js";
import {variables} from "./variablesTable.js";

/** Tables of the segments: how large they are, and what their customers are like. */
export function segmentTables(findings: Findings, customers: PublishedTable): PublishedTable[] {
  const base = aq.table(
    Object.fromEntries(customers.columns.map(({name, values}) => [name, Array.from(values)])),
  );
  return [segments(findings, base), segmentProfiles(findings, base)];
}

function segments(findings: Findings, customers: aq.ColumnTable): PublishedTable {
  const described = variables(findings);
  const sums = customers
    .groupby("kmeans_cluster")
    .rollup({
      customers: aq.op.count(),
      silhouette: aq.op.mean("silhouette"),
      ...Object.fromEntries(described.map(({name}) => [`total_${name}`, aq.op.sum(name)])),
    })
    .orderby("kmeans_cluster");
  const column = (name: string) => sums.array(name) as number[];
  const total = customers.numRows();
  return table("segments", "One row for each segment, in display order.", findings.segments, [
    text("segment", "Identifier of the segment.", (r) => r.id),
    text("name", "Name of the segment in the report.", (r) => r.name),
    integer("position", "Display order, from 1; the k-means cluster's number.", (_, i) => i + 1),
    text(
      "named_by",
      "Rule that names it. All rules are applied together: the mean ranks of the groups in the rules' variables add up to the most.",
      ({rule}) =>
        traitsOf(rule)
          .map(({extreme, variable}) => `${extreme} ${variable}`)
          .join(", "),
    ),
    text("declared_name", "Name that the rule would give it.", (r) => r.rule.name),
    truth(
      "name_fits",
      `True where the group has that name. It needs a mean rank of ${LEAST_FIT} in each variable of the rule, and a margin of ${LEAST_MARGIN}; else the group is called by what sets it apart.`,
      (r) => r.fits,
    ),
    double(
      "name_rank",
      "Mean rank of its customers in the rule's variables, from 0 to 1, turned so that 1 is what the name says; 0.5 is like all customers.",
      (r) => r.fit,
    ),
    double(
      "name_margin",
      "How much lower the sum of these ranks over all groups is in the best naming that gives this group another name; NULL where there is one group.",
      (r) => (Number.isFinite(r.margin) ? r.margin : null),
    ),
    integer("customers", "Customers in the segment.", column("customers")),
    double(
      "share",
      "Share of all customers, from 0 to 1.",
      column("customers").map((count) => count / total),
    ),
    double("silhouette", "Mean silhouette width of its customers.", column("silhouette")),
    ...described.map(({name, label, unit}) =>
      double(`total_${name}`, `Sum over the segment of: ${label} (${unit}).`, column(`total_${name}`)),
    ),
  ]);
}

type Summary = {segment: string} & Record<
  "kmeans_cluster" | "total" | "known" | "sd" | "min" | "q25" | "median" | "q75" | "max" | "centroid",
  number
>;

function segmentProfiles(findings: Findings, customers: aq.ColumnTable): PublishedTable {
  const profiles = variables(findings).flatMap(({name, values, z}) => {
    const rows = customers
      .assign(aq.table({z: z ?? values.map(() => Number.NaN)}))
      .groupby("segment", "kmeans_cluster")
      .rollup({
        total: aq.op.sum(name),
        known: aq.op.valid(name),
        sd: aq.op.stdev(name),
        min: aq.op.min(name),
        q25: aq.op.quantile(name, 0.25),
        median: aq.op.median(name),
        q75: aq.op.quantile(name, 0.75),
        max: aq.op.max(name),
        centroid: aq.op.mean("z"),
      })
      .orderby("kmeans_cluster")
      .objects() as Summary[];
    const overall = values.reduce((sum, value) => sum + value, 0) / values.length;
    return rows.map((row) => ({
      ...row,
      variable: name,
      // a running mean is off in its last digit, so that of two equal means one is larger
      mean: row.total / row.known,
      centroid: z === null ? null : row.centroid,
      overall,
    }));
  });
  return table(
    "segment_profiles",
    "What each segment is like: one row for each segment and variable.",
    profiles,
    [
      text("segment", "Identifier of the segment.", (r) => r.segment),
      integer("position", "Display order of the segment, from 1.", (r) => r.kmeans_cluster),
      text("variable", "Column of the customers table.", (r) => r.variable),
      double("mean", "Mean in the variable's unit.", (r) => r.mean),
      double("sd", "Standard deviation (n − 1).", (r) => r.sd),
      double("min", "Smallest value.", (r) => r.min),
      double("q25", "Lower quartile.", (r) => r.q25),
      double("median", "Median.", (r) => r.median),
      double("q75", "Upper quartile.", (r) => r.q75),
      double("max", "Largest value.", (r) => r.max),
      double(
        "centroid",
        "Mean of the standardised variable: standard deviations above the average customer. NULL for variables that do not enter the distances.",
        (r) => r.centroid,
      ),
      double("overall_mean", "Mean over all customers.", (r) => r.overall),
    ],
  );
}
