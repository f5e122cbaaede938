import {kindText} from "../../../src/lib/input/numberRange.js";
import type {ColumnRule} from "../../datasets/dataset.js";
import type {TrinoTable} from "../../engine/trino/trinoTable.js";
import {InputError} from "../inputError.js";
import type {GivenColumn} from "./givenColumns.js";

/** How a column's values travel from Trino, and as what they are kept. */
export interface ColumnTransport {
  /** The expression that is asked for: its values come exactly as JSON. */
  fetched: string;
  /** DuckDB's name of the type in the copy. */
  kept: string;
}

const KEPT: readonly (readonly [RegExp, string])[] = [
  [/^(tinyint|smallint|integer|bigint|boolean|date|double|uuid)$/, ""],
  [/^decimal\(\d+, ?\d+\)$/, ""],
  [/^real$/, "FLOAT"],
  [/^(varchar|char)(\(\d+\))?$/, "VARCHAR"],
  [/^timestamp(\(\d+\))?$/, "TIMESTAMP"],
];

/**
 * How values of one of Trino's types are fetched and kept: numbers stay numbers, whole ones and decimals travel as text so that
 * no digit is lost. Undefined for what is no single value (arrays, maps, rows) or has no form of its own in a file.
 *
 * @param column an expression of that type
 */
export function columnTransport(column: string, type: string): ColumnTransport | undefined {
  const known = KEPT.find(([pattern]) => pattern.test(type));
  if (known === undefined) return undefined;
  return {
    fetched: /^(double|real)$/.test(type) ? column : `CAST(${column} AS varchar)`,
    kept: known[1] === "" ? type.toUpperCase() : known[1],
  };
}

/**
 * Refuses columns whose values no file could hold.
 *
 * @throws InputError that names all of them
 */
export function requireTypes(table: TrinoTable, columns: readonly GivenColumn[]): void {
  const refused = columns.filter(({name, type}) => columnTransport(name, type) === undefined);
  if (refused.length === 0) return;
  throw new InputError(
    table.address,
    refused.map(({header, type, rule}) => ({
      line: null,
      column: header,
      found: `a column of type ${type}`,
      expected: rule?.type === "text" || rule?.role === "key" ? "a column of text" : numbersOf(rule),
      remedy: "Make a view that gives the column that type, and name the view.",
    })),
    "row",
  );
}

function numbersOf(rule: ColumnRule | undefined): string {
  if (rule === undefined || rule.type === "date") return "a column of dates or text";
  return `a column of numbers: ${kindText(rule)}`;
}
