import type {PublishedTable} from "../../engine/tables/publishedTable.js";

/** How far rows single customers out. */
export interface RowMeasure {
  rows: number;
  /** Fewest rows that agree in all the columns; 0 where there are no rows. */
  smallestGroup: number;
  /** Share of the rows that no other agrees with. */
  unique: number;
}

/** Groups the rows of a table by all of the named columns. */
export function measureRows(table: PublishedTable, columns: readonly string[]): RowMeasure {
  const read = table.columns.filter(({name}) => columns.includes(name));
  const rows = table.columns[0]?.values.length ?? 0;
  const sizes = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const profile = read.map(({values}) => String(values[row])).join("|");
    sizes.set(profile, (sizes.get(profile) ?? 0) + 1);
  }
  const found = [...sizes.values()];
  return {
    rows,
    smallestGroup: found.reduce((least, size) => Math.min(least, size), rows),
    unique: rows === 0 ? 0 : found.filter((size) => size === 1).length / rows,
  };
}
