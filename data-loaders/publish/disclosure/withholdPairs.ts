import {group} from "d3-array";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import {smallestCell} from "./withholdCells.js";

/** A count of a cross-table. */
interface Cell {
  /** Its place in the published table. */
  row: number;
  /** The lines that it is in: a level of one column, and one of the other. */
  ends: readonly [string, string];
  customers: number;
  hidden: boolean;
}

/** The line of the totals, to which each total that is itself withheld belongs. */
const TOTALS = ["totals of one", "totals of the other"] as const;

/**
 * Withholds (NULL) counts of one to nine customers in the cross-tables of two columns, and further counts until none of them
 * can be computed from the others and the totals of the levels, which are published too: a count of a table with known totals
 * can be computed exactly if it lies on no circuit of withheld counts (Gusfield 1988, “A graph theoretic approach to
 * statistical data security”). Withheld counts of a line come to at least ten customers. Where nothing else is left, a zero is
 * withheld.
 *
 * @param pairs columns `variable`, `level`, `other_variable`, `other_level`, `segment` and `customers`
 * @param totals published counts of each level in each segment: `variable`, `level`, `segment`, `customers`, NULL where withheld
 */
export function withholdPairs(
  pairs: PublishedTable,
  totals: PublishedTable,
): {table: PublishedTable; withheld: number} {
  const of = reader(pairs);
  const known = knownTotals(totals);
  const counts = Array.from(pairs.columns.find(({name}) => name === "customers")?.values ?? []);
  const cells = counts.map((count, row): Cell & {table: string} => ({
    row,
    table: [of("variable", row), of("other_variable", row), of("segment", row)].join("\0"),
    ends: [
      [of("variable", row), of("level", row), of("segment", row)].join("\0"),
      [of("other_variable", row), of("other_level", row), of("segment", row)].join("\0"),
    ],
    customers: Number(count),
    hidden: Number(count) > 0 && Number(count) < smallestCell,
  }));
  for (const table of group(cells, (cell) => cell.table).values())
    while (hideOne(table, (line) => known.has(line)));
  const withheld = cells.filter(({hidden}) => hidden).length;
  if (withheld === 0) return {table: pairs, withheld};
  return {
    withheld,
    table: {
      ...pairs,
      definition: `${pairs.definition} Counts below ${smallestCell} are withheld (NULL), and what could give them away.`,
      columns: pairs.columns.map((column) =>
        column.name === "customers"
          ? {...column, values: cells.map(({hidden, customers}) => (hidden ? null : customers))}
          : column,
      ),
    },
  };
}

function reader({columns}: PublishedTable) {
  const values = new Map(columns.map(({name, values}) => [name, values]));
  return (name: string, row: number) => String(values.get(name)?.[row]);
}

/** The levels of a segment whose count is published. */
function knownTotals(totals: PublishedTable): ReadonlySet<string> {
  const of = reader(totals);
  const counts = totals.columns.find(({name}) => name === "customers")?.values ?? [];
  return new Set(
    Array.from(counts, (count, row) =>
      count === null ? "" : [of("variable", row), of("level", row), of("segment", row)].join("\0"),
    ),
  );
}

/** Hides the one further count that something calls for; false where nothing does. */
function hideOne(cells: readonly Cell[], isKnown: (line: string) => boolean): boolean {
  const lines = new Map<string, Cell[]>();
  for (const cell of cells)
    for (const end of cell.ends) {
      const line = lines.get(end);
      if (line === undefined) lines.set(end, [cell]);
      else line.push(cell);
    }
  const hasHidden = (line: string) => lines.get(line)?.some(({hidden}) => hidden) ?? false;
  /** Counts of customers before zeros, those between lines that have withheld counts first, then the smallest. */
  const hideLeast = (candidates: readonly Cell[]): boolean => {
    const [first] = candidates
      .filter(({hidden}) => !hidden)
      .sort(
        (a, b) =>
          Number(a.customers === 0) - Number(b.customers === 0) ||
          Number(b.ends.every(hasHidden)) - Number(a.ends.every(hasHidden)) ||
          a.customers - b.customers ||
          a.row - b.row,
      );
    if (first !== undefined) first.hidden = true;
    return first !== undefined;
  };
  for (const [line, inLine] of lines) {
    const hidden = inLine.filter((cell) => cell.hidden);
    const sum = hidden.reduce((total, {customers}) => total + customers, 0);
    // a total that is withheld would follow from counts that are all shown
    const isShort = isKnown(line) ? hidden.length > 0 && sum < smallestCell : hidden.length === 0;
    if (isShort && hideLeast(inLine.filter(({customers}) => customers > 0))) return true;
  }
  const links = linksOf(
    cells,
    [...lines.keys()].filter((line) => !isKnown(line)),
    lines,
  );
  for (const cell of cells) {
    if (!cell.hidden) continue;
    const [from, to] = cell.ends.map((end) => reachable(links, end, cell));
    if (from.has(cell.ends[1])) continue;
    const across = cells.filter(({ends: [a, b]}) => (from.has(a) && to.has(b)) || (from.has(b) && to.has(a)));
    if (hideLeast(across) || hideLeast(cell.ends.flatMap((end) => lines.get(end) ?? []))) return true;
  }
  return false;
}

interface Link {
  ends: readonly [string, string];
  cell?: Cell;
}

/** The withheld counts as links between their lines, and withheld totals as links to the line of the totals. */
function linksOf(
  cells: readonly Cell[],
  unknown: readonly string[],
  lines: ReadonlyMap<string, readonly Cell[]>,
): ReadonlyMap<string, readonly Link[]> {
  const isFirst = (line: string) => lines.get(line)?.[0]?.ends[0] === line;
  const links: Link[] = [
    ...cells.flatMap((cell) => (cell.hidden ? [{ends: cell.ends, cell}] : [])),
    ...unknown.map((line): Link => ({ends: [line, TOTALS[isFirst(line) ? 0 : 1]]})),
  ];
  const byLine = new Map<string, Link[]>();
  for (const link of links) for (const end of link.ends) byLine.set(end, [...(byLine.get(end) ?? []), link]);
  return byLine;
}

/** The lines to which withheld counts lead from a line, without one of the counts. */
function reachable(
  links: ReadonlyMap<string, readonly Link[]>,
  from: string,
  without: Cell,
): ReadonlySet<string> {
  const seen = new Set([from]);
  const open = [from];
  for (let line = open.pop(); line !== undefined; line = open.pop())
    for (const {ends, cell} of links.get(line) ?? [])
      for (const end of cell === without ? [] : ends)
        if (!seen.has(end)) {
          seen.add(end);
          open.push(end);
        }
  return seen;
}
