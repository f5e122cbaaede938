import type MarkdownIt from "markdown-it";
import {html} from "../../engine/html/markup.js";
import type {Figure} from "../evidence/evaluateQueries.js";
import {neededBlocks} from "../syntax/neededBlocks.js";

/**
 * Leaves out the blocks that need a figure (`<div data-needs="figure.id">`) where it is zero or has no value, and says so in
 * one line: an action that reaches nobody is not printed as an action. An unknown figure leaves its block as it is; the check
 * names it.
 *
 * @param read gives the current figures by id
 */
export function needsPlugin(md: MarkdownIt, read: () => ReadonlyMap<string, Figure>): void {
  md.core.ruler.push("needs", (state) => {
    const blocks = neededBlocks(state.tokens).filter(({needs}) => isNothing(read().get(needs)));
    // from the last, so that places of the earlier ones stay
    for (const {needs, from, to, anchor} of blocks.toReversed()) {
      const figure = read().get(needs);
      const token = new state.Token("html_block", "", 0);
      const id = anchor === undefined ? "" : html` id="${anchor}"`;
      token.content = String(
        html`<p${id} class="hint">Left out: “${figure?.label ?? needs}” is ${figure?.text ?? ""} in these data.</p>\n`,
      );
      state.tokens.splice(from, to - from, token);
    }
  });
}

/** True where there is nothing of what the figure counts. */
export function isNothing(figure: Figure | undefined): boolean {
  return figure !== undefined && !(typeof figure.value === "number" && figure.value > 0);
}
