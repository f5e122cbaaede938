import {DuckDBInstance} from "@duckdb/node-api";
import {createTable, quote} from "../../../../data-loaders/engine/tables/database.js";
import type {LabEngine} from "../../../../data-loaders/publish/lab/labSession.js";
import type {Cell} from "../../../../src/lib/database/cell.js";

/**
 * The lab's database in Node's engine.
 *
 * @param others databases of other chapters by name in SQL
 */
export async function openNodeEngine(
  databaseFile: string,
  others: Readonly<Record<string, string>> = {},
): Promise<LabEngine & {close(): void}> {
  const instance = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await instance.connect();
  await connection.run(`ATTACH ${quote(databaseFile)} AS lab_published (READ_ONLY)`);
  for (const [name, file] of Object.entries(others))
    await connection.run(`ATTACH ${quote(file)} AS "${name}" (READ_ONLY)`);
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async read(sql) {
      const rows = (await connection.runAndReadAll(sql)).getRowsJS();
      return rows.map((row) => row.map(cellOf));
    },
    put: (catalog, table) => createTable(connection, catalog, table),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return Number(value);
  const number = Number(String(value));
  return Number.isNaN(number) ? String(value) : number;
}
