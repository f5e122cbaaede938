import type MarkdownIt from "markdown-it";
import type {Token} from "markdown-it";
import {premisesOf, type Verdict} from "../../../src/lib/narrative/verdict.js";
import {type NarrativeEvidence, verdictOnSentence} from "../evidence/narrativeEvidence.js";
import {type AdviceBlock, adviceBlocks} from "../syntax/adviceBlocks.js";

const reasons: Readonly<Record<Exclude<Verdict, "holds">, string>> = {
  fails: "A recommendation is withheld: these data contradict what it rests on.",
  untestable: "A recommendation is withheld: these data hold nothing that it rests on.",
};

/**
 * Takes advice out of a page where the claims that it rests on do not all hold, and says so in its place. Headings within
 * stay, struck through, as other pages may link to them.
 *
 * @param read gives the current evidence; it is asked at every rendering, so that a preview follows
 */
export function withholdAdvice(md: MarkdownIt, read: () => NarrativeEvidence): void {
  md.core.ruler.push("withhold advice", (state) => {
    // from the end, so that the places of those before stay
    for (const block of adviceBlocks(state.tokens).reverse()) {
      const verdict = verdictOnSentence(block.premises, read());
      if (verdict === "holds") continue;
      const html = verdict === undefined ? unknown(block, read()) : withheld(block, verdict);
      const token = (type: string, content: string) =>
        Object.assign(new state.Token(type, "", 0), {content, children: null});
      state.tokens.splice(
        block.from,
        block.to - block.from,
        ...replaced(block, state.tokens.slice(block.from, block.to), html, token),
      );
    }
  });
}

type MakeToken = (type: string, content: string) => Token;

function replaced({shape}: AdviceBlock, tokens: Token[], html: string, token: MakeToken): Token[] {
  if (shape === "division") {
    const [first] = tokens;
    const isWhole = tokens.length === 1;
    first.content = `${/^[\s\S]*?>/.exec(first.content)?.[0]}\n`;
    const close = isWhole ? token("html_block", "</div>\n") : tokens[tokens.length - 1];
    const kept = isWhole ? [] : headings(tokens, token);
    return [first, ...kept, token("html_block", `<p>${html}</p>\n`), close];
  }
  if (shape === "heading") return headings(tokens, token);
  if (shape === "row") return oneCell(tokens, html, token);
  let isFirst = true;
  for (const each of tokens)
    if (each.type === "inline") {
      each.children = isFirst ? [token("html_inline", html)] : [];
      isFirst = false;
    }
  return tokens;
}

/** The row as one cell: a narrow first column must not hold a sentence. */
function oneCell(tokens: readonly Token[], html: string, token: MakeToken): Token[] {
  const [row, open, inline, close] = tokens;
  open.attrs = [["colspan", String(tokens.filter(({type}) => type === "td_open").length)]];
  inline.children = [token("html_inline", html)];
  return [row, open, inline, close, tokens[tokens.length - 1]];
}

function headings(tokens: readonly Token[], token: MakeToken): Token[] {
  return tokens.flatMap((open, index) => {
    if (open.type !== "heading_open") return [];
    const [inline, close] = tokens.slice(index + 1, index + 3);
    inline.children = [
      token("html_inline", '<s class="withheld">'),
      ...(inline.children ?? []),
      token("html_inline", "</s>"),
    ];
    return [open, inline, close];
  });
}

function withheld({premises}: AdviceBlock, verdict: Exclude<Verdict, "holds">): string {
  const className = verdict === "untestable" ? "withheld untestable" : "withheld";
  return `<span class="${className}" data-claim="${premises}">${reasons[verdict]}</span>`;
}

function unknown({premises}: AdviceBlock, {claims}: NarrativeEvidence): string {
  const ids = premisesOf(premises).filter((id) => !claims.has(id));
  return `<strong class="narrative-error">${ids.length === 0 ? "advice names no claim" : `no claim ${ids.join(", ")}`}</strong>`;
}
