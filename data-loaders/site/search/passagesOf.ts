import type {Passage} from "../../../src/lib/search/passage.js";

/** What a reader does not read as text, or only on demand. */
const unread = /<(svg|style|script|noscript|details|button|select)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g;
/** Elements with text of their own. */
const block = /<(h[1-4]|p|li|figcaption|dt|dd|caption|tr|blockquote)\b([^>]*)>/g;
/** Of a row, what it is about stands in the first cells; numbers follow. */
const CELLS = 2;
const LETTERS = /\p{L}{2,}/u;

/**
 * Takes the passages out of a page's HTML, in its order. A scanner does, where a DOM would take a tenth of a second for a page:
 * the HTML is that which this build writes.
 */
export function passagesOf(html: string): Passage[] {
  const text = html.replace(unread, " ");
  const starts = Array.from(text.matchAll(block), (match) => ({
    tag: match[1],
    id: /\bid="([^"]*)"/.exec(match[2])?.[1] ?? "",
    from: match.index + match[0].length,
    start: match.index,
  }));
  const passages: Passage[] = [];
  let heading = {anchor: "", text: ""};
  for (const [i, {tag, id, from}] of starts.entries()) {
    const inner = text.slice(from, endOf(text, tag, from, starts[i + 1]?.start));
    const words = plain(
      tag === "tr"
        ? inner
            .split(/<\/t[dh]>/)
            .slice(0, CELLS)
            .join(" · ")
        : inner,
    );
    if (!LETTERS.test(words)) continue;
    if (/^h\d$/.test(tag)) {
      heading = {anchor: id, text: words};
      passages.push({text: words, anchor: id, heading: ""});
    } else passages.push({text: words, anchor: id || heading.anchor, heading: heading.text});
  }
  return passages;
}

/** Where a block ends: at its end tag, or where the next block begins within it. */
function endOf(text: string, tag: string, from: number, next = text.length): number {
  const end = text.indexOf(`</${tag}>`, from);
  return Math.min(end < 0 ? text.length : end, next);
}

/** Text as a reader sees it. */
function plain(html: string): string {
  const spaced = html.replaceAll(/<(br|td|th|div)\b[^>]*>/g, " ").replaceAll(/<[^>]+>/g, "");
  return spaced
    .replaceAll(/&(#\d+|#x[\da-f]+|\w+);/gi, (entity, name: string) => character(name) ?? entity)
    .replaceAll(/\s+/g, " ")
    .replaceAll("\u200b", "")
    .trim();
}

/** Those that the writers of this build's HTML use. */
const named: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " "};

function character(name: string): string | undefined {
  if (!name.startsWith("#")) return named[name];
  return String.fromCodePoint(Number(name.replace(/^#(x?)/i, (_, x: string) => (x === "" ? "" : "0x"))));
}
