import type {Cell} from "../../src/lib/database/cell.js";
import {type PublishedColumn, type PublishedTable, rowCount} from "../engine/tables/publishedTable.js";
import type {Edition} from "../pipeline.js";

/**
 * A table of an edition as it was made: with exact rows and counts, whatever of them is published.
 *
 * @throws Error if the edition publishes no such table
 */
export function editionTable(
  {definition, tables}: Pick<Edition, "definition" | "tables">,
  name: string,
): PublishedTable {
  const table = tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`${definition.id} publishes no table ${name}`);
  return table;
}

/**
 * The numbers of a column, NaN where there is none.
 *
 * @throws TypeError if the column holds something else
 */
export function numbersIn(table: PublishedTable, name: string): number[] {
  const {type, values} = columnNamed(table, name);
  if (type !== "INTEGER" && type !== "DOUBLE") throw otherType(table, name, type, "numbers");
  return Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
}

/** The same for text, "" where there is none. */
export function textsIn(table: PublishedTable, name: string): string[] {
  const {type, values} = columnNamed(table, name);
  if (type !== "VARCHAR") throw otherType(table, name, type, "text");
  return Array.from(values, (value) => (value === null ? "" : String(value)));
}

/** The same for truth values, null where there is none. */
export function truthsIn(table: PublishedTable, name: string): (boolean | null)[] {
  const {type, values} = columnNamed(table, name);
  if (type !== "BOOLEAN") throw otherType(table, name, type, "truth values");
  return Array.from(values, (value) => (value === null ? null : value === true));
}

/** The rows of a table as readers get them: null where there is no value. */
export function rowsOf(table: PublishedTable): Record<string, Cell>[] {
  return Array.from({length: rowCount(table)}, (_, row) =>
    Object.fromEntries(
      table.columns.map(({name, values}) => {
        const value = values[row];
        return [name, typeof value === "number" && Number.isNaN(value) ? null : value];
      }),
    ),
  );
}

function columnNamed({name: table, columns}: PublishedTable, name: string): PublishedColumn {
  const column = columns.find((each) => each.name === name);
  if (column === undefined) throw new Error(`table ${table} has no column ${name}`);
  return column;
}

function otherType(table: PublishedTable, name: string, found: string, expected: string): TypeError {
  return new TypeError(`column ${name} of table ${table} holds ${found}, not ${expected}`);
}
