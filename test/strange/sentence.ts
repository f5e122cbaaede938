import type {Verdict} from "../../src/lib/narrative/verdict.js";
import type {Row, Tables} from "./publishedRows.js";

/** What a sentence says, worked out from published rows in TypeScript: whoever wrote it has read the sentence, not its query. */
export type Sentence = (tables: Tables) => Verdict;

/**
 * A sentence about sets of rows: it can be tested where none is empty.
 *
 * @param about the sets that the sentence speaks of
 * @param isTrue null where the rows do not tell
 */
export function sentence(
  about: (tables: Tables) => readonly (readonly Row[])[],
  isTrue: (tables: Tables) => boolean | null,
): Sentence {
  return (tables) => {
    if (about(tables).some((rows) => rows.length === 0)) return "untestable";
    const truth = isTrue(tables);
    return truth === null ? "untestable" : truth ? "holds" : "fails";
  };
}

/** Compares two numbers; null where one is none. */
export function compare(a: number, b: number, isTrue: (a: number, b: number) => boolean): boolean | null {
  return Number.isFinite(a) && Number.isFinite(b) ? isTrue(a, b) : null;
}

export const above = (a: number, b: number) => compare(a, b, (x, y) => x > y);
export const below = (a: number, b: number) => compare(a, b, (x, y) => x < y);
export const atLeast = (a: number, b: number) => compare(a, b, (x, y) => x >= y);

/** True where all are; null where none is false and one cannot be told. */
export function all(...truths: (boolean | null)[]): boolean | null {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}
