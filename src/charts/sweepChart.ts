import {Sweep} from "../components/plots/Sweep.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import type {Chapter} from "./chapter.js";
import {describeRows} from "./describeRows.js";

/** The indexes of a clustering that the search for k looks at: name, label of the axis, and format. */
const indexes = {
  inertia: ["Inertia", "↑ Inertia (squared standard deviations)", ",.1f"],
  silhouette: ["Mean silhouette", "↑ Mean silhouette width", ".3f"],
  davies_bouldin: ["Davies–Bouldin index", "↑ Davies–Bouldin index (lower is better)", ".3f"],
  calinski_harabasz: ["Calinski–Harabasz index", "↑ Calinski–Harabasz index (higher is better)", ",.0f"],
} as const;

/** One index by number of clusters, with the others beside it in the chart's table. */
export function sweepChart({id, schema}: Chapter, index: keyof typeof indexes): ChartDefinition {
  const [title, label, format] = indexes[index];
  const all = Object.entries(indexes);
  return {
    id: `${id}.${index.replaceAll("_", "-")}`,
    sql: `SELECT k, ${all.map(([column]) => column).join(", ")}, chosen FROM ${schema}.kmeans_sweep ORDER BY k`,
    alt: (rows) => `${title} by number of segments. ${describeRows(rows, ["k"], index, format)}.`,
    columns: {k: "k", ...Object.fromEntries(all.map(([column, [name]]) => [column, name]))},
    formats: {k: "d", ...Object.fromEntries(all.map(([column, [, , print]]) => [column, print]))},
    draw: (rows, options) => Sweep(rows, index, label, options),
  };
}
