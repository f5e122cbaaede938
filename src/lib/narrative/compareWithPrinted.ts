import type {EvidenceQuery} from "./evidenceFile.js";
import {type FigureValue, formatFigure} from "./formatFigure.js";
import {sameValue} from "./sameValue.js";
import {type Verdict, verdictOfAll} from "./verdict.js";

/** What a recomputation found. */
export interface Recomputed {
  agrees: boolean;
  /** A sentence for the reader. */
  verdict: string;
}

/**
 * Compares the result of a figure's, statement's or benchmark's query in the reader's browser with what the page prints.
 *
 * @param rows the result, which should be one row
 * @param printed the text in the page; default: that of the build
 * @param format the page's own format, if it names one
 */
export function compareWithPrinted(
  query: EvidenceQuery,
  rows: readonly (readonly FigureValue[])[],
  printed = query.text,
  format = query.headers.format ?? "",
): Recomputed {
  // as in the build, no row is no value, and so is a number that is not finite
  const [computed, found] = rows.length === 0 ? [null, null] : rows[0];
  const value = typeof computed === "number" && !Number.isFinite(computed) ? null : computed;
  if (rows.length > 1 || value === undefined)
    return {agrees: false, verdict: `Differs: your browser computes ${rows.length} rows, not one value.`};
  if (query.kind === "statement")
    return compareTruth(value === query.value && (found ?? "nothing") === query.text, value === true);
  const text = formatFigure(value, format);
  const isSame = sameValue(value, query.value);
  if (text === printed && isSame)
    return {agrees: true, verdict: `Agrees: your browser computes ${text}${exactly(value, text)}.`};
  return {
    agrees: false,
    verdict: `Differs${difference(value, query.value)}: your browser computes ${text}${exactly(value, text)}, the page prints ${printed}.`,
  };
}

/**
 * Compares the verdicts on a sentence's claims in the reader's browser with those of the build.
 *
 * @param computed verdicts in the browser, in the order of `queries`
 */
export function compareVerdicts(queries: readonly EvidenceQuery[], computed: readonly Verdict[]): Recomputed {
  const agrees = queries.every(({value}, i) => value === computed[i]);
  const words: Record<Verdict, string> = {
    holds: "the statement holds",
    fails: "the statement does not hold",
    untestable: "there is nothing to test in these data",
  };
  return {
    agrees,
    verdict: `${agrees ? "Agrees" : "Differs"}: in your browser ${words[verdictOfAll(computed)]}.`,
  };
}

function compareTruth(agrees: boolean, holds: boolean): Recomputed {
  const result = holds ? "the statement holds" : "the statement does not hold";
  return {agrees, verdict: `${agrees ? "Agrees" : "Differs"}: in your browser ${result}.`};
}

function exactly(value: FigureValue, text: string): string {
  return typeof value === "number" && String(value) !== text.replaceAll(",", "") ? ` (exactly ${value})` : "";
}

function difference(value: FigureValue, expected: FigureValue): string {
  return typeof value === "number" && typeof expected === "number"
    ? ` by ${formatFigure(value - expected, "+.6~g")}`
    : "";
}
