import {chmod, mkdir, readFile, rename, rm, utimes} from "node:fs/promises";
import {join} from "node:path";
import type {Contract, DatasetDefinition} from "../../datasets/dataset.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {moduleCode} from "../../engine/content/moduleCode.js";
import {sha256OfFile} from "../../engine/content/sha256OfFile.js";
import {writeAtomically} from "../../engine/files/writeAtomically.js";
import type {Progress} from "../../engine/progress/progress.js";
import type {TrinoSession} from "../../engine/trino/trinoSession.js";
import {type TrinoTable, tableName} from "../../engine/trino/trinoTable.js";
import {WarehouseError} from "../../engine/trino/warehouseError.js";
import {checkPopulation} from "../population/checkPopulation.js";
import {EXACT_ROWS} from "../population/largeInput.js";
import {requireTypes} from "./columnTypes.js";
import {type GivenColumn, givenColumns} from "./givenColumns.js";
import {openParquetCopy} from "./parquetCopy.js";
import {tableVersion} from "./tableVersion.js";
import {warehousePopulation} from "./warehousePopulation.js";

/** What is known of a copy that is kept. */
interface KeptCopy {
  /** Key of the table's version, the columns and the code that made the copy. */
  version: string;
  sha256: string;
}

/**
 * Copies what a contract names of a table in a warehouse to a Parquet file, with its rows in the order of the key. Where the table
 * is as it was, the copy of the last time stands. More customers than fit into memory are held against the contract in the
 * cluster first: of a table that breaks it, only the list of problems comes back.
 *
 * @param cache folder of the copies; only this account may read it, since they hold keys of customers
 * @param limit rows beyond which the contract is checked in the cluster
 * @returns path of the file
 * @throws WarehouseError if a query fails or there is no such table; InputError for columns of types that no file has, and, beyond
 *   the limit, with everything that is wrong with the customers
 */
export async function copyTable(
  session: TrinoSession,
  table: TrinoTable,
  {id, contract}: Pick<DatasetDefinition, "id" | "contract">,
  cache: string,
  progress: Progress,
  limit = EXACT_ROWS,
): Promise<string> {
  const columns = await givenColumns(session, table, contract.columns);
  const used = inOrder(columns, contract);
  requireTypes(table, used);
  const names = used.map(({name}) => name);
  const version = await tableVersion(session, table, names);
  const {key: code} = await moduleCode(import.meta.url);
  const wanted = contentKey(
    version.text,
    JSON.stringify(columns.map(({header, type}) => [header, type])),
    code,
  );
  const file = join(cache, `${contentKey(id, table.address)}.parquet`);
  if (await isKept(file, wanted)) return file;

  const step = progress.begin(`${id} from ${tableName(table).replaceAll('"', "")}`);
  const {rows: counts} = await session.query("number of rows", `SELECT count(*) FROM ${version.from}`);
  const count = Number(counts[0][0]);
  if (count > limit) {
    const {population, source} = await warehousePopulation(session, table, {contract}, columns, version);
    await checkPopulation(population, contract, source);
  }
  await mkdir(cache, {recursive: true});
  await chmod(cache, 0o700);
  const copy = await openParquetCopy(columns, used, file);
  try {
    await copy.fill(session, version.from, (rows) => step.advance(rows / Math.max(count, 1)));
    if (version.moves && (await tableVersion(session, table, names)).text !== version.text)
      throw new WarehouseError(
        table.address,
        "rows",
        "the table changed while it was read",
        "Run the command again when nobody writes to it.",
      );
    await copy.write();
    await rm(`${file}.json`, {force: true});
    await rename(copy.unfinished, file);
  } finally {
    await copy.close();
  }
  const kept: KeptCopy = {version: wanted, sha256: await sha256OfFile(file, () => {})};
  await writeAtomically(`${file}.json`, JSON.stringify(kept));
  step.finish(`${count.toLocaleString("en-US")} rows of ${version.text}`);
  return file;
}

/** The key, then the columns in the order of the contract: the rows' order must not depend on that of the table's columns. */
function inOrder(columns: readonly GivenColumn[], contract: Contract): GivenColumn[] {
  const isKey = ({role}: Contract["columns"][number]) => role === "key";
  return [...contract.columns.filter(isKey), ...contract.columns.filter((rule) => !isKey(rule))].flatMap(
    (rule) => columns.find((column) => column.rule === rule) ?? [],
  );
}

/** True where the copy is of that version and as it was written; renews the time by which caches are pruned. */
async function isKept(file: string, version: string): Promise<boolean> {
  const about = await readFile(`${file}.json`, "utf8").catch(() => undefined);
  if (about === undefined) return false;
  const kept: KeptCopy = JSON.parse(about);
  const found = await sha256OfFile(file, () => {}).catch(() => undefined);
  if (kept.version !== version || kept.sha256 !== found) return false;
  const now = new Date();
  for (const path of [file, `${file}.json`]) await utimes(path, now, now);
  return true;
}
