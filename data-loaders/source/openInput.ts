import {readFile} from "node:fs/promises";
import {basename, resolve} from "node:path";
import type {DatasetDefinition} from "../datasets/dataset.js";
import {samplePath} from "../datasets/samples.js";
import {sha256} from "../engine/content/sha256.js";
import {type Progress, silentProgress} from "../engine/progress/progress.js";
import {cachePath} from "../engine/project/cachePath.js";
import {trinoAccess} from "../engine/trino/trinoAccess.js";
import {openTrino} from "../engine/trino/trinoSession.js";
import {isTrinoAddress, trinoTable} from "../engine/trino/trinoTable.js";
import type {InputFileContent} from "./inputFileContent.js";
import {locateInput, type Surroundings} from "./locateInput.js";
import {isParquet} from "./readParquet.js";
import {fetchCustomers} from "./warehouse/fetchCustomers.js";

/**
 * Finds and reads the input of a data set: a file, or a copy of the table in a warehouse that the data set's variable names.
 *
 * @param progress is told of the copying
 * @throws SettingError, InputError as `locateInput`, WarehouseError as `fetchCustomers`
 */
export async function openInput(
  definition: DatasetDefinition,
  {root, env}: Surroundings,
  progress: Progress = silentProgress,
): Promise<InputFileContent> {
  const named = env[definition.inputVariable] ?? "";
  if (isTrinoAddress(named)) {
    const table = trinoTable(named, definition.inputVariable);
    const session = await openTrino(table, trinoAccess(env));
    return fetchCustomers(session, table, definition, cachePath("warehouse"), progress);
  }
  const path = locateInput(definition, {root, env});
  const bytes = await readFile(path);
  const sample = await readFile(resolve(root, samplePath(definition))).catch(() => undefined);
  return {
    path,
    name: basename(path),
    bytes,
    sha256: sha256(bytes),
    synthetic: sample?.equals(bytes) ?? false,
    format: isParquet(path) ? "parquet" : "csv",
  };
}
