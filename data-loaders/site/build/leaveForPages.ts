import {rm} from "node:fs/promises";
import {join} from "node:path";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";
import {siteAddress} from "../../publish/siteAddress.js";
import {preparedFiles} from "../pages/reviewFiles.js";
import type {PreparedSite} from "./prepareSite.js";

/** Where the current edition waits for Framework: `data/…`, `evidence.json` and `review.json`. */
const folder = projectPath(".cache/edition");

/** Leaves what the pages are made from where Framework's configuration and its loaders find it. */
export async function leaveForPages({editions, evidence, files, lists}: PreparedSite): Promise<void> {
  for (const [path, bytes] of files) await replaceFile(join(folder, siteAddress(path)), bytes);
  await removeOthers(folder, files.keys());
  const inputs = editions.map(({definition: {id, title}, input}) => ({id, title, ...input}));
  const published = [...files.keys()];
  await replaceFile(join(folder, "evidence.json"), JSON.stringify({evidence, inputs, published}));
  await replaceFile(join(folder, "review.json"), JSON.stringify(lists));
}

/**
 * Removes what an earlier edition published and this one does not: it would be copied into the site. The earlier review
 * stays until it is replaced, for whoever renders pages meanwhile.
 */
export async function removeOthers(folder: string, published: Iterable<string>): Promise<void> {
  const kept = new Set([...Array.from(published, siteAddress), ...preparedFiles]);
  for (const file of await filesBelow(folder)) if (!kept.has(file)) await rm(join(folder, file));
}
