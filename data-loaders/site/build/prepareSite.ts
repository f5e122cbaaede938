import {readFile} from "node:fs/promises";
import {changesSince, type EditionRecord} from "../../edition/changes/changesSince.js";
import {prepareEdition} from "../../edition/edition.js";
import {type EditionWithMultiverse, withMultiverse} from "../../edition/multiverse/withMultiverse.js";
import {billOfMaterials} from "../../edition/packages/billOfMaterials.js";
import {licencesText, shippedPackages} from "../../edition/packages/shippedPackages.js";
import {describeEvidence} from "../../edition/review/describeEvidence.js";
import {reviewLists} from "../../edition/review/reviewLists.js";
import {pruneCache} from "../../engine/content/pruneCache.js";
import {type Progress, silentProgress} from "../../engine/progress/progress.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {openStages} from "../../engine/stages/runStage.js";
import type {checkNarrative, NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import {narrative} from "../../narrative/check/stages.js";
import type {GatheredEvidence} from "../../narrative/evidence/gatherEvidence.js";
import type {ReviewLists} from "../../narrative/evidence/reviewNames.js";
import {readPages} from "../../narrative/syntax/readPages.js";
import {makeFrontPage} from "../pages/frontPage.js";
import {reviewFiles} from "../pages/reviewFiles.js";
import {sentencesByPage} from "../pages/sentencesByPage.js";

/** All that the pages are made from: the edition, what its pages say, and the lists of the review pages. */
export interface PreparedSite extends EditionWithMultiverse {
  record: EditionRecord;
  check: NarrativeCheck;
  lists: ReviewLists;
}

/** See `checkNarrative`. */
type CheckPages = (...given: Parameters<typeof checkNarrative>) => NarrativeCheck | Promise<NarrativeCheck>;

/**
 * Prepares the edition, checks the pages against it, and compares it with an earlier one. The site and the preview stay as
 * they are; see `writePageInputs`.
 *
 * @param against the earlier edition; default: the site that was built last
 * @param checkElsewhere checks the pages where another process has loaded the code for it
 * @param otherAnalyses `computed` to carry out the other analyses of the chapters, which takes several seconds after a change of
 * data or claims; else they are there only if they are stored
 */
export async function prepareSite(
  progress: Progress,
  against?: string,
  checkElsewhere?: CheckPages,
  otherAnalyses: "computed" | "stored" = "stored",
): Promise<PreparedSite> {
  await makeFrontPage();
  const edition = await prepareEdition(progress);
  const {evidence} = edition;
  const check = await checkPages(
    progress,
    evidence,
    [...edition.files.keys(), ...reviewFiles],
    checkElsewhere,
  );
  // a build that is refused for its sentences needs no other analyses
  const isRefused = check.problems.some(({level}) => level === "error");
  const only = otherAnalyses === "computed" && !isRefused ? undefined : "stored";
  const prepared = await withMultiverse(edition, progress, only);
  const record = await changesSince(prepared, against);
  const lists = await reviewLists(prepared, check, record.changes);
  const files = new Map([
    ...prepared.files,
    ["evidence.json", asJson(describeEvidence(prepared))],
    ["sentences.json", asJson(sentencesByPage(await readPages()))],
    ["changes.json", asJson(record.changes)],
    ["bom.json", await billOfMaterials()],
    ["licences.txt", new TextEncoder().encode(licencesText(await shippedPackages()))],
  ]);
  for (const cache of ["stages", "code", "databases", "kernels", "fonts", "warehouse", "population"])
    pruneCache(cachePath(cache));
  return {...prepared, files, check, record, lists};
}

function asJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * Checks the pages against the evidence that was left for them: where nothing else has changed, that is all there is to do.
 *
 * @returns undefined where no edition was left yet
 */
export async function checkAgain(): Promise<Pick<PreparedSite, "check" | "evidence"> | undefined> {
  const left = await readFile(projectPath(".cache/edition/evidence.json"), "utf8").catch(() => undefined);
  if (left === undefined) return undefined;
  const {evidence, published}: {evidence: GatheredEvidence; published: string[]} = JSON.parse(left);
  await makeFrontPage();
  return {evidence, check: await checkPages(silentProgress, evidence, published)};
}

/** The narrative check, which reads all pages; run again only when a page or the evidence has changed. */
async function checkPages(
  progress: Progress,
  evidence: GatheredEvidence,
  published: readonly string[],
  checkElsewhere?: CheckPages,
): Promise<NarrativeCheck> {
  const pages = await readPages();
  const {value} = await openStages(cachePath("stages"), progress).run(
    "narrative",
    narrative.module,
    [...Array.from(pages).flat(), JSON.stringify(evidence), JSON.stringify(published)],
    async () => (checkElsewhere ?? (await narrative.load()))(pages, evidence, published),
  );
  return value;
}
