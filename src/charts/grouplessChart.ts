import {DotRows} from "../components/plots/DotRows.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import type {Chapter} from "./chapter.js";
import {describeRows} from "./describeRows.js";

/** The mean silhouette for each number of groups, beside the bound that data without groups stay below. */
export function grouplessChart({id, schema}: Chapter): ChartDefinition {
  return {
    id: `${id}.groupless`,
    sql: `SELECT k || ' groups' AS label, 'these customers' AS series, silhouette AS value, mean_without_groups, sd_without_groups, k
        FROM ${schema}.silhouette_without_groups
      UNION ALL SELECT k || ' groups', 'bound without groups', bound_without_groups, mean_without_groups, sd_without_groups, k
        FROM ${schema}.silhouette_without_groups ORDER BY k, series DESC`,
    alt: (rows) => `Dots of mean silhouettes. ${describeRows(rows, ["label", "series"], "value", ".3f")}.`,
    columns: {
      label: "Number of groups",
      series: "Data",
      value: "Mean silhouette",
      mean_without_groups: "Mean without groups",
      sd_without_groups: "Standard deviation without groups",
    },
    formats: {value: ".3f", mean_without_groups: ".3f", sd_without_groups: ".3f"},
    draw: (rows, options) => DotRows(rows, {...options, label: "Mean silhouette", domain: [0, 1]}),
  };
}
