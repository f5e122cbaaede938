import type {Finding} from "../../../src/lib/input/finding.js";
import {kindText} from "../../../src/lib/input/numberRange.js";
import {readDate} from "../../../src/lib/input/readDate.js";
import type {ColumnRule, DatasetDefinition} from "../../datasets/dataset.js";
import {doubleLiteral, identifier} from "../../engine/population/dialect.js";
import {numberOf, type Population, RUN} from "../../engine/population/population.js";
import {trinoEngine} from "../../engine/trino/trinoEngine.js";
import type {TrinoSession} from "../../engine/trino/trinoSession.js";
import type {TrinoTable} from "../../engine/trino/trinoTable.js";
import {type MatchedHeader, matchHeader} from "../header.js";
import {InputError} from "../inputError.js";
import type {CheckedSource} from "../population/checkPopulation.js";
import type {GivenColumn} from "./givenColumns.js";
import type {TableVersion} from "./tableVersion.js";

/** All customers of a table in a warehouse, which stay there. */
export interface WarehousePopulation {
  population: Population;
  header: MatchedHeader;
  /** For `checkPopulation`. */
  source: CheckedSource;
}

/**
 * The customers of a table as passes read them: the contract's columns by its names, numbers as DOUBLE in the contract's unit,
 * texts without padding, NULL where missing, and the rows that a contract leaves out left out.
 *
 * @param given all columns of the table
 * @param version what is read
 * @throws InputError for columns that lack or are of another type, and for numbers that are not finite; WarehouseError
 */
export async function warehousePopulation(
  session: TrinoSession,
  table: TrinoTable,
  {contract}: Pick<DatasetDefinition, "contract">,
  given: readonly GivenColumn[],
  version: TableVersion,
): Promise<WarehousePopulation> {
  const header = matchHeader(
    given.map((column) => column.header),
    1,
    contract,
  );
  const columns = contract.columns.flatMap((rule) =>
    rule.role === "extra" ? [] : (given.find((column) => column.rule === rule) ?? []),
  );
  const findings = [...header.findings, ...columns.flatMap((column) => wrongType(column) ?? [])];
  if (findings.length > 0) throw new InputError(table.address, findings, "row");
  const engine = await trinoEngine(session);
  await requireFinite(columns, version, table, engine.rows);
  const values = columns.map((column) => `${valueSql(column)} AS ${identifier(nameOf(column))}`);
  const all = `(SELECT 0 AS ${RUN}, ${values.join(", ")} FROM ${version.from}) AS customers`;
  const {from, leftOut} = await withoutRepeated(contract, columns, all, engine.rows);
  const key = columns.find(({rule}) => rule?.role === "key");
  return {
    population: {
      engine,
      from,
      identity: key === undefined ? everything(columns) : identifier(nameOf(key)),
    },
    header,
    source: {
      name: table.address,
      place: "row",
      row: undefined,
      columns: new Set(columns.map(nameOf)),
      leftOut,
    },
  };
}

const WHOLE = /^(tinyint|smallint|integer|bigint|decimal\(\d+, ?0\))$/;
const NUMBER = /^(tinyint|smallint|integer|bigint|real|double|decimal\(.*\))$/;
const FLOATING = /^(real|double)$/;
const TEXT = /^(varchar|char)(\(\d+\))?$/;

/** Text is no number here: in a warehouse, types are there to be declared. */
function wrongType({header, type, rule}: GivenColumn): Finding | undefined {
  if (rule === undefined) return undefined;
  const finding = (expected: string): Finding => ({
    line: null,
    column: header,
    found: `a column of type ${type}`,
    expected,
    remedy: "Make a view that gives the column that type, and name the view.",
  });
  if (rule.role === "key")
    return TEXT.test(type) || WHOLE.test(type) || type === "uuid"
      ? undefined
      : finding("a column of text or whole numbers");
  if (rule.type === "date") return type === "date" ? undefined : finding("a column of type date");
  if (rule.type === "text")
    return TEXT.test(type) || NUMBER.test(type) || /^(boolean|date|uuid)$/.test(type)
      ? undefined
      : finding("a column of text");
  return NUMBER.test(type) ? undefined : finding(`a column of numbers: ${kindText(rule)}`);
}

function nameOf({rule, name}: GivenColumn): string {
  return rule?.name ?? name;
}

function valueSql(column: GivenColumn): string {
  const {rule, name, type} = column;
  const cell = identifier(name);
  if (rule?.type === "date") {
    const until = readDate(rule.asOf ?? "", "YYYY-MM-DD");
    return `((${doubleLiteral(until)} - date_diff('day', DATE '1970-01-01', ${cell})) / 365.25E0)`;
  }
  if (rule?.role === "key" || rule?.type === "text") {
    const trimmed = `trim(CAST(${cell} AS varchar))`;
    return `CASE WHEN upper(${trimmed}) NOT IN ('', 'NA', 'N/A', 'NULL', '-') THEN ${trimmed} END`;
  }
  // a REAL is the number that it is written as, and + 0 turns −0 into 0
  const exact = type === "real" ? `CAST(${cell} AS varchar)` : cell;
  return scaled(`(CAST(${exact} AS double) + 0E0)`, rule);
}

/** In the contract's unit, rounded as in memory. */
function scaled(value: string, {factor = 1}: Pick<ColumnRule, "factor"> = {}): string {
  return factor === 1 ? value : `CAST(format('%.14e', ${value} * ${doubleLiteral(factor)}) AS double)`;
}

/** All values of a customer as one text, where there is no key. */
function everything(columns: readonly GivenColumn[]): string {
  const texts = columns.map((column) => `coalesce(CAST(${identifier(nameOf(column))} AS varchar), '')`);
  return `concat('', ${texts.join(", '|', ")})`;
}

type Rows = Population["engine"]["rows"];

/** NaN and infinity are no values of a customer; sums over them would be none either. */
async function requireFinite(
  columns: readonly GivenColumn[],
  {from}: TableVersion,
  table: TrinoTable,
  rows: Rows,
): Promise<void> {
  const floating = columns.filter(({type}) => FLOATING.test(type));
  if (floating.length === 0) return;
  const counts = floating.map(({name}) => `count_if(NOT is_finite(${identifier(name)}))`);
  const [found] = await rows("numbers that are not finite", `SELECT ${counts.join(", ")} FROM ${from}`);
  const findings = floating.flatMap(({header, rule}, j): Finding[] => {
    const count = numberOf(found[j]);
    if (count === 0) return [];
    return [
      {
        line: null,
        column: header,
        found: `${count.toLocaleString("en-US")} cells with NaN or infinity`,
        expected: rule === undefined ? "numbers" : kindText(rule),
        remedy: "Put NULL where there is no value.",
      },
    ];
  });
  if (findings.length > 0) throw new InputError(table.address, findings, "row");
}

/** Leaves out rows that repeat the key and all features of another, where the contract wants it. */
async function withoutRepeated(
  {duplicateRows}: DatasetDefinition["contract"],
  columns: readonly GivenColumn[],
  from: string,
  rows: Rows,
): Promise<{from: string; leftOut: number}> {
  const same = columns.filter(({rule}) => rule?.role === "key" || rule?.role === "feature");
  if (duplicateRows !== "drop" || !same.some(({rule}) => rule?.role === "key")) return {from, leftOut: 0};
  const names = same.map((column) => identifier(nameOf(column)));
  const [[count]] = await rows(
    "repeated rows",
    `SELECT sum(times - 1) FROM (SELECT count(*) AS times FROM ${from} GROUP BY ${names.join(", ")} HAVING count(*) > 1) AS repeated`,
  );
  const leftOut = count === null ? 0 : numberOf(count);
  if (leftOut === 0) return {from, leftOut};
  const others = columns
    .filter((column) => !same.includes(column))
    .map((column) => identifier(nameOf(column)));
  const kept = [`0 AS ${RUN}`, ...names, ...others.map((name) => `min(${name}) AS ${name}`)];
  return {from: `(SELECT ${kept.join(", ")} FROM ${from} GROUP BY ${names.join(", ")}) AS once`, leftOut};
}
