import {type ClaimFirmness, shareHolding} from "../../../src/lib/narrative/claimFirmness.js";
import {html, joined, type Markup, markupFrom} from "../../engine/html/markup.js";
import type {Claim} from "../../narrative/evidence/evaluateQueries.js";
import type {Edition} from "../../pipeline.js";
import type {Multiverse} from "../multiverse/multiverse.js";
import {multiverseCurve} from "../multiverse/multiverseCurve.js";
import {firmnessCell} from "./claimsList.js";
import {htmlTable, numberCell} from "./htmlTable.js";
import {closedReviewGroup} from "./reviewGroup.js";

/** How the report fares in other analyses, chapter by chapter: in numbers, as a curve, and claim by claim, the least firm first. */
export async function otherAnalysesList(
  claims: readonly Claim[],
  editions: readonly Edition[],
  multiverse: readonly Multiverse[] | undefined,
): Promise<Markup> {
  if (multiverse === undefined)
    return html`<p>The other analyses of these data and claims are not computed yet: <code>npm run build</code> does so.</p>`;
  const chapters = await Promise.all(
    multiverse
      .filter(({analyses}) => analyses.length > 0)
      .map(async (chapter) => {
        const edition = editions.find(({definition}) => definition.id === chapter.id);
        if (edition === undefined) throw new Error(`no edition of ${chapter.id}`);
        const {title} = edition.definition;
        return joined(
          [
            html`<h2 id="${chapter.id}">${title}</h2>`,
            html`<p>${summary(chapter)}</p>`,
            html`<figure>${markupFrom(await multiverseCurve(chapter, edition.definition))}</figure>`,
            leastFirm(chapter, claims, title),
          ],
          "\n",
        );
      }),
  );
  if (chapters.length === 0)
    return html`<p>This edition was built without other analyses: <code>otherAnalyses</code> in <code>cardlens.yaml</code> is off, or the customers are so many that each chapter works on a sample.</p>`;
  return joined(chapters, "\n");
}

function summary({analyses, firmness}: Multiverse): string {
  const all = [...firmness.values()];
  const tested = all.filter(({dependence}) => dependence === "tested");
  const always = tested.filter(({holds, fails}) => holds > 0 && fails === 0).length;
  const mostly = tested.filter((one) => one.fails > 0 && shareHolding(one) >= 0.9).length;
  const half = tested.filter((one) => shareHolding(one) < 0.5).length;
  const count = (dependence: ClaimFirmness["dependence"]) =>
    all.filter((one) => one.dependence === dependence).length;
  return [
    `${analyses.length} other analyses change what ${tested.length} of the chapter’s ${all.length} claims read.`,
    `Of these claims, ${always} hold in every analysis that can test them, ${mostly} more in at least nine of ten, and ${half} in fewer than half.`,
    `${count("none")} claims read nothing that another analysis changes, and ${count("not repeated")} say how firm the report’s own groups are.`,
  ].join(" ");
}

function leastFirm({firmness}: Multiverse, claims: readonly Claim[], title: string): Markup {
  const failing = claims.flatMap((claim) => {
    const found = firmness.get(claim.id);
    return found !== undefined && found.fails > 0 ? [{claim, found}] : [];
  });
  failing.sort((a, b) => shareHolding(a.found) - shareHolding(b.found));
  const rows = failing.map(({claim, found}) => [
    {
      html: html`<span class="claim" data-claim="${claim.id}">${claim.label}</span><br><code>${claim.id}</code>`,
      sort: claim.label,
    },
    firmnessCell(found),
    numberCell(found.untestable),
  ]);
  return closedReviewGroup(
    title,
    html`Claims that fail in some analysis <small>${rows.length}</small>`,
    htmlTable(
      `Claims of ${title} that fail in other analyses`,
      ["Claim", "Holds in", "Nothing to test in"],
      rows,
    ),
  );
}
