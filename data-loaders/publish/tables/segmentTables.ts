import * as aq from "arquero";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
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
  return table("segments", "One row for each segment, in display order.", findings.definition.segments, [
    text("segment", "Identifier of the segment.", (r) => r.id),
    text("name", "Name of the segment in the report.", (r) => r.name),
    integer("position", "Display order, from 1; the k-means cluster's number.", (_, i) => i + 1),
    text(
      "named_by",
      "Rule that names it: of the clusters not yet named, the centroid that is extreme in a variable.",
      (r) => `${r.extreme} ${r.variable}`,
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
  "kmeans_cluster" | "mean" | "sd" | "min" | "q25" | "median" | "q75" | "max" | "centroid",
  number
>;

function segmentProfiles(findings: Findings, customers: aq.ColumnTable): PublishedTable {
  const profiles = variables(findings).flatMap(({name, values, z}) => {
    const rows = customers
      .assign(aq.table({z: z ?? values.map(() => Number.NaN)}))
      .groupby("segment", "kmeans_cluster")
      .rollup({
        mean: aq.op.mean(name),
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
