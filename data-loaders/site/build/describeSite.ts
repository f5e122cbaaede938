import {readFile} from "node:fs/promises";
import {hashes, type Manifest, manifestFormat} from "../../edition/manifest.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {PreparedSite} from "./prepareSite.js";

/** Describes a finished site. */
export async function describeSite(
  folder: string,
  siteKey: string,
  {editions, evidence, record}: PreparedSite,
): Promise<Manifest> {
  const {version}: {version: string} = JSON.parse(await readFile(projectPath("package.json"), "utf8"));
  return {
    format: manifestFormat,
    cardlens: version,
    siteKey,
    inputs: editions.map(({definition, input}) => ({dataset: definition.id, ...input})),
    stages: Object.fromEntries(
      editions.flatMap(({stages}) => stages.map(({stage, result}) => [stage, result])),
    ),
    figures: Object.fromEntries(evidence.figures.map(({id, value, text}) => [id, {value, text}])),
    claims: Object.fromEntries(evidence.claims.map(({id, verdict}) => [id, verdict])),
    snapshots: record.snapshots,
    evidenceKey: record.evidenceKey,
    comparedWith: record.changes?.earlier.evidenceKey ?? null,
    files: await hashes(folder),
  };
}
