import {readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";
import type {NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import {failingInAll} from "../../narrative/check/failingSentences.js";
import {siteAddress} from "../../publish/siteAddress.js";
import {preparedFiles} from "../pages/reviewFiles.js";
import type {PreparedSite} from "./prepareSite.js";

/** Where the current edition waits for Framework: `data/…`, `evidence.json`, `review.json` and `failing.json`. */
const folder = projectPath(".cache/edition");

/** Writes what the pages are made from where Framework's configuration and its loaders find it. */
export async function writePageInputs({
  editions,
  evidence,
  check,
  files,
  lists,
}: PreparedSite): Promise<void> {
  for (const [path, bytes] of files) await replaceFile(join(folder, siteAddress(path)), bytes);
  await removeOthers(folder, files.keys());
  const inputs = editions.map(({definition: {id, title}, input, disclosure}) => ({
    id,
    title,
    publishedRows: disclosure.rows,
    ...(disclosure.sampleOf === undefined
      ? {}
      : {sample: {rows: disclosure.exact.rows, of: disclosure.sampleOf}}),
    ...input,
  }));
  const published = [...files.keys()];
  await replaceFile(join(folder, "evidence.json"), JSON.stringify({evidence, inputs, published}));
  await replaceFile(join(folder, "review.json"), JSON.stringify(lists));
  await writeFailing(check);
}

/**
 * Writes how many sentences fail, which the front page opens with.
 *
 * @returns whether it is another count than before
 */
export async function writeFailing(check: NarrativeCheck): Promise<boolean> {
  const file = join(folder, "failing.json");
  const now = JSON.stringify(failingInAll(check));
  if ((await readFile(file, "utf8").catch(() => undefined)) === now) return false;
  await replaceFile(file, now);
  return true;
}

/**
 * Removes what an earlier edition published and this one does not: it would be copied into the site. The earlier review
 * stays until it is replaced, for whoever renders pages meanwhile.
 */
export async function removeOthers(folder: string, published: Iterable<string>): Promise<void> {
  const kept = new Set([...Array.from(published, siteAddress), ...preparedFiles]);
  for (const file of await filesBelow(folder)) if (!kept.has(file)) await rm(join(folder, file));
}
