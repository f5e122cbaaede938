import {createBareTable, withDatabase} from "../../engine/tables/database.js";
import type {Features} from "../features/prepareFeatures.js";
import {labelQuery, labelTable} from "./labelTable.js";
import type {OutcomeColumns} from "./outcome.js";

/**
 * Evaluates the label's SQL on the customers; see `labelTable`.
 *
 * @returns 1 where the rule holds, 0 where not, −1 where it gives NULL
 */
export async function evaluateLabel(
  features: Features,
  outcomes: OutcomeColumns,
  expression: string,
): Promise<Int8Array> {
  return withDatabase(async (connection) => {
    await createBareTable(connection, "memory", labelTable(features, outcomes));
    const result = await connection.runAndReadAll(labelQuery(expression, "memory.customers"));
    return Int8Array.from(result.getColumnsJS()[0] as number[]);
  });
}
