import {deviation, quantileSorted} from "d3-array";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import {LEAST_FIT, LEAST_MARGIN, LEAST_NAMED, traitsOf} from "../../model/cluster/nameSegments.js";
import type {Findings} from "./findings.js";
import {variables} from "./variablesTable.js";

type SegmentFindings = Pick<Findings, "segments" | "definition" | "features">;

/** Tables of the segments: how large they are, and what their customers are like. */
export function segmentTables(findings: SegmentFindings, customers: PublishedTable): PublishedTable[] {
  const values = (name: string) => {
    const column = customers.columns.find((each) => each.name === name);
    if (column === undefined) throw new Error(`no column of customers: ${name}`);
    return Float64Array.from(column.values, (value) => (value === null ? Number.NaN : Number(value)));
  };
  const clusters = values("kmeans_cluster");
  const members = findings.segments.map((_, position) =>
    Array.from(clusters.keys()).filter((row) => clusters[row] === position + 1),
  );
  return [segments(findings, members, values("silhouette")), segmentProfiles(findings, members)];
}

/** Mean of the values that are there, updated one by one (Welford, Technometrics 4, 1962). */
function mean(values: readonly number[]): number {
  let count = 0;
  let found = 0;
  for (const value of values) if (!Number.isNaN(value)) found += (value - found) / ++count;
  return count === 0 ? Number.NaN : found;
}

/** @param members rows of each segment's customers, in display order */
function segments(
  findings: SegmentFindings,
  members: readonly (readonly number[])[],
  silhouettes: Float64Array,
): PublishedTable {
  const described = variables(findings);
  const total = members.reduce((sum, rows) => sum + rows.length, 0);
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
      `True where the group has that name. It needs ${LEAST_NAMED} customers, a mean rank of ${LEAST_FIT} in each variable of the rule, and a margin of ${LEAST_MARGIN}; else the group is called by what sets it apart.`,
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
    integer(
      "customers",
      "Customers in the segment.",
      members.map((rows) => rows.length),
    ),
    double(
      "share",
      "Share of all customers, from 0 to 1.",
      members.map((rows) => rows.length / total),
    ),
    double(
      "silhouette",
      "Mean silhouette width of its customers.",
      members.map((rows) => mean(rows.map((row) => silhouettes[row]))),
    ),
    ...described.map(({name, label, unit, values}) =>
      double(
        `total_${name}`,
        `Sum over the segment of: ${label} (${unit}).`,
        members.map((rows) => rows.reduce((sum, row) => sum + values[row], 0)),
      ),
    ),
  ]);
}

function segmentProfiles(findings: SegmentFindings, members: readonly (readonly number[])[]): PublishedTable {
  const profiles = variables(findings).flatMap(({name, values, z}) => {
    const overall = values.reduce((sum, value) => sum + value, 0) / values.length;
    return findings.segments.map(({id}, position) => {
      const rows = members[position];
      const own = rows.map((row) => values[row]);
      const sorted = [...Float64Array.from(own).sort()];
      return {
        variable: name,
        segment: id,
        position: position + 1,
        // a running mean is off in its last digit, so that of two equal means one is larger
        mean: own.reduce((sum, value) => sum + value, 0) / own.length,
        sd: deviation(own) ?? null,
        min: sorted[0] ?? null,
        q25: quantileSorted(sorted, 0.25) ?? null,
        median: quantileSorted(sorted, 0.5) ?? null,
        q75: quantileSorted(sorted, 0.75) ?? null,
        max: sorted[sorted.length - 1] ?? null,
        centroid: z === null ? null : mean(rows.map((row) => z[row])),
        overall,
      };
    });
  });
  return table(
    "segment_profiles",
    "What each segment is like: one row for each segment and variable.",
    profiles,
    [
      text("segment", "Identifier of the segment.", (r) => r.segment),
      integer("position", "Display order of the segment, from 1.", (r) => r.position),
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
