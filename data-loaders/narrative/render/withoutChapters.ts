import type MarkdownIt from "markdown-it";
import {html} from "../../engine/html/markup.js";

/** Pages that are about the chapters' customers, and nothing without them. */
const aboutChapters = new Set(["/score", "/explore", "/lab"]);

/**
 * Leaves a page that asks about customers its heading alone where there is no chapter, and says how to begin: no form that
 * nobody can fill in.
 *
 * @param count gives the number of chapters; it is asked at every rendering, so that a preview follows
 */
export function withoutChapters(md: MarkdownIt, count: () => number): void {
  md.core.ruler.push("without-chapters", (state) => {
    const {path}: {path: string} = state.env;
    if (state.inlineMode || !aboutChapters.has(path) || count() > 0) return;
    const end = state.tokens.findIndex(({type}) => type === "heading_close");
    const token = new state.Token("html_block", "", 0);
    token.content = String(
      html`<p>There is no chapter yet. <code>npm run new -- path/to/customers.csv</code> writes one.</p>\n`,
    );
    state.tokens.splice(end + 1, state.tokens.length, token);
  });
}
