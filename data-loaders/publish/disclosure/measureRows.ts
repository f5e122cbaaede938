import {op, table as tableOf} from "arquero";
import {type PublishedTable, rowCount} from "../../engine/tables/publishedTable.js";

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
  const rows = rowCount(table);
  if (rows === 0) return {rows, smallestGroup: 0, unique: 0};
  const names = table.columns.map(({name}) => name).filter((name) => columns.includes(name));
  const groups = tableOf(table.columns.map(({name, values}) => [name, Array.from(values)]))
    .groupby(names)
    .count();
  const sizes = groups.rollup({smallest: op.min("count")});
  return {
    rows,
    smallestGroup: Number(sizes.get("smallest")),
    unique: groups.filter((group: {count: number}) => group.count === 1).numRows() / rows,
  };
}
