import type MarkdownIt from "markdown-it";
import {html} from "../../engine/html/markup.js";
import type {Figure} from "../evidence/evaluateQueries.js";
import {type NarrativeEvidence, verdictOnSentence} from "../evidence/narrativeEvidence.js";
import {type NeededBlock, neededBlocks} from "../syntax/neededBlocks.js";

/**
 * Leaves out the blocks that need a figure (`<div data-needs="figure.id">`) where it is zero or has no value, and says so in
 * one line: an action that reaches nobody is not printed as an action. Blocks for where claims do not hold
 * (`<div data-unless="claim.id">`) are left out without a word where these hold. An unknown figure leaves its block as it is;
 * the check names it.
 *
 * @param read gives the current evidence
 */
export function needsPlugin(md: MarkdownIt, read: () => Pick<NarrativeEvidence, "figures" | "claims">): void {
  md.core.ruler.push("needs", (state) => {
    const blocks = neededBlocks(state.tokens).filter((block) => !isPrinted(block, read()));
    // from the last, so that places of the earlier ones stay
    for (const {kind, target, from, to, anchor} of blocks.toReversed()) {
      const token = new state.Token("html_block", "", 0);
      token.content = kind === "unless" ? "" : leftOut(target, read().figures.get(target), anchor);
      state.tokens.splice(from, to - from, token);
    }
  });
}

function leftOut(id: string, figure: Figure | undefined, anchor: string | undefined): string {
  const attribute = anchor === undefined ? "" : html` id="${anchor}"`;
  const found = figure?.value === null ? "has no value" : `is ${figure?.text ?? ""}`;
  return String(
    html`<p${attribute} class="hint">Left out: “${figure?.label ?? id}” ${found} in these data.</p>\n`,
  );
}

/** True where the data are such that readers get the block. */
export function isPrinted(
  {kind, target}: NeededBlock,
  evidence: Pick<NarrativeEvidence, "figures" | "claims">,
): boolean {
  if (kind === "unless") return verdictOnSentence(target, evidence) === "fails";
  const figure = evidence.figures.get(target);
  return figure === undefined || (typeof figure.value === "number" && figure.value > 0);
}
