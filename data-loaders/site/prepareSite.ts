import {changesSince, type EditionRecord} from "../changes/changesSince.js";
import {checkNarrative, type NarrativeCheck} from "../narrative/checkNarrative.js";
import type {Progress} from "../progress/progress.js";
import {projectPath} from "../projectPath.js";
import {describeEvidence} from "../review/describeEvidence.js";
import {reviewLists} from "../review/reviewLists.js";
import type {ReviewLists} from "../review/reviewNames.js";
import {evidenceById} from "./currentEvidence.js";
import {type PreparedEdition, prepareEdition, replaceFile} from "./edition.js";
import {reviewFiles} from "./reviewFiles.js";

/** All that the pages are made from: the edition, what its pages say, and the lists of the review pages. */
export interface PreparedSite extends PreparedEdition {
  record: EditionRecord;
  check: NarrativeCheck;
  lists: ReviewLists;
}

/**
 * Prepares the edition, checks the pages against it, compares it with an earlier one, and leaves the review
 * where the pages find it.
 *
 * @param against the earlier edition; default: the site that was built last
 */
export async function prepareSite(progress: Progress, against?: string): Promise<PreparedSite> {
  const prepared = await prepareEdition(progress);
  const {evidence, editions} = prepared;
  const check = await checkNarrative(evidence, evidenceById(evidence), [
    ...prepared.files.keys(),
    ...reviewFiles,
  ]);
  const record = await changesSince(prepared, against);
  const lists = await reviewLists(prepared, check, record.changes);
  const files = new Map(prepared.files);
  const publish = async (path: string, value: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    files.set(path, bytes);
    await replaceFile(projectPath(`.cache/edition/data/${path}`), bytes);
  };
  await publish("evidence.json", describeEvidence(evidence, editions));
  await publish("changes.json", record.changes);
  await replaceFile(projectPath(".cache/edition/review.json"), JSON.stringify(lists));
  return {...prepared, files, check, record, lists};
}
