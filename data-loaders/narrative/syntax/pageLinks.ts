import type {Token} from "markdown-it";
import type {ParsedPage} from "./parsePage.js";

/** Where a link of a page leads, and where it stands. */
export interface PageLink {
  href: string;
  /** From 1. */
  line: number;
  column: number;
}

const htmlLink = /\s(href="([^"$]+)")/g;

/**
 * The links of a page as Markdown understands it, those in HTML included; code has none.
 *
 * Tokens know their block's lines only: a link is looked for there as it may be written, and stands at the block's
 * beginning where it is written in another way.
 */
export function pageLinks({source, tokens, firstLine}: ParsedPage): PageLink[] {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({index}) => index + 1)];
  const offset = (line: number) => starts[line + firstLine] ?? source.length;
  const links: PageLink[] = [];
  let from = 0;
  let end = source.length;
  const add = (href: string, written: readonly string[], before: number) => {
    const found = written.map((text) => source.indexOf(text, from)).find((at) => at >= 0 && at < before);
    const at = found ?? from;
    const line = starts.findLastIndex((start) => start <= at);
    links.push({href, line: line + 1, column: at - starts[line] + 1});
    // the next link stands behind it
    if (found !== undefined) from = found + 1;
  };
  for (const token of tokens) {
    if (token.map) {
      from = Math.max(from, offset(token.map[0]));
      end = offset(token.map[1]);
    }
    const parts = token.children ?? [token];
    for (const [index, part] of parts.entries()) {
      if (part.type === "link_open") {
        const href = part.attrGet("href") ?? "";
        add(href, markdownForms(href, parts[index + 1]), end);
      }
      // HTML that holds expressions is a token without lines, but all HTML stands in the source as it is
      if (part.type.startsWith("html_"))
        for (const [, written, href] of part.content.matchAll(htmlLink)) add(href, [written], source.length);
    }
    if (token.map && token.nesting === 0) from = Math.max(from, end);
  }
  return links;
}

/** How a link with this target may be written; the last is a link by reference, which shows its text only. */
function markdownForms(href: string, text: Token): string[] {
  const plain = decoded(href);
  return [`](${href}`, `](${plain}`, `](<${plain}`, `[${text.content}`];
}

/** A link's text without percent-encoding, or as it is where that is not valid. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
