/** Column types that the browser's engine reads back as they were written. */
export type ColumnType = "INTEGER" | "DOUBLE" | "VARCHAR" | "BOOLEAN";

export interface PublishedColumn {
  name: string;
  type: ColumnType;
  /** Definition with unit, shown to readers as the column's comment. */
  definition: string;
  /** n values; `null`, or `NaN` in a number column, is NULL. */
  values: ArrayLike<number | string | boolean | null>;
}

/** A table that readers can query; each table and column says what it is. */
export interface PublishedTable {
  name: string;
  definition: string;
  columns: PublishedColumn[];
}

/** Number of rows, which all columns share. */
export function rowCount(table: PublishedTable): number {
  return table.columns[0]?.values.length ?? 0;
}

/** Short forms for building tables. */
export const integer = column("INTEGER");
export const double = column("DOUBLE");
export const text = column("VARCHAR");
export const truth = column("BOOLEAN");

function column(type: ColumnType) {
  return (name: string, definition: string, values: PublishedColumn["values"]): PublishedColumn => ({
    name,
    type,
    definition,
    values,
  });
}

/** A table from rows: each column says how it reads its value from a row. */
export function tableFromRows<Row>(
  name: string,
  definition: string,
  rows: readonly Row[],
  columns: readonly {
    name: string;
    type: ColumnType;
    definition: string;
    value: (row: Row) => number | string | boolean | null;
  }[],
): PublishedTable {
  return {
    name,
    definition,
    columns: columns.map(({value, ...column}) => ({...column, values: rows.map(value)})),
  };
}
