import {utimes} from "node:fs/promises";
import {datasets} from "../datasets/datasets.js";
import {contentKey} from "../engine/content/contentKey.js";
import {replaceFile} from "../engine/files/replaceFile.js";
import type {Progress} from "../engine/progress/progress.js";
import {cachePath} from "../engine/project/cachePath.js";
import {projectPath} from "../engine/project/projectPath.js";
import {openStages} from "../engine/stages/runStage.js";
import {type GatheredEvidence, gatherEvidence} from "../narrative/evidence/gatherEvidence.js";
import type {PublishedDatabase} from "../narrative/evidence/withPublished.js";
import {type Edition, runPipeline} from "../pipeline.js";

/** What a build is made from: the data sets' published files, and the evidence for the pages. */
export interface PreparedEdition {
  editions: Edition[];
  evidence: GatheredEvidence;
  /** The editions' databases with the exact rows, in their order. */
  databases: PublishedDatabase[];
  /** Published files by path; see `siteAddress`. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Runs the pipeline of every data set, then the figures, claims and charts. */
export async function prepareEdition(
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
): Promise<PreparedEdition> {
  const editions = await all(datasets().map((definition) => runPipeline(definition, progress, env)));
  const databases = await Promise.all(
    editions.map((edition) =>
      storedDatabase(edition, edition.exactDatabase ?? publishedDatabase(edition), edition.allCustomers),
    ),
  );
  const published = await Promise.all(
    editions.map((edition) => storedDatabase(edition, publishedDatabase(edition))),
  );
  const stages = openStages(cachePath("stages"), progress);
  const evidence = await gatherEvidence(databases, stages, published);
  return {editions, evidence, databases, files: new Map(editions.flatMap(({files}) => [...files]))};
}

function publishedDatabase({definition: {id}, files}: Edition): Uint8Array {
  const bytes = files.get(`${id}.duckdb`);
  if (bytes === undefined) throw new Error(`${id} publishes no database`);
  return bytes;
}

/**
 * An edition's database as a file, which queries need. It is named by its content: a check of other data must not take
 * the one away that a preview shows.
 */
async function storedDatabase(
  {definition: {id, schema}}: Edition,
  bytes: Uint8Array,
  all?: Edition["allCustomers"],
): Promise<PublishedDatabase> {
  const key = all === undefined ? contentKey(bytes) : contentKey(bytes, all.key);
  const path = `.cache/databases/${id}-${key.slice(0, 32)}.duckdb`;
  await replaceFile(projectPath(path), bytes);
  const now = new Date();
  await utimes(projectPath(path), now, now);
  return {schema, path, key, ...(all === undefined ? {} : {attached: all})};
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
