import type {Cell} from "../../../src/lib/database/cell.js";
import type {PopulationEngine} from "../population/population.js";
import {trinoDialect} from "./trinoDialect.js";
import type {TrinoSession} from "./trinoSession.js";

/** A Trino cluster as an engine of passes. Whoever opened the session keeps it. */
export async function trinoEngine(session: TrinoSession): Promise<PopulationEngine> {
  const version = await session.query("version of the engine", "SELECT version()");
  return {
    name: `Trino ${String(version.rows[0][0])}`,
    dialect: trinoDialect,
    rows: async (pass, sql) => (await session.query(pass, sql)).rows.map((row) => row.map(cellOf)),
    close: async () => {},
  };
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  // what JSON has no number for
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}
