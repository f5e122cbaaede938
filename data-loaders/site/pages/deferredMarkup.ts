import type {PageEvidence} from "./pageEvidence.js";

const heading = /(<h[23][^>]*>[\s\S]*?<\/h[23]>)/;

/**
 * Evidence with comments in place of charts and of what stands between the headings of lists. Framework parses
 * every page several times with a DOM made for correctness, not for speed; what it need not look at is put in
 * when it is done. Headings it must see: it lists them beside the page, and its search finds them.
 */
export function deferMarkup(evidence: PageEvidence): PageEvidence {
  if (evidence !== deferred?.evidence) deferred = {evidence, result: withPlaceholders(evidence)};
  return deferred.result;
}

/** Pages ask for each of their figures. */
let deferred: {evidence: PageEvidence; result: PageEvidence} | undefined;

function withPlaceholders(evidence: PageEvidence): PageEvidence {
  const charts = Array.from(evidence.charts.values(), (chart) => ({
    ...chart,
    html: placeholder("chart", chart.id),
  }));
  const reviews = Array.from(evidence.reviews, ([name, html]) => {
    const parts = html.split(heading);
    return [
      name,
      parts.map((part, i) => (i % 2 === 1 ? part : placeholder("review", name, i))).join(""),
    ] as const;
  });
  return {...evidence, charts: new Map(charts.map((chart) => [chart.id, chart])), reviews: new Map(reviews)};
}

const comments = /<!--deferred (chart|review) ([\w.-]+) (\d+)-->/g;

/** Puts the charts and lists where `deferMarkup` left their comments. */
export function insertMarkup(html: string, evidence: PageEvidence): string {
  return html.replace(comments, (comment) => markupOf(comment, evidence) ?? comment);
}

/** The charts and lists that `insertMarkup` would put into a page. */
export function deferredIn(html: string, evidence: PageEvidence): string[] {
  return Array.from(html.matchAll(comments), ([comment]) => markupOf(comment, evidence) ?? "");
}

function markupOf(comment: string, {charts, reviews}: PageEvidence): string | undefined {
  const [[, kind, id, part]] = comment.matchAll(comments);
  return kind === "chart" ? charts.get(id)?.html : reviews.get(id)?.split(heading)[Number(part)];
}

function placeholder(kind: "chart" | "review", id: string, part = 0): string {
  return `<!--deferred ${kind} ${id} ${part}-->`;
}
