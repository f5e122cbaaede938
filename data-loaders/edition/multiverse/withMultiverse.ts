import {contentKey} from "../../engine/content/contentKey.js";
import {type Progress, silentProgress} from "../../engine/progress/progress.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {openStages} from "../../engine/stages/runStage.js";
import type {Edition} from "../../pipeline.js";
import {catalogIn} from "../../publish/catalog.js";
import {addTables} from "../../publish/stages.js";
import type {PreparedEdition} from "../edition.js";
import {type Multiverse, runMultiverse} from "./multiverse.js";
import {multiverseTables} from "./multiverseTables.js";

/** An edition with the other analyses of its chapters, whose tables it publishes. */
export interface EditionWithMultiverse extends PreparedEdition {
  /** In the order of the editions; undefined where they were not computed. */
  multiverse: Multiverse[] | undefined;
}

/**
 * Adds the other analyses to an edition. They come after the evidence, which cannot quote them: a claim on how firm claims are
 * would be one of them.
 *
 * @param only `stored` to add them only where all of them are in the cache
 */
export async function withMultiverse(
  prepared: PreparedEdition,
  progress: Progress,
  only?: "stored",
): Promise<EditionWithMultiverse> {
  const multiverse = await runMultiverse(prepared, progress, only);
  if (multiverse === undefined) return {...prepared, multiverse};
  const editions = await Promise.all(
    prepared.editions.map((edition, i) => withTables(edition, multiverse[i])),
  );
  return {...prepared, multiverse, editions, files: new Map(editions.flatMap(({files}) => [...files]))};
}

async function withTables(edition: Edition, multiverse: Multiverse): Promise<Edition> {
  if (multiverse.analyses.length === 0) return edition;
  const {id} = edition.definition;
  const tables = multiverseTables(multiverse, edition.definition);
  const {value, key} = await openStages(cachePath("stages"), silentProgress).runInThread(
    `${id} tables of other analyses`,
    addTables,
    fileOf(edition, `${id}.duckdb`),
    catalogIn(id, edition.files),
    tables,
  );
  return {...edition, files: new Map([...edition.files, ...value]), key: contentKey(edition.key, key)};
}

function fileOf({definition: {id}, files}: Edition, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${id} publishes no ${path}`);
  return bytes;
}
