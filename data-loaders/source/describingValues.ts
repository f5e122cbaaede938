import type {ColumnRule} from "../datasets/dataset.js";

/** What stands for a value that is missing, and for values that too few customers share. */
export const NOT_STATED = "Not stated";
export const OTHER = "Other";

/** Fewer customers than these are not told apart: their values would point at them. */
export const FEWEST = 10;
/** More levels than these no table can show. */
const MOST_LEVELS = 12;

/** A column that describes customers, as it is published: a level for each. */
export interface DescribingColumn {
  name: string;
  /** Names of the levels in the order of the pages. */
  levels: string[];
  /** Of numbers and dates: where each band but the last ends. */
  ends?: number[];
  /** n places in `levels`. */
  values: Int32Array;
  /** n numbers, or NaN where missing, for tests; never published. Undefined for texts. */
  numbers?: Float64Array;
}

/**
 * Puts numbers (or years before a day) into the column's bands. Bands with fewer than `FEWEST` customers are joined with
 * the neighbour that has fewer.
 */
export function bandedColumn(
  {name, bands = []}: Pick<ColumnRule, "name" | "bands">,
  numbers: Float64Array,
): DescribingColumn {
  const parts = bands.map((band) => ({...band, names: [band.name], customers: 0}));
  for (const value of numbers) if (!Number.isNaN(value)) parts[bandIndex(parts, value)].customers++;
  const filled = joinSmall(parts.filter(({customers}, i) => customers > 0 || i === parts.length - 1));
  const missing = numbers.some(Number.isNaN);
  const levels = [...filled.map(({names}) => joinedName(names)), ...(missing ? [NOT_STATED] : [])];
  return {
    name,
    levels,
    ends: filled.flatMap(({below}) => below ?? []),
    values: Int32Array.from(numbers, (value) =>
      Number.isNaN(value) ? levels.length - 1 : bandIndex(filled, value),
    ),
    numbers,
  };
}

interface Part {
  names: string[];
  below?: number;
  customers: number;
}

function bandIndex(parts: readonly {below?: number}[], value: number): number {
  return parts.findIndex(({below}) => below === undefined || value < below);
}

function joinSmall(parts: Part[]): Part[] {
  const joined = [...parts];
  for (;;) {
    const small = joined.findIndex(({customers}) => customers < FEWEST);
    if (small < 0 || joined.length === 1) return joined;
    const before = joined[small - 1]?.customers ?? Number.POSITIVE_INFINITY;
    const after = joined[small + 1]?.customers ?? Number.POSITIVE_INFINITY;
    const first = before <= after ? small - 1 : small;
    const [a, b] = joined.slice(first, first + 2);
    joined.splice(first, 2, {
      names: [...a.names, ...b.names],
      below: b.below,
      customers: a.customers + b.customers,
    });
  }
}

/** `65 to under 75` and `75 or more` are `65 or more`; bands of other names are named by the first and the last. */
export function joinedName(names: readonly string[]): string {
  const [first, last] = [names[0], names[names.length - 1]];
  if (names.length === 1) return first;
  const [, from] = /^(.*) to under /.exec(first) ?? [];
  const [, below] = / to (under .*)$/.exec(last) ?? [];
  if (from !== undefined && below !== undefined) return `${from} to ${below}`;
  if (from !== undefined && last.endsWith(" or more")) return `${from}${last.replace(/^\S+/, "")}`;
  if (first.startsWith("under ") && below !== undefined) return below;
  return `${first} to ${last}`;
}

/** Texts as levels: the declared ones first, then by falling number; those that few customers share are one level. */
export function levelledColumn(
  {name, levels: declared = []}: Pick<ColumnRule, "name" | "levels">,
  texts: readonly string[],
): DescribingColumn {
  const counts = new Map<string, number>();
  for (const value of texts) counts.set(value, (counts.get(value) ?? 0) + 1);
  const place = (level: string) => (declared.includes(level) ? declared.indexOf(level) : declared.length);
  const ordered = [...counts]
    .filter(([level]) => level !== "")
    .sort(([a, n], [b, m]) => place(a) - place(b) || m - n || (a < b ? -1 : 1));
  const large = ordered.filter(([level, count]) => count >= FEWEST && level !== OTHER);
  const mostFrequent = [...large].sort(([, n], [, m]) => m - n).slice(0, MOST_LEVELS);
  const kept = large.filter((entry) => mostFrequent.includes(entry)).map(([level]) => level);
  const rest = ordered.filter(([level]) => !kept.includes(level));
  // a rest of few customers would be told apart all the same
  const restCount = rest.reduce((sum, [, count]) => sum + count, 0);
  if (restCount > 0 && restCount < FEWEST && kept.length > 1) kept.pop();
  const missing = counts.get("") ?? 0;
  const hasOther = ordered.length > kept.length;
  const joinMissing = missing > 0 && missing < FEWEST;
  const levels = [
    ...kept,
    ...(hasOther || joinMissing ? [OTHER] : []),
    ...(missing > 0 && !joinMissing ? [NOT_STATED] : []),
  ];
  const other = levels.indexOf(OTHER);
  return {
    name,
    levels,
    values: Int32Array.from(texts, (value) => {
      if (value === "") return joinMissing ? other : levels.indexOf(NOT_STATED);
      const at = kept.indexOf(value);
      return at < 0 ? other : at;
    }),
  };
}
