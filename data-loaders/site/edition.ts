import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {contentKey} from "../cache/contentKey.js";
import {openStages} from "../cache/runStage.js";
import {datasets} from "../datasets/datasets.js";
import {type GatheredEvidence, gatherEvidence} from "../narrative/gatherEvidence.js";
import {type Edition, runPipeline} from "../pipeline.js";
import type {Progress} from "../progress/progress.js";
import {projectPath} from "../projectPath.js";
import {siteAddress} from "../publish/siteAddress.js";
import {filesBelow} from "../sourceFiles.js";
import {preparedFiles} from "./reviewFiles.js";

/** Where the current edition waits for Framework: `data/…` and `evidence.json`. */
const folder = projectPath(".cache/edition");

/** What a build is made from: the data sets' published files, and the evidence for the pages. */
export interface PreparedEdition {
  editions: Edition[];
  evidence: GatheredEvidence;
  /** Published files by path; see `siteAddress`. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Runs the pipeline of every data set, then the figures, claims and charts; leaves all of it where the pages find it. */
export async function prepareEdition(
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
): Promise<PreparedEdition> {
  const editions = await all(datasets.map((definition) => runPipeline(definition, progress, env)));
  const files = new Map(editions.flatMap((edition) => [...edition.files]));
  for (const [path, bytes] of files) await replaceFile(join(folder, siteAddress(path)), bytes);
  await removeOthers(folder, files.keys());
  const databases = editions.map(({definition: {id, schema}, key}) => ({
    schema,
    path: relative(projectPath("."), join(folder, "data", `${id}.duckdb`)),
    key,
  }));
  const evidence = await gatherEvidence(databases, openStages(projectPath(".cache/stages"), progress));
  const json = JSON.stringify({
    evidence,
    inputs: editions.map(({definition, input}) => ({id: definition.id, title: definition.title, ...input})),
  });
  await replaceFile(join(folder, "evidence.json"), json);
  return {editions, evidence, files};
}

/**
 * Waits for all of them.
 *
 * @throws AggregateError if several fail, so that the problems of all input files are told at once
 */
async function all<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(promises);
  const reasons: unknown[] = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason] : [],
  );
  if (reasons.length > 1) throw new AggregateError(reasons);
  return Promise.all(promises);
}

/**
 * Removes what an earlier edition published and this one does not: it would be copied into the site. The earlier review
 * stays until it is replaced, for whoever renders pages meanwhile.
 */
export async function removeOthers(folder: string, published: Iterable<string>): Promise<void> {
  const kept = new Set([...Array.from(published, siteAddress), ...preparedFiles]);
  for (const file of await filesBelow(folder)) if (!kept.has(file)) await rm(join(folder, file));
}

/** Writes a file under another name and renames it; a file that has this content already keeps its time. */
export async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present !== undefined && contentKey(present) === contentKey(Buffer.from(content))) return;
  await mkdir(dirname(path), {recursive: true});
  const unfinished = `${path}.${process.pid}`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, {force: true});
  }
}
