import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {InputError} from "./inputError.js";
import type {RawTable} from "./rawTable.js";

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/;
const FLOATING = /^(FLOAT|DOUBLE)/;

/** True if the path ends as a Parquet file's does. */
export function isParquet(path: string): boolean {
  return path.toLowerCase().endsWith(".parquet");
}

/**
 * Reads a Parquet file with the engine's built-in reader, from a copy of the bytes; nothing is fetched. Values become text in
 * their shortest exact form, so that the contract's rules are the same as for CSV.
 *
 * @throws InputError if the file is not Parquet or is damaged
 */
export async function readParquet(path: string, bytes: Uint8Array): Promise<RawTable> {
  if (Buffer.from(bytes.subarray(0, 4)).toString("latin1") !== "PAR1")
    throw notParquet(path, "no Parquet signature");
  const folder = await mkdtemp(join(tmpdir(), "cardlens-parquet-"));
  const copy = join(folder, "input.parquet");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  try {
    const connection = await instance.connect();
    await writeFile(copy, bytes);
    const source = [copy];
    const described = await connection.runAndReadAll("DESCRIBE SELECT * FROM read_parquet($1)", source);
    const [names, types] = described.getColumnsJS().map((column) => column.map(String));
    const reader = await connection.runAndReadAll("SELECT COLUMNS(*)::VARCHAR FROM read_parquet($1)", source);
    const columns = reader.getColumnsJS();
    connection.closeSync();
    return tableOf(names, types, columns, reader.currentRowCount);
  } catch (error) {
    const message = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw notParquet(path, message.replaceAll(copy, path));
  } finally {
    instance.closeSync();
    await rm(folder, {recursive: true, force: true});
  }
}

function tableOf(
  names: string[],
  types: string[],
  columns: readonly (readonly unknown[])[],
  count: number,
): RawTable {
  const cells = columns.map((column, j) => column.map((value) => cellText(value, FLOATING.test(types[j]))));
  const indices = Array.from({length: count}, (_, i) => i);
  const filled = indices.filter((i) => cells.some((column) => column[i] !== ""));
  const empty = indices.filter((i) => cells.every((column) => column[i] === ""));
  return {
    place: "row",
    header: names,
    headerLine: 1,
    rows: filled.map((i) => cells.map((column) => column[i])),
    lines: filled.map((i) => i + 1),
    emptyLines: empty.map((i) => i + 1),
    rowsInFile: filled.length,
    native: types.map((type) => NUMERIC.test(type)),
    types,
    findings: [],
  };
}

/** A key that was stored as a floating number is read without the `.0`. */
function cellText(value: unknown, floating: boolean): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return floating ? text.replace(/\.0$/, "") : text;
}

function notParquet(path: string, detail: string): InputError {
  return new InputError(path, [
    {
      line: null,
      column: null,
      found: `a file that cannot be read as Parquet (${detail})`,
      expected: "a Parquet file, as its ending says",
      remedy: "Export it again, or give a CSV file the ending .csv.",
    },
  ]);
}
