import {deviation} from "d3-array";
import {NORMAL_975} from "../../../src/lib/statistics/tests/normalQuantile.js";
import {errorOfShare} from "../../engine/population/passes/sample.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import type {PopulationFindings, WholeValue} from "../tables/populationFindings.js";

/** Tables that are the same whether few or many customers are looked at, or whose values come from passes over all. */
const WHOLE = new Set([
  "variables",
  "parameters",
  "quality_rules",
  "input_file",
  "chapter",
  "actions",
  "risk_coefficients",
  "risk_metrics",
  "roc",
  "precision_recall",
  "calibration",
  "risk_lift",
  "risk_confusion",
]);

/** Tables with counts of customers, which are scaled up from the sample. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  k_clusters: ["customers"],
  k_flows: ["customers"],
  segment_levels: ["customers"],
  level_pairs: ["customers"],
  segment_numbers: ["customers"],
  label_by_segment: ["customers"],
  label_by_level: ["customers"],
};

/** Tables of those of the sample who are compared with each other. */
const COMPARED = new Set([
  "ward_merges",
  "ward_top",
  "ward_leaves",
  "cluster_agreement",
  "preparations",
  "preparation_sizes",
  "linkages",
  "linkage_segments",
  "linkage_heights",
  "linkage_labels",
  "gap_statistic",
  "stability",
  "bootstrap_agreement",
]);

/** Tables with ranks of probabilities. */
const RANKED = new Set(["risk_metrics", "roc", "precision_recall", "calibration", "risk_lift"]);

/** Says how ranks of all customers are found; see `riskOverAll`. */
const OF_RANKS =
  "Over all customers, ranks are counted in 16,384 bins of the log-odds, and customers of one bin count as ties: off by less than 0.001.";

/** Tables of which a sample gives only some rows: whether a query asks for any of these. */
const ASKS_FOR_SAMPLED: Readonly<Record<string, (sql: string) => boolean>> = {
  risk_metrics: (sql) => sql.includes("'cv_"),
  correlations: (sql) => sql.includes("'spearman'") || !sql.includes("'pearson'"),
};

/** Counts from those who are compared with each other. */
const COMPARED_COUNTS: Readonly<Record<string, readonly string[]>> = {
  preparations: ["customers", "moved", "outlying"],
  preparation_sizes: ["customers"],
};

/**
 * The tables of a sample, with what is known of all customers in its place. A table that remains of the sample says so.
 *
 * @param drawn customers in the sample, how many of them are compared with each other, the seed, and the silhouettes of those
 * compared at the chosen number of groups
 */
export function withWholeValues(
  tables: readonly PublishedTable[],
  {rows, whole}: Pick<PopulationFindings, "rows" | "whole">,
  drawn: {sampled: number; compared: number; seed: number; silhouettes: Float64Array},
): PublishedTable[] {
  const {sampled, compared, seed} = drawn;
  const byTable = new Map<string, WholeValue[]>();
  for (const value of whole) {
    const those = byTable.get(value.table);
    if (those === undefined) byTable.set(value.table, [value]);
    else those.push(value);
  }
  const count = (value: number) => value.toLocaleString("en-US");
  const sentenceOf = (size: number, which: string) =>
    `Of a sample: ${count(size)} of ${count(rows)} customers${which}, drawn with seed ${seed} in proportion to the segments; a share among them is right to ${(100 * errorOfShare(size)).toFixed(1)} percentage points (95% interval).`;
  const ofSample = sentenceOf(sampled, "");
  const ofCompared = sentenceOf(compared, " who are compared with each other");
  const width = silhouetteSentence(drawn.silhouettes);
  return tables.map((given) => {
    const table = withSentence(given, "silhouette", width);
    const values = byTable.get(table.name);
    if (values !== undefined) return replaced(table, values, ofSample);
    if (WHOLE.has(table.name))
      return {
        ...table,
        definition: [
          table.definition,
          ...(RANKED.has(table.name) ? [OF_RANKS] : []),
          ...(table.name === "risk_metrics" ? [`The cross-validated ones: ${ofSample}`] : []),
        ].join(" "),
      };
    const scaled = COUNTS[table.name] ?? COMPARED_COUNTS[table.name] ?? [];
    const factor = rows / (table.name in COMPARED_COUNTS ? compared : sampled);
    return {
      ...table,
      definition: `${table.definition} ${COMPARED.has(table.name) ? ofCompared : ofSample}${scaled.length === 0 ? "" : " Counts are scaled up to all customers."}`,
      columns: table.columns.map((column) =>
        scaled.includes(column.name)
          ? {
              ...column,
              values: Array.from(column.values, (value) =>
                typeof value === "number" ? Math.round(value * factor) : value,
              ),
            }
          : column,
      ),
    };
  });
}

/** How far a mean silhouette of the customers compared may be from that of all; empty where there are none. */
function silhouetteSentence(widths: Float64Array): string {
  const known = Array.from(widths).filter((width) => !Number.isNaN(width));
  const sd = deviation(known);
  if (sd === undefined) return "";
  const half = (NORMAL_975 * sd) / Math.sqrt(known.length);
  return `Measured on a sample of ${known.length.toLocaleString("en-US")} customers who are compared with each other: a mean over all of these is right to ±${half.toFixed(3)} (95% interval, at the chosen number of groups).`;
}

/**
 * The sentences of a definition, of a table or a column, that say of which sample it is, and how exact.
 *
 * @param table name of the table
 * @param sql a query that reads it, if one does: none of them concerns it where it asks for no row of a sample
 */
export function sampleSentences(table: string, definition: string, sql = ""): string[] {
  if (ASKS_FOR_SAMPLED[table]?.(sql) === false) return [];
  return definition.match(/(Of a sample:|Measured on a sample) .*?\(95% interval[^)]*\)\./g) ?? [];
}

function withSentence(table: PublishedTable, name: string, sentence: string): PublishedTable {
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.name === name && sentence !== ""
        ? {...column, definition: `${column.definition} ${sentence}`}
        : column,
    ),
  };
}

/** A table with the values of all customers; its other numbers say that they are of the sample. */
function replaced(table: PublishedTable, whole: readonly WholeValue[], ofSample: string): PublishedTable {
  const names = Object.keys(whole[0].key);
  const byKey = new Map<string, Record<string, number | null>>();
  for (const {key, values} of whole) {
    const at = names.map((name) => String(key[name])).join("\0");
    byKey.set(at, {...byKey.get(at), ...values});
  }
  const keys = names.map((name) => table.columns.find((column) => column.name === name)?.values ?? []);
  const rows = table.columns[0]?.values.length ?? 0;
  const found = Array.from({length: rows}, (_, row) =>
    byKey.get(keys.map((values) => String(values[row])).join("\0")),
  );
  const replacedNames = new Set(whole.flatMap(({values}) => Object.keys(values)));
  return {
    ...table,
    columns: table.columns.map((column) => {
      const isWhole = replacedNames.has(column.name);
      const isNumber = column.type === "DOUBLE" || column.type === "INTEGER";
      if (!isWhole)
        return isNumber && !names.includes(column.name) && !UNTOUCHED.has(column.name)
          ? {...column, definition: `${column.definition} ${ofSample}`}
          : column;
      const some = found.some((values) => values === undefined);
      return {
        ...column,
        ...(some ? {definition: `${column.definition} Of ranks, as Spearman's: ${ofSample}`} : {}),
        values: Array.from(column.values, (value, row) => {
          const values = found[row];
          return values === undefined || !(column.name in values) ? value : values[column.name];
        }),
      };
    }),
  };
}

/** Numbers that are no estimates. */
const UNTOUCHED = new Set(["position", "imputed", "from_value", "below", "lower", "upper"]);
