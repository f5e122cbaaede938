import {escapeHtml} from "../narrative/escapeHtml.js";
import type {CurrentEvidence} from "./currentEvidence.js";

/** Says on every page which input the report was built from. */
export function footer(inputs: CurrentEvidence["inputs"]): string {
  return inputs
    .map(({title, name, rows, sha256, synthetic}) => {
      const kind = synthetic ? "<strong>Synthetic sample</strong>: no row is a real customer" : "Input file";
      return `<p>${escapeHtml(title)}. ${kind}. <code>${escapeHtml(name)}</code>, ${rows.toLocaleString("en-US")} rows, SHA-256 <code title="${sha256}">${sha256.slice(0, 12)}…</code></p>`;
    })
    .join("");
}

/**
 * The line above every page that is built from made-up data; empty if all inputs are real.
 *
 * @param toRoot relative path from the page to the site's root
 */
export function syntheticNotice(inputs: CurrentEvidence["inputs"], toRoot: string): string {
  if (!inputs.some(({synthetic}) => synthetic)) return "";
  return `<p class="synthetic">Built from a <strong>synthetic sample</strong>: no row is a real customer, no interval and no agreement is evidence. <a href="${toRoot}review/provenance#synthetic-sample">What it can show</a></p>\n`;
}
