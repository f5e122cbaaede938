import {NORMAL_975} from "../statistics/tests/normalQuantile.js";
import type {EvidenceQuery, PublishedSample} from "./evidenceFile.js";
import {type FigureValue, formatFigure} from "./formatFigure.js";
import {sameValue} from "./sameValue.js";
import {type Verdict, verdictOfAll} from "./verdict.js";

/** What a recomputation found. */
export interface Recomputed {
  agrees: boolean;
  /** True where the page's value was computed on exact rows and this one, as in the build, on the published rows. */
  isOfPublishedRows?: boolean;
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
  if (query.published) {
    const {value: expected, text: built, sample} = query.published;
    const isSame =
      query.kind === "statement"
        ? value === expected && (found ?? "nothing") === built
        : sameValue(value, expected);
    return compareOnPublished(
      isSame,
      query.kind === "statement" ? truth(value) : formatFigure(value, format),
      printed,
      sample,
    );
  }
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
  const agrees = queries.every(
    ({value, published}, i) => (published ? published.value : value) === computed[i],
  );
  const words: Record<Verdict, string> = {
    holds: "the statement holds",
    fails: "the statement does not hold",
    untestable: "there is nothing to test in these data",
  };
  if (queries.some(({published}) => published))
    return compareOnPublished(
      agrees,
      words[verdictOfAll(computed)],
      words[verdictOfAll(queries.map(({value}) => verdictFrom(value)))],
      queries.find(({published}) => published?.sample !== undefined)?.published?.sample,
    );
  return {
    agrees,
    verdict: `${agrees ? "Agrees" : "Differs"}: in your browser ${words[verdictOfAll(computed)]}.`,
  };
}

/** What a recomputation says of a query that needs rows which are not published. */
export const notOnPublished: Recomputed = {
  agrees: false,
  isOfPublishedRows: true,
  verdict:
    "Cannot be computed here: the query needs exact rows, which are not published. The build computed it on them.",
};

/** Compares a result on the published rows with what the build got on the same rows; the page has that of the exact rows. */
function compareOnPublished(
  isSame: boolean,
  computed: string,
  printed: string,
  sample: PublishedSample | undefined,
): Recomputed {
  if (!isSame)
    return {
      agrees: false,
      verdict: `Differs: on the published rows your browser computes ${computed}, which is not what the build computed on them.`,
    };
  if (sample !== undefined) {
    const [rows, of] = [sample.rows, sample.of].map((count) => count.toLocaleString("en-GB"));
    const points = ((100 * 0.5 * NORMAL_975) / Math.sqrt(sample.rows)).toFixed(1);
    return {
      agrees: false,
      isOfPublishedRows: true,
      verdict: `Consistent: on the published customers, a sample of ${rows} of ${of}, your browser computes ${computed}, as the build did on them. The page has ${printed}, computed over all ${of}. A share in the sample is right to ${points} percentage points (95% interval); a count is one of the sample.`,
    };
  }
  return {
    agrees: false,
    isOfPublishedRows: true,
    verdict: `Consistent: on the published rows your browser computes ${computed}, as the build did on them. The page has ${printed}, computed on the exact rows, which are not published.`,
  };
}

function verdictFrom(value: FigureValue): Verdict {
  return value === "holds" || value === "fails" ? value : "untestable";
}

function truth(value: FigureValue): string {
  return value === true ? "that the statement holds" : "that the statement does not hold";
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
