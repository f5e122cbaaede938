import type {DuckDBConnection} from "@duckdb/node-api";
import type {Cell} from "../../../src/lib/database/cell.js";
import {createBareTable, withDatabase} from "../../engine/tables/database.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import type {ConstantValues} from "../risk/withConstants.js";
import type {ActionRule} from "./actionRule.js";
import {type Targets, targetsOf} from "./targetsOf.js";

/** Finds the customers of each action on the published table of customers; see `targetsOf`. */
export async function findTargets(
  customers: PublishedTable,
  actions: readonly ActionRule[],
  constants: ConstantValues,
): Promise<Targets[]> {
  return withDatabase(async (connection) => {
    await createBareTable(connection, "memory", customers);
    return findTargetsIn(connection, "memory", customers, actions, constants);
  });
}

/** The same where a database holds that table already. */
export function findTargetsIn(
  connection: DuckDBConnection,
  schema: string,
  customers: PublishedTable,
  actions: readonly ActionRule[],
  constants: ConstantValues,
): Promise<Targets[]> {
  const read = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRowsJS().map((row) => row.map(cellOf));
  const columns = customers.columns.map(({name}) => name);
  return targetsOf(read, `${schema}.customers`, columns, actions, constants);
}

/** A published column's value as it is read back; whole numbers are numbers of their own kind there. */
function cellOf(value: unknown): Cell {
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  return String(value);
}
