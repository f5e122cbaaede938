import type {PublishedColumn, PublishedTable} from "../../engine/tables/publishedTable.js";
import type {RowGroups} from "./groupRows.js";

/** Digits of a group's mean that are published. */
const digits = 4;

/**
 * A table with one row for each customer, in groups whose customers share one row's values: measures are the group's mean
 * (whole numbers where the column holds whole numbers), labels those that all of the group have, else NULL. Rows come in the
 * order of the groups; pseudonyms are left out and row numbers are those of the new order.
 *
 * @param groups of the table's rows; rows in no group are left out
 * @param isMeasure whether a column can be averaged, by its name
 */
export function groupedTable(
  {name, definition, columns}: PublishedTable,
  {groups}: RowGroups,
  isMeasure: (column: string) => boolean,
): PublishedTable {
  const size = groups[0] === undefined ? 0 : Math.min(...groups.map(({length}) => length));
  const repeated = (read: (rows: readonly number[]) => Value) =>
    groups.flatMap((rows) => {
      const value = read(rows);
      return rows.map(() => value);
    });
  return {
    name,
    definition: `${definition} Rows are published in groups of at least ${size} customers that share their values: means of the group, and labels that all of it have.`,
    columns: columns.map((column): PublishedColumn => {
      if (column.name === "row_number")
        return {
          ...column,
          definition: "Number of the row here; it is not the position in the input file.",
          values: repeated(() => 0).map((_, i) => i + 1),
        };
      if (column.name === "customer_id")
        return {...column, definition: "Withheld: NULL in every row.", values: repeated(() => null)};
      return {
        ...column,
        values: repeated(
          column.type === "DOUBLE" || isMeasure(column.name) ? meanOf(column) : sharedOf(column),
        ),
      };
    }),
  };
}

type Value = number | string | boolean | null;

function meanOf({type, values}: PublishedColumn): (rows: readonly number[]) => Value {
  return (rows) => {
    const known = rows.map((row) => values[row]).filter((value) => value !== null && !Number.isNaN(value));
    if (known.length === 0) return null;
    const mean = known.reduce((sum: number, value) => sum + Number(value), 0) / known.length;
    return type === "INTEGER" ? Math.round(mean) : Number(mean.toPrecision(digits));
  };
}

function sharedOf({values}: PublishedColumn): (rows: readonly number[]) => Value {
  return (rows) => {
    const first = values[rows[0]];
    return rows.every((row) => values[row] === first) ? first : null;
  };
}
