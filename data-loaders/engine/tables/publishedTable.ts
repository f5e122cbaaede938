/** Column types that the browser's engine reads back as they were written. */
export type ColumnType = "INTEGER" | "DOUBLE" | "VARCHAR" | "BOOLEAN";

/** `null`, or `NaN` in a number column, is NULL. */
type Value = number | string | boolean | null;

interface Column<Values> {
  name: string;
  type: ColumnType;
  /** Definition with unit, shown to readers as the column's comment. */
  definition: string;
  values: Values;
}

/** A column with its n values. */
export type PublishedColumn = Column<ArrayLike<Value>>;

/** A column that says how its value is read from a row. */
export type RowColumn<Row> = Column<(row: Row, index: number) => Value>;

/** A table that readers can query; each table and column says what it is. */
export interface PublishedTable {
  name: string;
  definition: string;
  columns: PublishedColumn[];
}

/** The values of a table without words for people: what is computed from it does not depend on these. */
export function withoutDefinitions({name, columns}: PublishedTable): PublishedTable {
  return {name, definition: "", columns: columns.map((column) => ({...column, definition: ""}))};
}

/** Number of rows, which all columns share. */
export function rowCount({columns}: PublishedTable): number {
  return columns[0]?.values.length ?? 0;
}

/**
 * A table from rows: each column reads its values from them, or brings as many.
 *
 * @param rows objects, or whatever the columns read from: numbers will do
 */
export function table<Row>(
  name: string,
  definition: string,
  rows: ArrayLike<Row>,
  columns: readonly (RowColumn<Row> | PublishedColumn)[],
): PublishedTable {
  return {
    name,
    definition,
    columns: columns.map(({values, ...column}) => ({
      ...column,
      values: typeof values === "function" ? Array.from(rows, values) : values,
    })),
  };
}

/** Columns of a type, each from its name, its definition, and its values or how one is read from a row. */
export const integer = columnOf<number>("INTEGER");
export const double = columnOf<number>("DOUBLE");
export const text = columnOf<string>("VARCHAR");
export const truth = columnOf<boolean>("BOOLEAN");

function columnOf<T extends Value>(type: ColumnType) {
  type Read<Row> = (row: Row, index: number) => T | null;
  function column<Row>(name: string, definition: string, values: Read<Row>): RowColumn<Row>;
  function column(name: string, definition: string, values: ArrayLike<T | null>): PublishedColumn;
  function column<Values>(name: string, definition: string, values: Values): Column<Values> {
    return {name, type, definition, values};
  }
  return column;
}
