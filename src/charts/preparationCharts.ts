import {DotRows} from "../components/plots/DotRows.js";
import {SegmentShares} from "../components/plots/SegmentShares.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import type {Chapter} from "./chapter.js";
import {describeRows} from "./describeRows.js";

/** What the segments become after other preparations of the data: how far they agree, and how large they are. */
export function preparationCharts({id, schema}: Chapter): ChartDefinition[] {
  return [
    {
      id: `${id}.preparations`,
      sql: `SELECT label, k || ' segments' AS series, adjusted_rand AS value, customers, outlying, moved, silhouette, explained
        FROM ${schema}.preparations WHERE preparation <> 'report'
        ORDER BY max(adjusted_rand) FILTER (chosen) OVER (PARTITION BY preparation) DESC, label, chosen DESC`,
      alt: (rows) =>
        `Dots of the agreement with the report's segments. ${describeRows(rows, ["label", "series"], "value", ".2f")}.`,
      columns: {
        label: "Preparation",
        series: "Segments",
        customers: "Customers kept",
        outlying: "With an outlying value",
        moved: "In another segment",
        value: "Adjusted Rand index",
        silhouette: "Mean silhouette",
        explained: "Explained",
      },
      formats: {
        customers: ",d",
        outlying: ",d",
        moved: ",d",
        value: ".3f",
        silhouette: ".3f",
        explained: ".1%",
      },
      draw: (rows, options) => DotRows(rows, {...options, label: "Adjusted Rand index", domain: [0, 1]}),
    },
    {
      id: `${id}.preparation-sizes`,
      sql: `SELECT label AS measure, name, position, z.customers / p.customers AS share, z.customers, outlying, moved, p.silhouette
        FROM ${schema}.preparation_sizes z JOIN ${schema}.preparations p USING (preparation)
        JOIN ${schema}.segments USING (position) WHERE chosen ORDER BY p.rowid, position`,
      alt: (rows) =>
        `Bars divided among the segments, one for each preparation. ${describeRows(rows, ["measure", "name"], "customers", ",d")}.`,
      columns: {
        measure: "Preparation",
        name: "Segment",
        customers: "Customers",
        share: "Share of those kept",
        outlying: "With an outlying value",
        moved: "In another segment",
        silhouette: "Mean silhouette",
      },
      formats: {customers: ",d", share: ".1%", outlying: ",d", moved: ",d", silhouette: ".3f"},
      legend: true,
      draw: (rows, options) => SegmentShares(rows, "Share of the customers kept (%)", options),
    },
  ];
}
