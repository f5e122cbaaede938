import {html} from "../../engine/html/markup.js";
import type {NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import type {ReviewLists} from "../../narrative/evidence/reviewNames.js";
import type {Changes} from "../changes/compareEditions.js";
import type {EditionWithMultiverse} from "../multiverse/withMultiverse.js";
import {shippedPackages} from "../packages/shippedPackages.js";
import {benchmarksList} from "./benchmarksList.js";
import {changesList} from "./changesList.js";
import {claimsList} from "./claimsList.js";
import {codeVersion} from "./codeVersion.js";
import {dataQualityList} from "./dataQualityList.js";
import {figuresList} from "./figuresList.js";
import {licencesList} from "./licencesList.js";
import {otherAnalysesList} from "./otherAnalysesList.js";
import {pageUses} from "./pageUses.js";
import {provenanceList} from "./provenanceList.js";
import {samplesBehind} from "./samplesBehind.js";
import {secondOpinionList} from "./secondOpinionList.js";
import {statementsList} from "./statementsList.js";

/** Writes the lists of the review pages. */
export async function reviewLists(
  {evidence, editions, multiverse}: EditionWithMultiverse,
  check: NarrativeCheck,
  changes: Changes | null,
): Promise<ReviewLists> {
  const uses = pageUses(check);
  const synthetic = editions.filter(({input}) => input.synthetic).map(({definition}) => definition.id);
  const firmness = new Map((multiverse ?? []).flatMap((chapter) => [...chapter.firmness]));
  const samples = samplesBehind(editions, [...evidence.figures, ...evidence.claims]);
  return {
    figures: String(figuresList(evidence.figures, uses, samples)),
    claims: String(claimsList(evidence.claims, uses, firmness, samples)),
    "other-analyses": String(await otherAnalysesList(evidence.claims, editions, multiverse)),
    statements: String(statementsList(evidence.statements)),
    benchmarks: String(
      html`${secondOpinionList(editions)}\n<h2 id="elsewhere">Values computed elsewhere</h2>\n${benchmarksList(evidence.benchmarks, new Set(synthetic))}`,
    ),
    "data-quality": String(dataQualityList(editions)),
    provenance: String(await provenanceList(editions, evidence.benchmarks, await codeVersion())),
    changes: String(changesList(changes, evidence, uses)),
    licences: String(licencesList(await shippedPackages())),
  };
}
