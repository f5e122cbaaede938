import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {contentKey} from "../../engine/content/contentKey.js";
import {sha256} from "../../engine/content/sha256.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {PreparedEdition} from "../edition.js";
import type {Manifest} from "../manifest.js";
import {type Snapshot, takeSnapshot} from "../snapshot.js";
import type {Changes} from "./compareEditions.js";
import {type EarlierEdition, EarlierEditionError, openEarlierEdition} from "./earlierEdition.js";

const dist = projectPath("dist");

/** The present edition in the form that later ones compare themselves with, and what has changed. */
export interface EditionRecord {
  snapshots: Snapshot[];
  /** Key of all that two editions are compared by: inputs, figures, claims, segments, models. */
  evidenceKey: string;
  /** Null where there is nothing to compare with. */
  changes: Changes | null;
}

/**
 * Compares the present edition with the one named, or else with the site that was built last.
 *
 * A build of the same evidence as the last one keeps the comparison of that: an edited sentence does not
 * make the page say that nothing has changed, and a second build of the same is the same.
 *
 * @param against what `--against` names
 */
export async function changesSince(
  {editions, evidence, databases}: PreparedEdition,
  against: string | undefined,
): Promise<EditionRecord> {
  const snapshots = editions.map(takeSnapshot);
  const evidenceKey = contentKey(
    JSON.stringify([
      editions.map(({input}) => input),
      evidence.figures.map(({id, value}) => [id, value]),
      evidence.claims.map(({id, verdict}) => [id, verdict]),
      snapshots,
    ]),
  );
  const earlier = against === undefined ? await lastEdition() : await openEarlierEdition(against);
  if (earlier === undefined) return {snapshots, evidenceKey, changes: null};
  try {
    if (against === undefined && earlier.manifest.evidenceKey === evidenceKey)
      return {snapshots, evidenceKey, changes: await comparisonOf(earlier.manifest)};
    // loaded when needed: it brings DuckDB
    const {compareEditions} = await import("./compareEditions.js");
    const changes = await compareEditions(earlier, evidence, editions, snapshots, databases);
    return {snapshots, evidenceKey, changes};
  } finally {
    await earlier.close();
  }
}

/** The site that was built last. One of another format counts as none: nobody has asked to compare with it. */
async function lastEdition(): Promise<EarlierEdition | undefined> {
  return openEarlierEdition(dist).catch((error: unknown) => {
    if (error instanceof EarlierEditionError) return undefined;
    throw error;
  });
}

/** The comparison that the last site shows; null if its file is not as it was built. */
async function comparisonOf({files}: Manifest): Promise<Changes | null> {
  const bytes = await readFile(join(dist, "data/changes.json")).catch(() => undefined);
  if (bytes === undefined || sha256(bytes) !== files["data/changes.json"]) return null;
  return JSON.parse(bytes.toString("utf8"));
}
