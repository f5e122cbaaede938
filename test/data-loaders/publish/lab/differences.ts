import type {PublishedTable} from "../../../../data-loaders/engine/tables/publishedTable.js";

/**
 * Cells that are not the same: `table.column[row]: ours, theirs`. Silhouettes are sums in another order; pseudonyms depend on a
 * secret, not on the analysis.
 */
export function differences(ours: PublishedTable, theirs: readonly (readonly unknown[])[]): string[] {
  return ours.columns.flatMap(({name, values}, column) =>
    Array.from({length: Math.max(values.length, theirs.length)}, (_, row) => {
      const own = values[row] === undefined || Number.isNaN(values[row]) ? null : values[row];
      const other = theirs[row]?.[column] ?? null;
      const isClose =
        name === "silhouette" &&
        typeof own === "number" &&
        typeof other === "number" &&
        Math.abs(own - other) < 1e-13;
      return own === other || isClose || name === "customer_id"
        ? []
        : [`${ours.name}.${name}[${row}]: ${own}, ${other}`];
    }).flat(),
  );
}
