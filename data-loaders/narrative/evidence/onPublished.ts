import type {FigureValue} from "../../../src/lib/narrative/formatFigure.js";
import {sameValue} from "../../../src/lib/narrative/sameValue.js";
import {verdictWords} from "../../../src/lib/narrative/verdict.js";
import {type ChartMarkup, nothingToDraw} from "./drawCharts.js";
import type {Evidence} from "./evaluateQueries.js";

/** What a query gives on the published tables: see `EvidenceQuery`. */
export interface PublishedResult {
  value: FigureValue;
  text: string;
}

/** Results of the published tables that differ from those of the exact ones, by id; null where a query fails on them. */
export function resultsOnPublished(
  exact: Evidence,
  published: Evidence,
): Record<string, PublishedResult | null> {
  const there = resultsOf(published);
  const differing = [...resultsOf(exact)].flatMap(([id, result]) => {
    const other = there.get(id) ?? null;
    const isSame = other !== null && sameValue(other.value, result.value) && other.text === result.text;
    return isSame ? [] : [[id, other] as const];
  });
  return Object.fromEntries(differing);
}

function resultsOf({figures, claims, statements, benchmarks}: Evidence): Map<string, PublishedResult> {
  return new Map([
    ...[...figures, ...benchmarks].map(({id, value, text}) => [id, {value, text}] as const),
    ...claims.map(({id, verdict}) => [id, {value: verdict, text: verdictWords[verdict]}] as const),
    ...statements.map(({id, holds, found}) => [id, {value: holds, text: found}] as const),
  ]);
}

const note =
  '<p class="withheld">Drawn from the published rows, in which at least ten customers share their values; of large files they are a sample.</p>';
const notDrawn = '<p class="withheld">The rows behind this chart are not published.</p>';

/** Charts of the published tables, with a note where they differ from those of the exact ones, or cannot be drawn. */
export function chartsAsPublished(
  exact: readonly ChartMarkup[],
  published: readonly ChartMarkup[],
): ChartMarkup[] {
  const there = new Map(published.map((chart) => [chart.id, chart.html]));
  return exact.map((chart) => {
    const html = there.get(chart.id);
    if (html === chart.html) return chart;
    const isDrawn = html !== undefined && html !== nothingToDraw;
    return {...chart, html: isDrawn ? `${html}${note}` : notDrawn};
  });
}
