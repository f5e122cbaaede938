import {readFile} from "node:fs/promises";
import {basename, resolve} from "node:path";
import type {DatasetDefinition} from "../datasets/dataset.js";
import {samplePath} from "../datasets/samples.js";
import {sha256} from "../engine/content/sha256.js";
import {locateInput, type Surroundings} from "./locateInput.js";

/** The file that a report is built from, read once: what is checked, keyed and published is about these bytes. */
export interface InputFileContent {
  path: string;
  /** Its name without the folder. */
  name: string;
  bytes: Uint8Array;
  sha256: string;
  /** True if the bytes are those of the embedded sample, wherever the file is. */
  synthetic: boolean;
}

/**
 * Finds and reads the input of a data set.
 *
 * @throws SettingError, InputError as `locateInput`
 */
export async function openInput(
  definition: DatasetDefinition,
  {root, env}: Surroundings,
): Promise<InputFileContent> {
  const path = locateInput(definition, {root, env});
  const bytes = await readFile(path);
  const sample = await readFile(resolve(root, samplePath(definition))).catch(() => undefined);
  return {
    path,
    name: basename(path),
    bytes,
    sha256: sha256(bytes),
    synthetic: sample?.equals(bytes) ?? false,
  };
}
