import type {CurrentEvidence} from "./currentEvidence.js";

/**
 * Evidence with comments in place of charts and lists. Framework parses every page several times with a DOM
 * made for correctness, not for speed; what it need not look at is put in when it is done.
 */
export function deferMarkup(evidence: CurrentEvidence): CurrentEvidence {
  const charts = Array.from(evidence.charts.values(), (chart) => ({
    ...chart,
    html: placeholder("chart", chart.id),
  }));
  const reviews = Array.from(evidence.reviews.keys(), (name) => [name, placeholder("review", name)] as const);
  return {...evidence, charts: new Map(charts.map((chart) => [chart.id, chart])), reviews: new Map(reviews)};
}

/** Puts the charts and lists where `deferMarkup` left their comments. */
export function insertMarkup(html: string, {charts, reviews}: CurrentEvidence): string {
  return html.replace(/<!--deferred (chart|review) ([\w.-]+)-->/g, (comment, kind: string, id: string) => {
    const markup = kind === "chart" ? charts.get(id)?.html : reviews.get(id);
    return markup ?? comment;
  });
}

function placeholder(kind: "chart" | "review", id: string): string {
  return `<!--deferred ${kind} ${id}-->`;
}
