import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {identifier} from "../../engine/population/dialect.js";
import {createTable, quote, withDatabase} from "../../engine/tables/database.js";

/** A column of fetched values, as they came as JSON. */
export interface FetchedColumn {
  name: string;
  /** DuckDB's name of its type. */
  type: string;
  values: readonly unknown[];
}

/** Writes columns of equal length as a Parquet file; the same values give the same bytes. */
export async function parquetCopy(columns: readonly FetchedColumn[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "cardlens-warehouse-"));
  const file = join(folder, "customers.parquet");
  try {
    await withDatabase(async (connection) => {
      await createTable(connection, "memory", {
        name: "fetched",
        definition: "",
        columns: columns.map(({values}, j) => ({
          name: `c${j}`,
          type: "VARCHAR",
          definition: "",
          values: values.map((value) => (value === null || value === undefined ? null : String(value))),
        })),
      });
      const typed = columns.map(({name, type}, j) => `CAST(c${j} AS ${type}) AS ${identifier(name)}`);
      await connection.run(
        `COPY (SELECT ${typed.join(", ")} FROM fetched) TO ${quote(file)} (FORMAT parquet, COMPRESSION zstd)`,
      );
    });
    return new Uint8Array(await readFile(file));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
