import {premisesOf} from "../../../src/lib/narrative/verdict.js";

/** A sentence of a page of which a part, or all of it, rests on claims; text with its figures as `{{id}}`. */
export interface ClaimSentence {
  claims: string[];
  /** What stands before the part in the same sentence, and after it. */
  before: string;
  text: string;
  after: string;
}

/** `[text](claim:a,b)`; a link has no other link in its text. */
const claimLink = /\[((?:[^[\]\\]|\\.)+)\]\(claim:([^()\s]+)\)/g;

/** Where a sentence begins: after the one before, or with a block, an item, a heading or a cell. */
const beginning = /[.!?](?:\s*\{\w+\})?\s+|(?:^|\n)\s*(?:(?:[-*]|\d+\.|#{1,6})\s+|\n)|\||>\s*|!\[/g;
const end = /[.!?](?=\s|\{|\]|<|$)|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s+|\||<|\]\(chart:/;

/** The sentences of a page that rest on claims, in their order; the same one only once. */
export function claimSentences(source: string): ClaimSentence[] {
  const found = Array.from(source.matchAll(claimLink), (match): ClaimSentence => {
    const [link, text, target] = match;
    const lead = source.slice(0, match.index);
    const last = Array.from(lead.matchAll(beginning)).pop();
    const rest = source.slice(match.index + link.length);
    const close = end.exec(rest);
    const mark = close !== null && /[.!?]/.test(close[0]) ? 1 : 0;
    return {
      claims: premisesOf(target),
      before: plain(lead.slice(last === undefined ? 0 : last.index + last[0].length))
        .trimStart()
        .replace(/^(?:-|\d+\.|#{1,6})\s+/, ""),
      text: plain(text),
      after: plain(rest.slice(0, close === null ? undefined : close.index + mark)).trimEnd(),
    };
  });
  const seen = new Set<string>();
  return found.filter((sentence) => {
    const key = JSON.stringify(sentence);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Markdown without its marks: links are their text. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/\]\([^()\s]*\)/g, "")
    .replaceAll(/<[^<>]*>|\{(?:method|opinion|advice)\}|[[\]*`]/g, "")
    .replaceAll(/\s+/g, " ");
}
