import {createTable, withDatabase} from "../../engine/tables/database.js";
import {double, text} from "../../engine/tables/publishedTable.js";
import {givenVariables} from "../features/givenVariables.js";
import type {Features} from "../features/prepareFeatures.js";
import type {OutcomeColumns} from "./outcome.js";

/**
 * Evaluates the label's SQL on the customers. A value that was missing is NULL to the rule, not its median: nobody is
 * labelled by a number that was made up.
 *
 * @returns 1 where the rule holds, 0 where not, −1 where it gives NULL
 */
export async function evaluateLabel(
  features: Features,
  outcomes: OutcomeColumns,
  expression: string,
): Promise<Int8Array> {
  return withDatabase(async (connection) => {
    const columns = givenVariables(features).map(({name, values, missing}) =>
      double(
        name,
        "",
        values.map((value, row) => (missing[row] === 1 ? Number.NaN : value)),
      ),
    );
    const happened = Object.entries(outcomes).map(([name, values]) =>
      values instanceof Float64Array
        ? double(name, "", values)
        : text(
            name,
            "",
            values.map((value) => (value === "" ? null : value)),
          ),
    );
    await createTable(connection, "memory", {
      name: "customers",
      definition: "",
      columns: [...columns, ...happened],
    });
    const result = await connection.runAndReadAll(
      `SELECT coalesce(CAST(${expression} AS INTEGER), -1) FROM memory.customers`,
    );
    return Int8Array.from(result.getColumnsJS()[0] as number[]);
  });
}
