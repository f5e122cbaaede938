import {group, sum} from "d3-array";
import type {PublishedColumn, PublishedTable} from "../../engine/tables/publishedTable.js";

/** Fewest customers that a published count may be of, or a published mean. */
export const smallestCell = 10;

/** Columns that count customers. The first counts those that its row describes. */
const rowCounts = ["customers", "positives"];
const counts = new Set([
  ...rowCounts,
  "imputed",
  "beyond_fences",
  "beyond_robust_z",
  "outlying",
  "moved",
  "true_positives",
  "false_positives",
  "false_negatives",
  "true_negatives",
]);

/** Numbers in rows of counts that describe no customer: bounds, heights of a tree, assumptions of an action. */
const notOfCustomers =
  /^(lower|upper|from_value|below|threshold|height|effort_days|(response|change|unit_value|cost_per_customer)(_|$))/;

/** Cells of one group add up to a number that is published elsewhere: one of them alone could be computed from the others. */
const margins: Readonly<Record<string, readonly (readonly string[])[]>> = {
  cluster_agreement: [["kmeans_cluster"], ["ward_cluster"]],
  k_flows: [
    ["k", "cluster"],
    ["k", "segment"],
  ],
  k_clusters: [["k"]],
  linkage_segments: [["method"]],
  preparation_sizes: [["preparation"]],
  category_bands: [["category"]],
  distributions: [["variable", "position"]],
  segments: [[]],
  ward_leaves: [[]],
  // the row of all customers is among the segments
  segment_levels: [
    ["variable", "level"],
    ["variable", "segment"],
  ],
  level_values: [["measure", "variable"]],
  label_by_level: [["variable"]],
};

/** Counts that add up to a published one in each row. */
const pairs = [
  ["true_positives", "false_negatives"],
  ["false_positives", "true_negatives"],
];

/**
 * Withholds (NULL) counts of one to nine customers, what else their rows say of these customers, and further counts from which
 * they could be computed. The table's definition then says so.
 */
export function withholdCells(table: PublishedTable): {table: PublishedTable; withheld: number} {
  const columns = new Map(table.columns.map((column) => [column.name, Array.from(column.values)]));
  const rows = table.columns[0]?.values.length ?? 0;
  const isSmall = (value: unknown) => typeof value === "number" && value > 0 && value < smallestCell;
  const hidden = new Set<string>();
  const hide = (name: string, row: number) => hidden.add(`${name} ${row}`);
  const isHidden = (name: string, row: number) => hidden.has(`${name} ${row}`);

  for (const [name, values] of columns)
    if (counts.has(name)) for (const [row, value] of values.entries()) if (isSmall(value)) hide(name, row);
  for (const names of pairs)
    for (let row = 0; row < rows; row++)
      if (names.some((name) => isHidden(name, row)))
        for (const name of names) if (columns.has(name)) hide(name, row);
  // what is withheld already could be computed from the others as well
  const before = Array.from(columns.get("customers") ?? []).flatMap((value, row) =>
    value === null ? row : [],
  );
  for (const row of before) hide("customers", row);
  hideSums(table, columns, isHidden, hide);

  const withheld = hidden.size - before.length;
  for (const name of rowCounts)
    for (let row = 0; row < rows; row++)
      if (isHidden(name, row))
        for (const column of table.columns)
          if ((column.type === "DOUBLE" && !notOfCustomers.test(column.name)) || counts.has(column.name))
            hide(column.name, row);
  if (withheld === 0) return {table, withheld};
  return {
    withheld,
    table: {
      ...table,
      definition: `${table.definition} Counts below ${smallestCell} are withheld (NULL), and what could give them away.`,
      columns: table.columns.map(
        (column): PublishedColumn => ({
          ...column,
          values: Array.from(column.values, (value, row) => (isHidden(column.name, row) ? null : value)),
        }),
      ),
    },
  };
}

/**
 * Where one cell alone is hidden of those that add up to a known number, or several that come to fewer than ten, hides the smallest
 * of the others too: of two hidden counts whose sum is two, each is one.
 */
function hideSums(
  {name}: PublishedTable,
  columns: ReadonlyMap<string, readonly unknown[]>,
  isHidden: (name: string, row: number) => boolean,
  hide: (name: string, row: number) => void,
): void {
  const customers = columns.get("customers");
  if (customers === undefined) return;
  for (let changed = true; changed; ) {
    changed = false;
    for (const margin of margins[name] ?? []) {
      const groups = group(customers.keys(), (row) =>
        margin.map((column) => columns.get(column)?.[row]).join("|"),
      );
      for (const rows of groups.values()) {
        const among = rows.filter((row) => isHidden("customers", row));
        const others = rows.filter((row) => !isHidden("customers", row) && Number(customers[row]) > 0);
        const least = others.sort((a, b) => Number(customers[a]) - Number(customers[b]))[0];
        const hiddenSum = sum(among, (row) => Number(customers[row] ?? 1));
        const isSafe = among.length === 0 || (among.length > 1 && hiddenSum >= smallestCell);
        if (isSafe || least === undefined) continue;
        hide("customers", least);
        changed = true;
      }
    }
  }
}
