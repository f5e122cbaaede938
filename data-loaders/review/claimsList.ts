import {evidenceStrength} from "../../src/lib/evidenceStrength.js";
import {escapeHtml} from "../narrative/escapeHtml.js";
import type {Claim} from "../narrative/evaluateQueries.js";
import {htmlTable, queryCell, textCell} from "./htmlTable.js";
import {type PageUse, usesCell} from "./pageUses.js";

/** Every claim of the report with its verdict; those that do not hold come first. */
export function claimsList(claims: readonly Claim[], uses: ReadonlyMap<string, PageUse[]>): string {
  const inOrder = [...claims].sort((a, b) => Number(a.holds) - Number(b.holds));
  const rows = inOrder.map((claim) => {
    const tag = claim.holds ? "span" : "mark";
    return [
      {
        html: `<${tag} class="claim" data-claim="${claim.id}">${escapeHtml(claim.label)}</${tag}><br><code>${claim.id}</code>`,
        sort: claim.label,
      },
      textCell(claim.holds ? "holds" : "does not hold"),
      textCell(evidenceStrength(claim.headers.evidence)),
      usesCell(uses.get(`claim ${claim.id}`)),
      queryCell(claim.sql),
    ];
  });
  const holding = claims.filter(({holds}) => holds).length;
  const quoted = claims.filter(({id}) => uses.has(`claim ${id}`)).length;
  return [
    `<p>${holding} of ${claims.length} claims hold; pages make ${quoted} of them.</p>`,
    `<section data-recompute="claims">${htmlTable("Claims", ["Claim", "Verdict", "Evidence", "Page and line", "Query"], rows)}</section>`,
  ].join("\n");
}
