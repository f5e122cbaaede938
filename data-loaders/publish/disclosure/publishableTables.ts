import type {PublishedRows} from "../../datasets/dataset.js";
import {type PublishedColumn, type PublishedTable, rowCount} from "../../engine/tables/publishedTable.js";
import {sampleSentences} from "../population/withWholeValues.js";
import {customersSample} from "../tables/customersSample.js";
import type {Findings} from "../tables/findings.js";
import {variables} from "../tables/variablesTable.js";
import {groupedTable} from "./groupedTable.js";
import {groupRows, type RowGroups} from "./groupRows.js";
import {measureRows, type RowMeasure} from "./measureRows.js";
import {smallestCell, withholdCells} from "./withholdCells.js";
import {withholdPairs} from "./withholdPairs.js";

/** What is published of the customers, and how far it singles them out. */
export interface Disclosure {
  rows: PublishedRows;
  /** The variables of the exact rows. */
  exact: RowMeasure;
  /** All columns of the published rows. */
  published: RowMeasure;
  /** All customers, where the rows are those of a sample of them. */
  sampleOf?: number;
  /** Counts of fewer than ten customers that were withheld, with others that would give them away. */
  withheldCells: number;
}

/** Tables whose rows stand for customers though they name none: merges of a tree begin with single rows. */
const ofCustomers = new Set(["ward_merges", "customers_sample"]);
/** What stands in place of what a rule on the input noted. */
export const withheldDetail = "Withheld: it names rows of the input.";
const withoutRows = "Its rows, which stand for single customers, are withheld.";

/** Decimals of a probability at which a curve bends: more would be a customer's own. */
const thresholdDecimals = 2;

/**
 * What may be published of the tables that the report was computed on: exact tables as they are; else customers in groups or
 * not at all, no count below ten, extremes of the published rows, and no detail on single rows of the input.
 *
 * @param tables of the findings, `customers` among them
 */
export function publishableTables(
  findings: Findings,
  tables: readonly PublishedTable[],
): {tables: PublishedTable[]; disclosure: Disclosure} {
  const {synthetic} = findings.customers.input;
  const rows = synthetic ? "exact" : (findings.definition.publishedRows ?? "grouped");
  const customers = tables.find(({name}) => name === "customers");
  if (customers === undefined) throw new Error("there is no table of customers");
  const measures = new Set(variables(findings).map(({name}) => name));
  const exact = measureRows(customers, [...measures]);
  const sampleOf = findings.population === undefined ? {} : {sampleOf: findings.population.rows};
  if (rows === "exact")
    return {tables: [...tables], disclosure: {rows, exact, published: exact, withheldCells: 0, ...sampleOf}};

  const groups = rows === "none" ? noGroups(customers) : groupsOf(customers, measures);
  const grouped = groupedTable(customers, groups, (name) => measures.has(name));
  let withheldCells = 0;
  const levels = tables.find(({name}) => name === "segment_levels");
  const published = tables.map((table) => {
    if (table.name === "customers") return grouped;
    if (table.name === "customers_sample") return sayingSample(customersSample(findings, grouped), customers);
    if (isAligned(table, customers)) return groupedTable(table, groups, () => false);
    if (ofCustomers.has(table.name) || hasRowsOfCustomers(table)) return emptied(table);
    const cells =
      table.name === "level_pairs" && levels !== undefined
        ? withholdPairs(table, withholdCells(levels).table)
        : withholdCells(withoutSingles(table, grouped));
    withheldCells += cells.withheld;
    return cells.table;
  });
  const columns = grouped.columns.map(({name}) => name).filter((name) => !isIdentity(name));
  return {
    tables: [
      ...published,
      ...(rows === "grouped" ? [sayingSample(segmentsByPseudonym(customers), customers)] : []),
    ],
    disclosure: {rows, exact, published: measureRows(grouped, columns), withheldCells, ...sampleOf},
  };
}

const isIdentity = (column: string) => column === "customer_id" || column === "row_number";

/** Within segments; by labels first, such as categories and the risk label, then by the variables. */
function groupsOf({columns}: PublishedTable, measures: ReadonlySet<string>): RowGroups {
  const segment = columns.find(({name}) => name === "segment");
  const told = columns.filter(
    ({name, type}) => !isIdentity(name) && (measures.has(name) || type === "VARCHAR" || type === "BOOLEAN"),
  );
  const strata = segment?.values ?? Array.from(columns[0]?.values ?? [], () => "");
  return groupRows(strata, told, smallestCell);
}

function noGroups(customers: PublishedTable): RowGroups {
  return {groupOf: new Int32Array(rowCount(customers)).fill(-1), groups: []};
}

/** True for a table with one row for each customer, in the order of the customers. */
function isAligned(table: PublishedTable, customers: PublishedTable): boolean {
  const numbers = table.columns.find(({name}) => name === "row_number")?.values;
  return (
    numbers !== undefined &&
    rowCount(table) === rowCount(customers) &&
    Array.from(numbers).every((number, row) => number === row + 1)
  );
}

function hasRowsOfCustomers({columns}: PublishedTable): boolean {
  return columns.some(({name}) => isIdentity(name));
}

function emptied({name, definition, columns}: PublishedTable): PublishedTable {
  return {
    name,
    definition: `${definition} ${withoutRows}`,
    columns: columns.map((column) => ({...column, values: []})),
  };
}

/** Takes out what single customers or rows of the input give: extremes, thresholds of curves, places in the file. */
function withoutSingles(table: PublishedTable, grouped: PublishedTable): PublishedTable {
  const values = (name: string) => table.columns.find((column) => column.name === name)?.values;
  const [variable, segment] = [values("variable"), values("segment")];
  const replace = ({name, type, values: given}: PublishedColumn): PublishedColumn["values"] => {
    if ((name === "min" || name === "max") && variable !== undefined)
      return Array.from(given, (_, row) =>
        extreme(grouped, name, String(variable[row]), segment === undefined ? null : String(segment[row])),
      );
    if (name === "threshold" && type === "DOUBLE")
      return Array.from(given, (value) =>
        typeof value === "number" ? Number(value.toFixed(thresholdDecimals)) : value,
      );
    if (table.name === "quality_rules" && name === "detail")
      return Array.from(given, (detail) => (detail === "" ? "" : withheldDetail));
    return given;
  };
  return {...table, columns: table.columns.map((column) => ({...column, values: replace(column)}))};
}

function extreme(
  {columns}: PublishedTable,
  which: "min" | "max",
  variable: string,
  segment: string | null,
): number | null {
  const values = columns.find(({name}) => name === variable)?.values ?? [];
  const segments = columns.find(({name}) => name === "segment")?.values ?? [];
  let found: number | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value !== "number" || (segment !== null && segments[row] !== segment)) continue;
    if (found === null || (which === "min" ? value < found : value > found)) found = value;
  }
  return found;
}

/** The table with what its customers' table says of a sample. */
function sayingSample(table: PublishedTable, {definition}: PublishedTable): PublishedTable {
  return {...table, definition: [table.definition, ...sampleSentences("customers", definition)].join(" ")};
}

/** Pseudonyms by segment only: with it, a later edition follows customers from segment to segment. */
function segmentsByPseudonym({columns}: PublishedTable): PublishedTable {
  const named = columns.filter(({name}) => name === "customer_id" || name === "segment");
  const ids = named.find(({name}) => name === "customer_id")?.values ?? [];
  const order = Array.from(ids, (_, row) => row).sort((a, b) => (String(ids[a]) < String(ids[b]) ? -1 : 1));
  return {
    name: "customer_segments",
    definition:
      "Segment of each customer by pseudonym, in the order of the pseudonyms; nothing leads from here to rows of other tables.",
    columns: named.map((column) => ({...column, values: order.map((row) => column.values[row])})),
  };
}
