import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import {kindText} from "../../../src/lib/input/numberRange.js";
import type {ColumnRule, DatasetDefinition} from "../../datasets/dataset.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {moduleCode} from "../../engine/content/moduleCode.js";
import {sha256} from "../../engine/content/sha256.js";
import {readVerified, storeVerified} from "../../engine/content/verifiedFile.js";
import {identifier} from "../../engine/population/dialect.js";
import type {Progress} from "../../engine/progress/progress.js";
import type {TrinoSession} from "../../engine/trino/trinoSession.js";
import {type TrinoTable, tableName} from "../../engine/trino/trinoTable.js";
import {WarehouseError} from "../../engine/trino/warehouseError.js";
import {InputError} from "../inputError.js";
import type {InputFileContent} from "../inputFileContent.js";
import {EXACT_ROWS} from "../population/largeInput.js";
import {columnTransport} from "./columnTypes.js";
import {type GivenColumn, givenColumns} from "./givenColumns.js";
import {parquetCopy} from "./parquetCopy.js";
import {rowOrder} from "./rowOrder.js";
import {type TableVersion, tableVersion} from "./tableVersion.js";

/** What a cache file holds. */
interface Copy {
  version: string;
  parquet: Uint8Array;
}

/**
 * Takes the customers of a data set from a table in a warehouse: a copy of the columns that the contract names, in the order of
 * the key, which then goes the way of a file. Where the table is as it was, the copy of the last time is taken.
 *
 * @param cache folder of the copies; only this account may read it, since they hold keys of customers
 * @throws WarehouseError if a query fails, names no table, or there are too many rows; InputError for columns whose type no file has
 */
export async function fetchCustomers(
  session: TrinoSession,
  table: TrinoTable,
  {id, contract}: Pick<DatasetDefinition, "id" | "contract">,
  cache: string,
  progress: Progress,
): Promise<InputFileContent> {
  const columns = await givenColumns(session, table, contract.columns);
  // in the order of the contract: the rows' order must not depend on that of the table's columns
  const used = contract.columns.flatMap((each) => columns.find(({rule}) => rule === each) ?? []);
  requireValues(table, used);
  const names = used.map(({name}) => name);
  const version = await tableVersion(session, table, names);
  const file = join(cache, contentKey(id, table.address));
  const {key: code} = await moduleCode(import.meta.url);
  const wanted = contentKey(
    version.text,
    JSON.stringify(columns.map(({header, type}) => [header, type])),
    code,
  );
  const kept = await readCopy(file);
  if (kept?.version === wanted) return contentOf(table, kept.parquet);

  const step = progress.begin(`${id} from ${tableName(table).replaceAll('"', "")}`);
  const rows = await fetchRows(session, table, used, version);
  if (version.moves && (await tableVersion(session, table, names)).text !== version.text)
    throw new WarehouseError(
      table.address,
      "rows",
      "the table changed while it was read",
      "Run the command again when nobody writes to it.",
    );
  const parquet = await copyOf(columns, used, rows);
  step.finish(`${rows.length.toLocaleString("en-US")} rows of ${version.text}`);
  await mkdir(cache, {recursive: true, mode: 0o700});
  await storeVerified(file, serialize({version: wanted, parquet} satisfies Copy));
  return contentOf(table, parquet);
}

async function readCopy(file: string): Promise<Copy | undefined> {
  const stored = await readVerified(file);
  return stored === undefined ? undefined : deserialize(stored);
}

function contentOf(table: TrinoTable, parquet: Uint8Array): InputFileContent {
  return {
    path: table.address,
    name: [table.catalog, table.schema, table.table].join("."),
    bytes: parquet,
    sha256: sha256(parquet),
    synthetic: false,
    format: "parquet",
  };
}

function requireValues(table: TrinoTable, columns: readonly GivenColumn[]): void {
  const refused = columns.filter(({name, type}) => columnTransport(name, type) === undefined);
  if (refused.length === 0) return;
  throw new InputError(
    table.address,
    refused.map(({header, type, rule}) => ({
      line: null,
      column: header,
      found: `a column of type ${type}`,
      expected: rule?.type === "text" || rule?.role === "key" ? "a column of text" : numbersOf(rule),
      remedy: "Make a view that gives the column that type, and name the view.",
    })),
    "row",
  );
}

function numbersOf(rule: ColumnRule | undefined): string {
  if (rule === undefined || rule.type === "date") return "a column of dates or text";
  return `a column of numbers: ${kindText(rule)}`;
}

async function fetchRows(
  session: TrinoSession,
  table: TrinoTable,
  columns: readonly GivenColumn[],
  {from}: TableVersion,
): Promise<readonly (readonly unknown[])[]> {
  const {rows: counts} = await session.query("number of rows", `SELECT count(*) FROM ${from}`);
  const count = Number(counts[0][0]);
  if (count > EXACT_ROWS)
    throw new WarehouseError(
      table.address,
      "number of rows",
      `the table has ${count.toLocaleString("en-US")} rows; expected at most ${EXACT_ROWS.toLocaleString("en-US")}`,
      "Name a view that draws a sample of the customers.",
    );
  // a table without any column of the contract is for the contract to refuse
  if (columns.length === 0 || count === 0) return [];
  const values = columns.map(({name, type}) => columnTransport(identifier(name), type)?.fetched);
  const {rows} = await session.query("rows", `SELECT ${values.join(", ")} FROM ${from}`);
  return rows;
}

/** The columns that the contract does not name stay where they are: only their names go into the copy. */
async function copyOf(
  columns: readonly GivenColumn[],
  used: readonly GivenColumn[],
  rows: readonly (readonly unknown[])[],
): Promise<Uint8Array> {
  const values = new Map(used.map((column, j) => [column, rows.map((row) => row[j])]));
  const byKey = [...used].sort((a, b) => Number(b.rule?.role === "key") - Number(a.rule?.role === "key"));
  const order = rowOrder(
    rows.length,
    byKey.map((column) => ({
      values: values.get(column) ?? [],
      numeric: /^(tinyint|smallint|integer|bigint|decimal|real|double)/.test(column.type),
    })),
  );
  return parquetCopy(
    columns.map((column) => {
      const own = values.get(column);
      return {
        name: column.header,
        type: own === undefined ? "VARCHAR" : (columnTransport(column.name, column.type)?.kept ?? "VARCHAR"),
        values: order.map((row) => own?.[row]),
      };
    }),
  );
}
