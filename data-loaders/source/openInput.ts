import {readFile} from "node:fs/promises";
import {resolve} from "node:path";
import type {DatasetDefinition} from "../datasets/dataset.js";
import {samplePath} from "../datasets/samples.js";
import {sha256} from "../engine/content/sha256.js";
import {type Progress, silentProgress} from "../engine/progress/progress.js";
import {InputError} from "./inputError.js";
import type {InputFileContent} from "./inputFileContent.js";
import {type LocatedCustomers, locateCustomers} from "./locateCustomers.js";
import type {Surroundings} from "./locateInput.js";
import {isParquet} from "./readParquet.js";
import {unreadableFile} from "./unreadableFile.js";

/**
 * Finds and reads the input of a data set; see `locateCustomers`.
 *
 * @param progress is told of the copying of a table
 */
export async function openInput(
  definition: DatasetDefinition,
  {root, env}: Surroundings,
  progress: Progress = silentProgress,
): Promise<InputFileContent> {
  return readInput(definition, await locateCustomers(definition, {root, env}, progress), root);
}

/**
 * Reads an input as a whole.
 *
 * @param root the project's folder
 * @throws InputError if it is larger than that
 */
export async function readInput(
  definition: DatasetDefinition,
  {file, name, path, isCopy}: LocatedCustomers,
  root: string,
): Promise<InputFileContent> {
  const unreadable = unreadableFile(file);
  if (unreadable) throw new InputError(path, [unreadable]);
  const bytes = await readFile(file);
  const sample = await readFile(resolve(root, samplePath(definition))).catch(() => undefined);
  return {
    path,
    name,
    bytes,
    sha256: sha256(bytes),
    synthetic: !isCopy && (sample?.equals(bytes) ?? false),
    format: isParquet(file) ? "parquet" : "csv",
  };
}
