import {
  type ClaimFirmness,
  firmnessShort,
  hangsOn,
  shareHolding,
} from "../../../src/lib/narrative/claimFirmness.js";
import {evidenceStrength} from "../../../src/lib/narrative/evidenceStrength.js";
import {type Verdict, verdictWords} from "../../../src/lib/narrative/verdict.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {Claim} from "../../narrative/evidence/evaluateQueries.js";
import {type Cell, htmlTable, queryCell, textCell} from "./htmlTable.js";
import {type PageUse, usesCell} from "./pageUses.js";
import {sampleNote} from "./samplesBehind.js";

/** What a reader should see first stands first. */
const order: readonly Verdict[] = ["fails", "untestable", "holds"];

/**
 * Every claim of the report with its verdict; those that do not hold come first.
 *
 * @param samples what says of a claim that it is of a sample; see `samplesBehind`
 */
export function claimsList(
  claims: readonly Claim[],
  uses: ReadonlyMap<string, PageUse[]>,
  firmness: ReadonlyMap<string, ClaimFirmness> = new Map(),
  samples: ReadonlyMap<string, string> = new Map(),
): Markup {
  const inOrder = [...claims].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const rows = inOrder.map((claim) => {
    const tag = claim.verdict === "fails" ? "mark" : "span";
    const className = claim.verdict === "untestable" ? "claim untestable" : "claim";
    return [
      {
        html: html`<${tag} class="${className}" data-claim="${claim.id}">${claim.label}</${tag}><br><code>${claim.id}</code>${sampleNote(samples.get(claim.id))}`,
        sort: claim.label,
      },
      textCell(verdictWords[claim.verdict]),
      textCell(evidenceStrength(claim.headers.evidence)),
      firmnessCell(firmness.get(claim.id)),
      usesCell(uses.get(`claim ${claim.id}`)),
      queryCell(claim.sql),
    ];
  });
  const count = (wanted: Verdict) => claims.filter(({verdict}) => verdict === wanted).length;
  const quoted = claims.filter(({id}) => uses.has(`claim ${id}`)).length;
  return joined(
    [
      html`<p>${count("holds")} of ${claims.length} claims hold, ${count("fails")} do not, and ${count("untestable")} have nothing to test in these data. Pages make ${quoted} of the claims.</p>`,
      html`<section data-recompute="claims">${htmlTable("Claims", ["Claim", "Verdict", "Evidence", "Other analyses", "Page and line", "Query"], rows)}</section>`,
    ],
    "\n",
  );
}

/** Sorted by the share of analyses in which the claim holds; what no analysis tests comes last. */
export function firmnessCell(firmness: ClaimFirmness | undefined): Cell {
  if (firmness === undefined) return {...textCell("not computed"), sort: 3};
  const hangs = hangsOn(firmness);
  const share = shareHolding(firmness);
  return {
    html: html`${firmnessShort(firmness)}${hangs === "" ? "" : html`; ${hangs}`}`,
    sort: Number.isNaN(share) ? 2 : share,
  };
}
