import {wilsonInterval} from "../../../src/lib/statistics/tests/wilsonInterval.js";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import {FEWEST} from "../../source/describingValues.js";
import {type Findings, segmentPositions} from "./findings.js";
import {levelPairs} from "./levelPairs.js";
import {levelValues} from "./levelValues.js";

type DescribingFindings = Pick<
  Findings,
  "definition" | "features" | "segments" | "segmentOfCluster" | "risk"
> & {
  clusters: Pick<Findings["clusters"], "chosen">;
  analyses: Pick<Findings["analyses"], "describing">;
};

/** Tables on the columns that describe the customers and enter no distance; none where there are no such columns. */
export function describingTables(findings: DescribingFindings): PublishedTable[] {
  const outcome = findings.definition.risk?.evidence === "observed" ? [labelBySegment(findings)] : [];
  if (findings.features.describing.length === 0) return outcome;
  return [
    ...outcome,
    describingColumns(findings),
    segmentLevels(findings),
    levelPairs(findings),
    segmentNumbers(findings),
    describingTests(findings),
    levelValues(findings),
    ...(findings.risk === undefined ? [] : [outcomeByLevel(findings)]),
  ];
}

function describingColumns({definition, features}: DescribingFindings): PublishedTable {
  const names = features.describing.map(({name}) => name);
  return table(
    "describing_columns",
    "The columns that tell what the segments are like and enter no distance.",
    definition.contract.columns.filter(({name}) => names.includes(name)),
    [
      text("name", "Column of the customers table.", (r) => r.name),
      text("label", "Name for people.", (r) => r.label),
      text("kind", "text, number or date.", (r) => (r.type === "integer" ? "number" : r.type)),
      text("unit", "Unit of its medians.", (r) => (r.type === "date" ? "years" : r.unit)),
      text("definition", "What it measures.", (r) => r.definition),
    ],
  );
}

/** Segment and its position from 1 of a cluster; those of all customers are named so. */
function segmentOf({segments, segmentOfCluster}: DescribingFindings, cluster: number) {
  const position = cluster < 0 ? -1 : segmentOfCluster[cluster];
  return {segment: position < 0 ? "all" : segments[position].id, position: position + 1};
}

function segmentLevels(findings: DescribingFindings): PublishedTable {
  const rows = findings.analyses.describing.shares
    .map((row) => ({...row, ...segmentOf(findings, row.cluster), level_position: row.position}))
    .map((row) => ({...row, withheld: row.customers > 0 && row.customers < FEWEST}));
  return table(
    "segment_levels",
    `How many customers of each segment have each level of the columns that describe. Counts from 1 to ${FEWEST - 1} are withheld: NULL.`,
    rows,
    [
      text("variable", "Column of the customers table.", (r) => r.variable),
      text("level", "Level.", (r) => r.level),
      integer("level_position", "Order of the level, from 1.", (r) => r.level_position + 1),
      text("segment", "Segment, or all for all customers.", (r) => r.segment),
      integer("position", "Display order of the segment, from 1; 0 for all customers.", (r) => r.position),
      integer("customers", "Customers.", (r) => (r.withheld ? null : r.customers)),
      double("share", "Share of the segment.", (r) => (r.withheld ? null : r.share)),
      double("share_low", "Lower end of its 95% interval (Wilson).", (r) => (r.withheld ? null : r.low)),
      double("share_high", "Upper end of it.", (r) => (r.withheld ? null : r.high)),
    ],
  );
}

function segmentNumbers(findings: DescribingFindings): PublishedTable {
  const rows = findings.analyses.describing.numbers.map((row) => ({
    ...row,
    ...segmentOf(findings, row.cluster),
    withheld: row.customers < FEWEST,
  }));
  return table(
    "segment_numbers",
    `Quartiles of the numbers and dates that describe, by segment; withheld (NULL) for fewer than ${FEWEST} customers.`,
    rows,
    [
      text("variable", "Column of the customers table.", (r) => r.variable),
      text("segment", "Segment, or all for all customers.", (r) => r.segment),
      integer("position", "Display order of the segment, from 1; 0 for all customers.", (r) => r.position),
      integer("customers", "Customers with a value.", (r) => r.customers),
      double("q25", "Lower quartile.", (r) => (r.withheld ? null : r.q25)),
      double("median", "Median.", (r) => (r.withheld ? null : r.median)),
      double("q75", "Upper quartile.", (r) => (r.withheld ? null : r.q75)),
    ],
  );
}

function describingTests({analyses}: DescribingFindings): PublishedTable {
  return table(
    "describing_tests",
    "Whether the segments differ in the columns that describe: Kruskal–Wallis for numbers and dates, χ² for levels. These columns did not make the segments.",
    analyses.describing.tests,
    [
      text("variable", "Column of the customers table.", (r) => r.variable),
      text("method", "The test.", (r) => r.method),
      double("statistic", "H or X².", (r) => r.statistic),
      integer("degrees_of_freedom", "Degrees of freedom.", (r) => r.degreesOfFreedom),
      double("p_value", "Chance of such a statistic without differences.", (r) => r.pValue),
      double(
        "adjusted_p_value",
        "The same, corrected for the number of columns (Holm).",
        (r) => r.adjustedPValue,
      ),
      double(
        "effect",
        "Effect size from 0 to 1: ε² for numbers and dates, Cramér's V for levels.",
        (r) => r.effect,
      ),
    ],
  );
}

/** The share of an observed outcome in each segment. */
function labelBySegment(findings: DescribingFindings): PublishedTable {
  const label = findings.risk?.label ?? new Int8Array();
  const positions = segmentPositions(findings);
  const rows = findings.segments.map(({id}, position) => {
    const known = Array.from(positions.keys()).filter(
      (row) => positions[row] === position && label[row] >= 0,
    );
    const positives = known.reduce((sum, row) => sum + label[row], 0);
    const [low, high] =
      known.length === 0 ? [Number.NaN, Number.NaN] : wilsonInterval(positives, known.length);
    return {id, position, customers: known.length, share: positives / known.length, low, high};
  });
  return table("label_by_segment", "The share of customers with the outcome, by segment.", rows, [
    text("segment", "Identifier of the segment.", (r) => r.id),
    integer("position", "Display order, from 1.", (r) => r.position + 1),
    integer("customers", "Customers with a known outcome.", (r) => r.customers),
    double("share", "Share of them with the outcome.", (r) => r.share),
    double("share_low", "Lower end of its 95 % interval (Wilson).", (r) => r.low),
    double("share_high", "Upper end of it.", (r) => r.high),
  ]);
}

/** Levels have at least as many customers as are told apart. */
function outcomeByLevel({features, risk}: DescribingFindings): PublishedTable {
  const label = risk?.label ?? new Int8Array();
  const rows = features.describing.flatMap(({name, levels, values}) =>
    levels.map((level, position) => {
      let customers = 0;
      let positives = 0;
      values.forEach((value, row) => {
        if (value !== position || label[row] < 0) return;
        customers++;
        positives += label[row];
      });
      const [low, high] = customers === 0 ? [Number.NaN, Number.NaN] : wilsonInterval(positives, customers);
      return {
        name,
        level,
        position,
        customers,
        share: customers === 0 ? Number.NaN : positives / customers,
        low,
        high,
      };
    }),
  );
  return table(
    "label_by_level",
    "The share of customers with the label, by each level of the columns that describe.",
    rows,
    [
      text("variable", "Column of the customers table.", (r) => r.name),
      text("level", "Level.", (r) => r.level),
      integer("level_position", "Order of the level, from 1.", (r) => r.position + 1),
      integer("customers", "Customers with a known label.", (r) => r.customers),
      double("share", "Share of them with the label.", (r) => r.share),
      double("share_low", "Lower end of its 95% interval (Wilson).", (r) => r.low),
      double("share_high", "Upper end of it.", (r) => r.high),
    ],
  );
}
