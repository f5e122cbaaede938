import {basename} from "node:path";
import {csvRecords} from "../../../src/lib/input/csvRecords.js";
import {unreadableAsText, withoutMark} from "../../../src/lib/input/fileKind.js";
import type {Finding, Place} from "../../../src/lib/input/finding.js";
import {otherLayout} from "../../../src/lib/input/layout.js";
import {quoted} from "../../../src/lib/input/quoted.js";
import {readDate, yearsBetween} from "../../../src/lib/input/readDate.js";
import {isMissing, NATIVE, numberReader, scaler} from "../../../src/lib/input/readNumber.js";
import {refuser} from "../../../src/lib/input/refuseNumber.js";
import type {ColumnRule, Contract} from "../../datasets/dataset.js";
import {identifier, textLiteral} from "../../engine/population/dialect.js";
import {type DuckdbEngine, POPULATION, watched} from "../../engine/population/duckdbEngine.js";
import {numberOf, RUN} from "../../engine/population/population.js";
import {writeDuckdb} from "../../engine/population/writeDuckdb.js";
import {createTable} from "../../engine/tables/database.js";
import {double, text} from "../../engine/tables/publishedTable.js";
import {typeFinding} from "../columnType.js";
import {type MatchedHeader, matchHeader} from "../header.js";
import {InputError} from "../inputError.js";
import {isParquet} from "../readParquet.js";
import {plainNumberSql, scaledCellSql} from "./cellSql.js";
import type {LargeInputFile} from "./largeInput.js";

/** What was found while the cells of a file were read, for the checks that follow. */
export interface ImportedCustomers {
  header: MatchedHeader;
  place: Place;
  /** Findings on cells that cannot be read; the first hundred places of each column, and how many there are. */
  findings: Finding[];
  /** Cells with padding or thousands marks, by column: how many, and the first rows. */
  written: Map<string, {count: number; rows: number[]}>;
  rows: number;
  /** Rows left out, since they repeat the key and all values of an earlier one. */
  leftOut: number;
  /** Lines without any value; not counted in Parquet. */
  emptyLines: number;
  /** The place of a row of the table in the file, as SQL. */
  rowSql: string;
}

/** Rows in a row group of DuckDB's tables: one thread reads it from its first row to its last, so its sums are always the same. */
const ROW_GROUP = 122_880;

/** Places of a problem that are looked up. */
const PLACES = 100;

/** Cells that are not plain numbers, and differ, which are read one by one. */
const STRANGE = 10_000;

/** Name of the table of customers in the database, and of its column with the number of the row, from 1. */
export const TABLE = "customers";
export const ROW = "_row";

/**
 * Reads a large CSV or Parquet file into a table of a DuckDB file: numbers as DOUBLE, texts without padding, NULL where missing.
 *
 * Cells are read by the same rules as in memory: plain digits in SQL, all others by the functions that read small files, each
 * different cell once.
 *
 * @param path of the database to write; it is there only when it is whole
 * @throws InputError where the file as a whole cannot be read
 */
export async function importCustomers(
  input: LargeInputFile,
  contract: Contract,
  path: string,
  advance: (fraction: number) => void = () => {},
): Promise<ImportedCustomers> {
  return writeDuckdb(path, (engine) => importInto(engine, input, contract, advance));
}

interface Source {
  /** What stands behind FROM: the file's columns under their places, `c0`, `c1`, … */
  from: string;
  header: string[];
  headerLine: number;
  /** Types as DuckDB calls them; undefined of a text file. */
  types: string[] | undefined;
  place: Place;
}

async function importInto(
  engine: DuckdbEngine,
  input: LargeInputFile,
  contract: Contract,
  advance: (fraction: number) => void,
): Promise<ImportedCustomers> {
  const source = isParquet(input.path) ? await parquetSource(engine, input) : csvSource(input, contract);
  const header = matchHeader(source.header, source.headerLine, contract);
  const read = contract.columns.filter(({role, name}) => role !== "extra" && header.positions.has(name));
  const typeFindings = read.flatMap(
    (rule) => typeFinding(rule, source.types?.[header.positions.get(rule.name) ?? 0]) ?? [],
  );
  if (header.findings.length + typeFindings.length > 0)
    throw new InputError(input.shown, [...header.findings, ...typeFindings], source.place);
  const columns = read.map((rule) =>
    cellColumn(rule, header.positions.get(rule.name) ?? 0, source, contract),
  );
  const given = columns.map(
    ({cell, value}, j) => `${cell} AS g${j}${value === undefined ? "" : `, ${value} AS v${j}`}`,
  );
  // a line of separators only holds no customer
  const isFilled = columns.map((_, j) => `g${j} IS NOT NULL`).join(" OR ");
  const kept = columns.map(({value, isOneByOne, rule}, j) => {
    const known = value === undefined ? "" : `v${j} AS ${identifier(rule.name)}`;
    const strange = isOneByOne
      ? `CASE WHEN ${value === undefined ? "" : `v${j} IS NULL AND `}g${j} IS NOT NULL THEN CAST(g${j} AS VARCHAR) END AS s${j}`
      : "";
    return [known, strange].filter((sql) => sql !== "").join(", ");
  });
  await watched(
    engine.connection,
    engine.connection.run(
      `CREATE TABLE cells AS SELECT ${kept.join(", ")} FROM (SELECT ${given.join(", ")} FROM ${source.from}) AS given WHERE ${isFilled}`,
    ),
    advance,
  ).catch((error: unknown) => {
    throw unreadable(input.shown, error);
  });
  const rejected = source.types === undefined ? await rejectedRows(engine, source, contract) : [];
  if (rejected.length > 0) throw new InputError(input.shown, rejected, source.place);
  const rows = numberOf((await engine.rows("rows", "SELECT count(*) FROM cells"))[0][0]);
  const spare = (input.lines ?? 0) - source.headerLine - rows;
  // every further line is an empty one, unless cells hold line breaks
  const hasLines = source.place === "line" && spare <= 0;
  const emptyLines = spare > 0 ? Math.max(spare - (await lineBreaks(engine, columns)), 0) : 0;
  const place: Place = hasLines ? "line" : "row";
  const placeOf = (row: number) => (hasLines ? row + source.headerLine : row);
  const findings: Finding[] = [];
  const written = new Map<string, {count: number; rows: number[]}>();
  const joins: string[] = [];
  const values: string[] = [];
  for (const [j, column] of columns.entries()) {
    const name = identifier(column.rule.name);
    if (!column.isOneByOne) {
      values.push(`cells.${name} AS ${name}`);
      continue;
    }
    const cells = await strangeCells(engine, column, j, placeOf, input.shown);
    findings.push(...cells.findings);
    if (cells.written.count > 0) written.set(column.rule.name, cells.written);
    if (!cells.hasValues) {
      values.push(column.value === undefined ? `NULL::DOUBLE AS ${name}` : `cells.${name} AS ${name}`);
      continue;
    }
    joins.push(`LEFT JOIN read${j} ON read${j}.cell = cells.s${j}`);
    values.push(
      column.value === undefined
        ? `read${j}.number AS ${name}`
        : `coalesce(cells.${name}, read${j}.number) AS ${name}`,
    );
  }
  if (findings.length > 0) throw new InputError(input.shown, findings, place);
  const repeated = await repeatedRows(engine, contract, read);
  // one thread, so that row groups are full: a run of rows is one of them
  await engine.connection.run("SET threads = 1");
  await engine.connection.run(
    `CREATE TABLE ${TABLE} AS SELECT CAST(cells.rowid + 1 AS INTEGER) AS ${ROW}, CAST(cells.rowid // ${ROW_GROUP} AS INTEGER) AS ${RUN}, ${values.join(", ")} FROM cells ${joins.join(" ")} ${repeated.count === 0 ? "" : `WHERE cells.rowid NOT IN (${repeated.sql})`} ${joins.length === 0 && repeated.count === 0 ? "" : "ORDER BY cells.rowid"}`,
  );
  await engine.connection.run("DROP TABLE cells");
  await engine.connection.run("RESET threads");
  return {
    header,
    place,
    findings,
    written,
    rows: rows - repeated.count,
    leftOut: repeated.count,
    emptyLines,
    rowSql: hasLines ? `${ROW} + ${source.headerLine}` : ROW,
  };
}

/** Rows that repeat the key and all values of an earlier one, where the contract leaves them out. */
async function repeatedRows(
  engine: DuckdbEngine,
  {duplicateRows}: Contract,
  read: readonly ColumnRule[],
): Promise<{count: number; sql: string}> {
  const key = read.find(({role}) => role === "key");
  if (key === undefined || duplicateRows !== "drop") return {count: 0, sql: ""};
  const name = identifier(key.name);
  const features = read.filter(({role}) => role === "feature").map((rule) => identifier(rule.name));
  const again = `(SELECT ${name} FROM cells GROUP BY 1 HAVING count(*) > 1)`;
  const sql = `SELECT place FROM (SELECT rowid AS place, row_number() OVER (PARTITION BY ${[name, ...features].join(", ")} ORDER BY rowid) AS turn FROM cells WHERE ${name} IN ${again}) AS turns WHERE turn > 1`;
  const [[count]] = await engine.rows("repeated rows", `SELECT count(*) FROM (${sql}) AS repeated`);
  return {count: numberOf(count), sql};
}

/** Line breaks within texts. */
async function lineBreaks(engine: DuckdbEngine, columns: readonly CellColumn[]): Promise<number> {
  const texts = columns.filter(({rule}) => rule.type === "text").map(({rule}) => identifier(rule.name));
  if (texts.length === 0) return 0;
  const counts = texts.map(
    (name) => `coalesce(sum(length(${name}) - length(replace(${name}, chr(10), ''))), 0)`,
  );
  const [[count]] = await engine.rows("line breaks", `SELECT ${counts.join(" + ")} FROM cells`);
  return numberOf(count);
}

/** How one column of the contract is read. */
interface CellColumn {
  rule: ColumnRule;
  /** SQL of the cell. */
  cell: string;
  /** SQL of its value where it can be read in SQL, else NULL; undefined where none can. */
  value: string | undefined;
  /** Whether cells without such a value are read one by one. */
  isOneByOne: boolean;
  /** Reads such a cell. */
  read: (cell: string) => {
    number?: number;
    refusal?: Pick<Finding, "found" | "expected" | "remedy">;
    written?: boolean;
  };
}

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL)/;

function cellColumn(rule: ColumnRule, position: number, {types}: Source, {dialect}: Contract): CellColumn {
  const cell = `c${position}`;
  const type = types?.[position] ?? "VARCHAR";
  if (rule.type === "text") {
    const trimmed = `trim(CAST(${cell} AS VARCHAR))`;
    const known = `CASE WHEN upper(${trimmed}) NOT IN ('', 'NA', 'N/A', 'NULL', '-') THEN ${trimmed} END`;
    const value = /^(FLOAT|DOUBLE)/.test(type) ? `regexp_replace(${known}, '\\.0$', '')` : known;
    return {rule, cell, value, isOneByOne: false, read: () => ({})};
  }
  if (rule.type === "date") {
    const until = readDate(rule.asOf ?? "", "YYYY-MM-DD");
    return {
      rule,
      cell,
      value: undefined,
      isOneByOne: true,
      read(given) {
        const trimmed = given.trim();
        if (isMissing(trimmed)) return {};
        const day = readDate(trimmed, rule.dates ?? "YYYY-MM-DD");
        if (!Number.isNaN(day)) return {number: yearsBetween(day, until)};
        return {
          refusal: {
            found: quoted(trimmed),
            expected: `a date as ${rule.dates ?? "YYYY-MM-DD"}`,
            remedy: "Correct the date, or declare in the data set's definition how dates are written.",
          },
        };
      },
    };
  }
  const native = type !== "VARCHAR";
  const format = native ? {...dialect, ...NATIVE} : dialect;
  const reader = numberReader(format);
  const readPlain = numberReader({...format, thousands: ""});
  const refuse = refuser(rule, format);
  const scale = scaler(rule.factor);
  const read: CellColumn["read"] = (given) => {
    const trimmed = given.trim();
    if (isMissing(trimmed)) return {};
    const number = scale(reader(trimmed));
    const refusal = refuse(trimmed, number);
    if (refusal !== undefined) return {refusal};
    return {number, written: trimmed.length !== given.length || Number.isNaN(readPlain(trimmed))};
  };
  const within = (value: string) => {
    const bounds = [
      `${value} >= ${literal(rule.min, -1.7976931348623157e308)}`,
      `${value} <= ${literal(rule.max, 1.7976931348623157e308)}`,
      ...(rule.type === "integer" ? [`${value} = trunc(${value})`, `abs(${value}) <= 9007199254740991`] : []),
    ];
    return `CASE WHEN ${bounds.join(" AND ")} THEN ${value} END`;
  };
  // a FLOAT as its shortest text, as it is read in memory
  const exact =
    NUMERIC.test(type) || type === "DOUBLE"
      ? `CAST(${cell} AS DOUBLE) + 0`
      : `CAST(CAST(${cell} AS VARCHAR) AS DOUBLE) + 0`;
  const number = native ? exact : plainNumberSql(cell, format);
  const value = within(scaledCellSql(number, rule.factor));
  return {
    rule,
    cell,
    value,
    isOneByOne: true,
    read,
  };
}

function literal(value: number | undefined, otherwise: number): string {
  return (value ?? otherwise).toExponential().toUpperCase();
}

async function parquetSource(engine: DuckdbEngine, {path}: LargeInputFile): Promise<Source> {
  const file = `read_parquet(${textLiteral(path)})`;
  const described = await engine.rows("columns", `DESCRIBE SELECT * FROM ${file}`).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return {
    from: `(SELECT ${described.map(([name], i) => `${identifier(String(name))} AS c${i}`).join(", ")} FROM ${file}) AS file`,
    header: described.map(([name]) => String(name)),
    headerLine: 0,
    types: described.map(([, type]) => String(type)),
    place: "row",
  };
}

/** @throws InputError where the head of the file is not such a text */
function csvSource({path, head, bytes}: LargeInputFile, contract: Contract): Source {
  // the head ends within a line, and may end within a character
  const whole = head.length === bytes ? head : head.subarray(0, head.lastIndexOf(10) + 1);
  const wrong = unreadableAsText(whole, basename(path));
  if (wrong) throw new InputError(path, [wrong]);
  const text = withoutMark(whole);
  const layout = otherLayout(text, contract);
  if (layout) throw new InputError(path, [layout]);
  const {records} = csvRecords(text, contract.dialect.separator);
  const first = records.find(({cells}) => cells.some((cell) => cell.trim() !== "")) ?? {cells: [], line: 1};
  const names = first.cells.map((_, i) => `'c${i}': 'VARCHAR'`);
  const options = [
    textLiteral(path),
    "auto_detect = false",
    "header = false",
    `skip = ${first.line}`,
    `columns = {${names.join(", ")}}`,
    `delim = ${textLiteral(contract.dialect.separator)}`,
    "quote = '\"'",
    "escape = '\"'",
    "strict_mode = true",
    "store_rejects = true",
    "rejects_limit = 1000",
    "max_line_size = 2000000",
  ];
  return {
    from: `read_csv(${options.join(", ")})`,
    header: first.cells,
    headerLine: first.line,
    types: undefined,
    place: "line",
  };
}

/** Rows that could not be split into as many cells as there are names. */
async function rejectedRows(
  engine: DuckdbEngine,
  {header, headerLine}: Source,
  {dialect}: Contract,
): Promise<Finding[]> {
  const rows = await engine.rows(
    "rejected rows",
    `SELECT line, min(error_type), any_value(csv_line) FROM reject_errors GROUP BY 1 ORDER BY 1 LIMIT ${PLACES}`,
  );
  const [[count]] = await engine.rows("rejected rows", "SELECT count(DISTINCT line) FROM reject_errors");
  const findings = rows.map(([line, kind, text]): Finding => {
    const place = {line: numberOf(line), column: null};
    if (kind !== "MISSING COLUMNS" && kind !== "TOO MANY COLUMNS")
      return {
        ...place,
        found: `a value whose double quotes do not close (${String(kind).toLowerCase()})`,
        expected: "double quotes around a whole value, or none",
        remedy: 'Close the quote where the value ends; a double quote within a value is written twice: "".',
      };
    const {records} = csvRecords(new TextEncoder().encode(String(text)), dialect.separator);
    const values = records[0]?.cells.length ?? 0;
    return {
      ...place,
      found: values === 1 ? "1 value" : `${values} values`,
      expected: `${header.length} values, as many as there are column names on line ${headerLine}`,
      remedy:
        values < header.length
          ? "Add the values that are missing; an unknown value is an empty one."
          : `Put a value that contains ${dialect.separator === "\t" ? "a tab" : `"${dialect.separator}"`} in double quotes, or remove what is too much.`,
    };
  });
  const rest = numberOf(count) - rows.length;
  return rest > 0 ? [...findings, moreOf(findings[0], rest)] : findings;
}

/** One more finding for all that were not looked up. */
function moreOf(finding: Finding, count: number): Finding {
  return {...finding, line: null, found: `${count.toLocaleString("en-US")} more of this kind`};
}

/** Reads the cells of a column that SQL cannot, each different one once, and keeps what they hold in a table of their own. */
async function strangeCells(
  engine: DuckdbEngine,
  {rule, read}: CellColumn,
  j: number,
  placeOf: (row: number) => number,
  path: string,
): Promise<{findings: Finding[]; written: {count: number; rows: number[]}; hasValues: boolean}> {
  const counts = await engine.rows(
    `cells of ${rule.header}`,
    `SELECT s${j}, count(*), min(rowid) + 1 FROM cells WHERE s${j} IS NOT NULL GROUP BY 1 ORDER BY 3 LIMIT ${STRANGE + 1}`,
  );
  const cells = counts.map(([cell, count]) => ({
    cell: String(cell),
    count: numberOf(count),
    ...read(String(cell)),
  }));
  if (
    counts.length > STRANGE &&
    rule.type !== "date" &&
    cells.filter(({refusal}) => refusal === undefined).length > STRANGE / 2
  )
    throw new InputError(path, [
      {
        line: null,
        column: rule.header,
        found: `more than ${STRANGE.toLocaleString("en-US")} different values with padding or thousands marks, such as ${quoted(cells[0].cell)}`,
        expected: "plain digits in a file of this size",
        remedy: "Export the column without padding and thousands marks.",
      },
    ]);
  const readable = cells.filter(({number}) => number !== undefined);
  if (readable.length > 0)
    await createTable(engine.connection, POPULATION, {
      name: `read${j}`,
      definition: "",
      columns: [
        text(
          "cell",
          "",
          readable.map(({cell}) => cell),
        ),
        double(
          "number",
          "",
          readable.map(({number}) => number ?? Number.NaN),
        ),
      ],
    });
  const findings: Finding[] = [];
  const refused = cells.filter(({refusal}) => refusal !== undefined);
  if (refused.length > 0) {
    const refusals = new Map(refused.map(({cell, refusal}) => [cell, refusal]));
    const list = refused
      .slice(0, 1_000)
      .map(({cell}) => textLiteral(cell))
      .join(", ");
    const places = await engine.rows(
      `refused cells of ${rule.header}`,
      `SELECT rowid + 1, s${j} FROM cells WHERE s${j} IN (${list}) ORDER BY 1 LIMIT ${PLACES}`,
    );
    for (const [row, cell] of places) {
      const refusal = refusals.get(String(cell));
      if (refusal !== undefined)
        findings.push({line: placeOf(numberOf(row)), column: rule.header, ...refusal});
    }
    const total = refused.reduce((sum, {count}) => sum + count, 0);
    if (total > findings.length && findings.length > 0)
      findings.push(moreOf(findings[0], total - findings.length));
  }
  const marked = cells.filter(({written}) => written === true);
  const rows =
    marked.length === 0
      ? []
      : await engine.rows(
          `padded cells of ${rule.header}`,
          `SELECT rowid + 1 FROM cells WHERE s${j} IN (${marked
            .slice(0, 1_000)
            .map(({cell}) => textLiteral(cell))
            .join(", ")}) ORDER BY 1 LIMIT ${PLACES}`,
        );
  return {
    findings,
    written: {
      count: marked.reduce((sum, {count}) => sum + count, 0),
      rows: rows.map(([row]) => placeOf(numberOf(row))),
    },
    hasValues: readable.length > 0,
  };
}

function unreadable(path: string, error: unknown): InputError {
  const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0];
  return new InputError(path, [
    {
      line: null,
      column: null,
      found: `a file that cannot be read (${reason})`,
      expected: isParquet(path) ? "a Parquet file, as its ending says" : "the text of a CSV file in UTF-8",
      remedy: "Export it again.",
    },
  ]);
}
