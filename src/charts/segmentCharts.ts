import {CrossTable} from "../components/plots/CrossTable.js";
import {SegmentProfiles} from "../components/plots/SegmentProfiles.js";
import {SegmentShares} from "../components/plots/SegmentShares.js";
import {SegmentStrips} from "../components/plots/SegmentStrips.js";
import {ShareBars} from "../components/plots/ShareBars.js";
import {ValueBars} from "../components/plots/ValueBars.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import type {Chapter} from "./chapter.js";
import {describeRows} from "./describeRows.js";
import {mostDistinct} from "./mostDistinct.js";

/**
 * What each segment has of the customers and of several sums.
 *
 * @param sums name of each sum, by variable
 */
export function segmentShares(chapter: Chapter, sums: Record<string, string>): ChartDefinition {
  return {
    ...sharesOf(chapter, sums),
    id: `${chapter.id}.shares`,
    draw: (rows, options) => SegmentShares(rows, "Share of the whole (%)", options),
  };
}

/** The same, small enough for the first screen of a phone, with each measure beside its bar. */
export function leadShares(chapter: Chapter, sums: Record<string, string>): ChartDefinition {
  return {
    ...sharesOf(chapter, sums),
    id: `${chapter.id}.lead`,
    draw: (rows, options) => SegmentStrips(rows, options),
  };
}

function sharesOf({schema}: Chapter, sums: Record<string, string>): Omit<ChartDefinition, "id" | "draw"> {
  const measures = [
    ["Customers", "share"],
    ...Object.entries(sums).map(([variable, name]) => [
      name,
      `total_${variable} / (SELECT sum(total_${variable}) FROM ${schema}.segments)`,
    ]),
  ];
  return {
    sql: measures
      .map(
        ([name, expression], place) =>
          `SELECT '${name}' AS measure, ${place} AS place, name, position, ${expression} AS share FROM ${schema}.segments`,
      )
      .join(" UNION ALL ")
      .concat(" ORDER BY place, position"),
    alt: (rows) =>
      `Bars divided among the segments. ${describeRows(rows, ["measure", "name"], "share", ".0%")}.`,
    columns: {measure: "Measure", name: "Segment", share: "Share"},
    formats: {share: ".1%"},
    legend: true,
  };
}

/**
 * How far each segment lies from the average customer in each variable.
 *
 * @param most of many variables those that differ most between the segments; default: all
 */
export function segmentProfiles({id, schema}: Chapter, most?: number): ChartDefinition {
  return {
    id: `${id}.profiles`,
    sql: `SELECT v.label, s.name, p.position, p.centroid, p.mean, p.median
      FROM ${schema}.segment_profiles p JOIN ${schema}.segments s USING (segment)
      JOIN ${schema}.variables v ON v.name = p.variable
      WHERE p.centroid IS NOT NULL${mostDistinct(schema, "v.name", most)} ORDER BY v.rowid, p.position`,
    alt: (rows) =>
      `Dots for each segment and variable. ${describeRows(rows, ["label", "name"], "centroid", "+.1f")}.`,
    columns: {
      label: "Variable",
      name: "Segment",
      centroid: "Standard deviations from the average",
      mean: "Mean",
      median: "Median",
    },
    legend: true,
    formats: {centroid: "+.2f", mean: ",.2f", median: ",.2f"},
    draw: SegmentProfiles,
  };
}

/**
 * The share of each segment that has the risk label.
 *
 * @param heading what the share is, for the text and the table
 */
export function flaggedShares({id, schema}: Chapter, heading: string): ChartDefinition {
  return {
    id: `${id}.flagged`,
    sql: `SELECT s.name, s.position, avg(CAST(high_risk AS INTEGER)) AS share, count(high_risk) AS customers
      FROM ${schema}.customers JOIN ${schema}.segments s USING (segment) GROUP BY s.name, s.position ORDER BY s.position`,
    alt: (rows) => `Bars for each segment. ${heading}: ${describeRows(rows, ["name"], "share", ".1%")}.`,
    columns: {name: "Segment", share: heading, customers: "Customers with a label"},
    formats: {share: ".1%", customers: ",d"},
    draw: (rows, options) => ShareBars(rows, `${heading} (%)`, options),
  };
}

/** How surely each segment is found again in resamples of the customers. */
export function segmentStability({id, schema}: Chapter): ChartDefinition {
  return {
    id: `${id}.stability`,
    sql: `SELECT name, t.position, jaccard AS value, jaccard_low, jaccard_least, resamples
      FROM ${schema}.stability t JOIN ${schema}.segments USING (segment) ORDER BY t.position`,
    alt: (rows) =>
      `Bars of the mean Jaccard index of each segment over resamples. ${describeRows(rows, ["name"], "value", ".3f")}.`,
    columns: {
      name: "Segment",
      value: "Mean Jaccard index",
      jaccard_low: "One resample in twenty is below",
      jaccard_least: "Least",
      resamples: "Resamples",
    },
    formats: {value: ".4f", jaccard_low: ".4f", jaccard_least: ".4f", resamples: "d"},
    draw: (rows, options) =>
      ValueBars(rows, {x: "Mean Jaccard index over the resamples", format: ".3f"}, options),
  };
}

/** The segments against the clusters of Ward's tree. */
export function wardAgreement({id, schema}: Chapter): ChartDefinition {
  return {
    id: `${id}.agreement`,
    sql: `SELECT k.name AS "row", w.name AS "column", a.customers
      FROM ${schema}.cluster_agreement a
      JOIN ${schema}.segments k ON k.position = a.kmeans_cluster JOIN ${schema}.segments w ON w.position = a.ward_cluster
      ORDER BY a.kmeans_cluster, a.ward_cluster`,
    alt: (rows) =>
      `Cross-table of k-means against Ward. ${describeRows(rows, ["row", "column"], "customers", ",d")}.`,
    columns: {row: "k-means", column: "Ward", customers: "Customers"},
    draw: (rows, options) => CrossTable(rows, "k-means", "Ward's tree", options),
  };
}
