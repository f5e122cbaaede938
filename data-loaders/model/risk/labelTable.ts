import {double, type PublishedTable, text} from "../../engine/tables/publishedTable.js";
import {givenVariables} from "../features/givenVariables.js";
import type {Features} from "../features/prepareFeatures.js";
import type {OutcomeColumns} from "./outcome.js";

/**
 * What a label's rule reads of the customers. A value that was missing is NULL to the rule, not its median: nobody is labelled
 * by a number that was made up.
 */
export function labelTable(features: Features, outcomes: OutcomeColumns): PublishedTable {
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
  return {name: "customers", definition: "", columns: [...columns, ...happened]};
}

/**
 * The query that evaluates a label: 1 where the rule holds, 0 where not, −1 where it gives NULL.
 *
 * @param expression the rule, with the constants' values
 * @param from the table of `labelTable`
 */
export function labelQuery(expression: string, from: string): string {
  return `SELECT coalesce(CAST(${expression} AS INTEGER), -1) FROM ${from}`;
}
