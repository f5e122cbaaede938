import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import {tablesRead} from "../../narrative/evidence/tablesRead.js";
import type {NamedQuery} from "../../narrative/syntax/namedQuery.js";
import {columnsNotRepeated, notRepeated} from "./alternativeTables.js";

/** A claim without words for people: what its verdict depends on. */
export type TestedClaim = Pick<NamedQuery, "id" | "sql"> & {about: readonly string[]};

/** What a claim's queries read of the chapter's tables. */
export interface ClaimReads {
  /** Names of the chapter's tables. */
  tables: string[];
  /** The words of the queries, in small letters: all names of columns are among them. */
  words: ReadonlySet<string>;
  /** True where columns may be read that no word names: `SELECT *`, `t.*`, NATURAL joins and the like. */
  readsUnnamed: boolean;
}

/** Finds out what a claim reads. */
export function claimReads(
  {sql, about}: TestedClaim,
  schema: string,
  tables: ReadonlySet<string>,
): ClaimReads {
  const text = [sql, ...about].join("\n").toLowerCase();
  const inSchema = new Set(Array.from(tables, (table) => `${schema}.${table}`));
  return {
    tables: tablesRead(text, inSchema).map((name) => name.slice(schema.length + 1)),
    words: new Set(text.match(/\w+/g)),
    readsUnnamed:
      /(?:select|distinct|,|\.)\s*\*|\b(?:columns|struct_pack|row)\s*\(|\b(?:natural|summarize|describe|pivot|from\s+\w+\.\w+\s*\))\b/.test(
        text,
      ),
  };
}

/** Whether a claim says how firm the report's own search or groups are, which no other analysis finds out anew. */
export function isOfTheReport({tables, words}: ClaimReads): boolean {
  return (
    tables.some((table) => notRepeated.has(table)) ||
    (tables.includes("kmeans_sweep") && [...columnsNotRepeated].some((column) => words.has(column)))
  );
}

/** Columns of a table that differ from the published ones; `rows` where other rows, or rows in another number, are there. */
export type Differences = ReadonlySet<string> | "rows";

/** How a table of another analysis differs from the published one. */
export function differencesOf(published: PublishedTable | undefined, other: PublishedTable): Differences {
  if (published === undefined) return "rows";
  const columns = new Map(published.columns.map((column) => [column.name, column.values]));
  const changed = new Set<string>();
  for (const {name, values} of other.columns) {
    const before = columns.get(name);
    if (before === undefined || before.length !== values.length) return "rows";
    if (!sameValues(before, values)) changed.add(name);
  }
  return changed;
}

function sameValues(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i]) && !(a[i] === 0 && b[i] === 0)) return false;
  return true;
}

/** Whether the claim could come out otherwise on tables with these differences. */
export function isTouched(
  {tables, words, readsUnnamed}: ClaimReads,
  differences: ReadonlyMap<string, Differences>,
): boolean {
  return tables.some((table) => {
    const changed = differences.get(table);
    if (changed === undefined || changed === "rows") return changed === "rows";
    return changed.size > 0 && (readsUnnamed || [...changed].some((column) => words.has(column)));
  });
}
