import type MarkdownIt from "markdown-it";
import type {Token} from "markdown-it";
import {type FigureValue, formatFigure, invalidFormat} from "../../../src/lib/narrative/formatFigure.js";
import {premisesOf, type Verdict} from "../../../src/lib/narrative/verdict.js";
import {html, type Markup, markupFrom} from "../../engine/html/markup.js";
import {failureOf, type NarrativeEvidence, verdictOnSentence} from "../evidence/narrativeEvidence.js";
import {figurePattern} from "../syntax/figurePattern.js";
import {suggestion} from "../syntax/nearest.js";
import {formatProblem} from "../syntax/problem.js";
import {anyMark, leadingMark} from "../syntax/sentenceMarks.js";
import {headingNames} from "./headingNames.js";

const figuresPattern = new RegExp(figurePattern, "g");

/**
 * Teaches Markdown the report's references: `{{figure}}` becomes its value, `[sentence](claim:id)` a
 * sentence marked with its verdict, an image of `chart:id` a drawn chart with its data, and an image of
 * `review:name` a list of the review. The marks of sentences that need no claim are taken out.
 *
 * @param read gives the current evidence; it is asked at every rendering, so that a preview follows
 */
export function narrativePlugin(md: MarkdownIt, read: () => NarrativeEvidence): void {
  md.inline.ruler.before("link", "figure", (state, silent) => {
    if (!state.src.startsWith("{{", state.pos)) return false;
    const match = figurePattern.exec(state.src.slice(state.pos));
    if (match?.index !== 0) return false;
    if (!silent) state.push("figure_value", "", 0).content = match[0];
    state.pos += match[0].length;
    return true;
  });
  md.inline.ruler.before("link", "sentence mark", (state, silent) => {
    const mark = leadingMark.exec(state.src.slice(state.pos))?.[0];
    if (mark === undefined) return false;
    if (!silent) state.pending = state.pending.trimEnd();
    state.pos += mark.length;
    const isFirst = state.src.slice(0, state.pos - mark.length).trim() === "";
    while (isFirst && state.src[state.pos] === " ") state.pos++;
    return true;
  });
  headingNames(md, (reference) => printedFigure(reference, read()) ?? "");
  md.core.ruler.push("narrative", ({tokens}) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type === "inline") markClaims(token.children ?? []);
      if (token.type === "html_block")
        token.content = token.content
          .replace(anyMark, "")
          .replace(figuresPattern, (text) => String(figureMarkup(text, read())));
      unwrapImage(tokens, index);
    }
  });
  md.renderer.rules.figure_value = (tokens, index) => String(figureMarkup(tokens[index].content, read()));
  md.renderer.rules.claim_open = (tokens, index) => String(openClaim(tokens[index].content, read()));
  md.renderer.rules.claim_close = (tokens, index) => String(closeClaim(tokens[index].content, read()));
  md.renderer.rules.chart = (tokens, index, options, environment, self) => {
    const token = tokens[index];
    const caption = self.renderInline(token.children ?? [], options, environment);
    return String(chartMarkup(token.content, caption, read()));
  };
  md.renderer.rules.review = (tokens, index) => String(reviewMarkup(tokens[index].content, read()));
}

/** Turns links to `claim:id` into claim tokens; links do not nest. */
function markClaims(children: Token[]): void {
  let open = "";
  for (const token of children) {
    if (token.children) markClaims(token.children);
    const target = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
    if (target.startsWith("claim:")) {
      open = target.slice("claim:".length);
      Object.assign(token, {type: "claim_open", content: open});
    } else if (token.type === "link_close" && open !== "") {
      Object.assign(token, {type: "claim_close", content: open});
      open = "";
    }
  }
}

/** A paragraph that holds nothing but an image of `chart:id` or `review:name` becomes that. */
function unwrapImage(tokens: Token[], index: number): void {
  const [open, inline, close] = tokens.slice(index, index + 3);
  const image = inline?.children?.length === 1 ? inline.children[0] : undefined;
  const [, type, content] =
    /^(chart|review):(.*)$/.exec(image?.type === "image" ? (image.attrGet("src") ?? "") : "") ?? [];
  if (open.type !== "paragraph_open" || type === undefined || !image || !close) return;
  open.hidden = close.hidden = true;
  Object.assign(image, {type, content});
}

/** A number is kept on one line with what it counts; a text may be long, as may words around a number, and breaks as the prose does. */
function classOf(value: FigureValue, printed: string): Markup | string {
  if (value === null) return html` class="no-value"`;
  return typeof value === "string" || printed.split(" ").length > 2 ? html` class="text"` : "";
}

/** What a reference prints; nothing where there is no such figure, or its format is none. */
function printedFigure(reference: string, evidence: NarrativeEvidence): string | undefined {
  const [, id, format] = figurePattern.exec(reference) ?? [];
  const figure = evidence.figures.get(id);
  const own = format?.trim();
  if (figure === undefined || own === undefined) return figure?.text;
  return invalidFormat(own) === undefined ? formatFigure(figure.value, own) : undefined;
}

function figureMarkup(text: string, evidence: NarrativeEvidence): Markup {
  const [, id, format] = figurePattern.exec(text) ?? [];
  const figure = evidence.figures.get(id);
  if (figure === undefined) return missing("figure", id, evidence);
  const own = format?.trim();
  const invalid = own === undefined ? undefined : invalidFormat(own);
  // a preview must live on with the mistake in the page
  if (invalid !== undefined) return failure(invalid);
  const printed = own === undefined ? figure.text : formatFigure(figure.value, own);
  const exact = String(figure.value ?? "");
  return html`<data value="${exact}" data-figure="${id}"${classOf(figure.value, printed)}${own === undefined ? "" : html` data-format="${own}"`}>${printed}</data>`;
}

/** Where a sentence's evidence is opened: a sign that takes no room and is quiet until it is asked for. */
const evidenceMark = html`<span class="evidence-mark"></span>`;

/** Each verdict's tags. A sentence with nothing to test is not struck out: it is not contradicted. */
const claimTags: Readonly<Record<Verdict, (target: string) => Markup>> = {
  holds: (target) => html`<span class="claim" data-claim="${target}">`,
  fails: (target) => html`<mark class="claim" data-claim="${target}">`,
  untestable: (target) => html`<span class="claim untestable" data-claim="${target}">`,
};
const afterClaim: Readonly<Record<Verdict, Markup>> = {
  holds: html`</span>${evidenceMark}`,
  fails: html`</mark>${evidenceMark} <strong class="claim-verdict">(not supported by these data)</strong>`,
  untestable: html`</span>${evidenceMark} <span class="claim-verdict untestable">(nothing to test in these data)</span>`,
};

function openClaim(target: string, evidence: NarrativeEvidence): Markup {
  const verdict = verdictOnSentence(target, evidence);
  if (verdict !== undefined) return claimTags[verdict](target);
  const unknown = premisesOf(target).filter((id) => !evidence.claims.has(id));
  return html`${missing("claim", unknown[0] ?? target, evidence)} `;
}

function closeClaim(target: string, evidence: NarrativeEvidence): Markup {
  const verdict = verdictOnSentence(target, evidence);
  return verdict === undefined ? html`` : afterClaim[verdict];
}

function chartMarkup(id: string, caption: string, evidence: NarrativeEvidence): Markup {
  const chart = evidence.charts.get(id);
  if (chart === undefined) return missing("chart", id, evidence);
  return html`<figure class="chart" data-chart="${id}"><figcaption>${markupFrom(caption)}</figcaption>${markupFrom(chart.html)}</figure>\n`;
}

function reviewMarkup(name: string, {reviews}: NarrativeEvidence): Markup {
  const list = reviews.get(name);
  return list !== undefined
    ? markupFrom(list)
    : failure(`no review ${name}${suggestion(name, reviews.keys())}`);
}

/** What a page says in place of a reference that leads nowhere. */
function missing(kind: "figure" | "claim" | "chart", id: string, evidence: NarrativeEvidence): Markup {
  const problem = failureOf(kind, id, evidence);
  if (problem !== undefined) return failure(formatProblem(problem));
  const known = {figure: evidence.figures, claim: evidence.claims, chart: evidence.charts}[kind];
  return failure(`no ${kind} ${id}${suggestion(id, known.keys())}`);
}

function failure(message: string): Markup {
  return html`<strong class="narrative-error">${message}</strong>`;
}
