import type {DuckDBConnection} from "@duckdb/node-api";
import type {FigureValue} from "../../../src/lib/narrative/formatFigure.js";

/**
 * Runs a query that must give one row.
 *
 * @param columns how many values the row must have
 * @returns null for NULL, and for a number that is not finite: these data have nothing to divide by, or nothing that varies
 * @throws Error if it gives more or fewer, or a value that is not NULL, a number, text or truth value
 */
export async function singleRow(
  connection: DuckDBConnection,
  sql: string,
  columns: number,
): Promise<FigureValue[]> {
  const rows = await readRows(connection, sql, columns, 1);
  return rows[0];
}

/**
 * The same for a query that may give none, where these data do not have what it asks for: a group whose name does not fit.
 *
 * @returns null for each value of a row that is not there
 */
export async function rowOrNulls(
  connection: DuckDBConnection,
  sql: string,
  columns: number,
): Promise<FigureValue[]> {
  const rows = await readRows(connection, sql, columns, 0);
  return rows[0] ?? Array.from({length: columns}, () => null);
}

async function readRows(
  connection: DuckDBConnection,
  sql: string,
  columns: number,
  fewest: 0 | 1,
): Promise<FigureValue[][]> {
  const result = await connection.runAndReadAll(sql);
  const rows = result.getRowsJS();
  if (rows.length < fewest || rows.length > 1 || result.columnCount !== columns)
    throw new Error(
      `gives ${rows.length} rows of ${result.columnCount} columns; expected ${columns === 1 ? "one value" : `one row of ${columns} values`}`,
    );
  const written = result.getRows();
  return rows.map((row, i) =>
    row.map((value, column) =>
      plainValue(value, String(written[i][column]), String(result.columnTypes()[column])),
    ),
  );
}

function plainValue(value: unknown, written: string, type: string): FigureValue {
  if (value === null) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  const number = Number(written);
  if (Number.isFinite(number)) return number;
  throw new Error(`gives a ${type}; expected a number, text or truth value`);
}
