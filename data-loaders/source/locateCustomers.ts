import {basename} from "node:path";
import type {DatasetDefinition} from "../datasets/dataset.js";
import type {Progress} from "../engine/progress/progress.js";
import {cachePath} from "../engine/project/cachePath.js";
import {trinoAccess} from "../engine/trino/trinoAccess.js";
import {openTrino} from "../engine/trino/trinoSession.js";
import {isTrinoAddress, trinoTable} from "../engine/trino/trinoTable.js";
import {locateInput, type Surroundings} from "./locateInput.js";
import {copyTable} from "./warehouse/copyTable.js";

/** Where the customers of a data set are to be read. */
export interface LocatedCustomers {
  /** A file: the input, or the copy of a table. */
  file: string;
  /** What the report calls it: a file's name without its folder, or catalog, schema and table. */
  name: string;
  /** What messages call it: a file's path, or the address of the table. */
  path: string;
  /** Whether it is a copy, which is never the embedded sample. */
  isCopy: boolean;
}

/**
 * Finds the input of a data set: a file, or the table in a warehouse that the data set's variable names, of which a copy is made.
 *
 * @param progress is told of the copying
 * @param limit see `copyTable`
 * @throws SettingError, InputError as `locateInput`; WarehouseError, InputError as `copyTable`
 */
export async function locateCustomers(
  definition: DatasetDefinition,
  {root, env}: Surroundings,
  progress: Progress,
  limit?: number,
): Promise<LocatedCustomers> {
  const named = env[definition.inputVariable] ?? "";
  if (!isTrinoAddress(named)) {
    const file = locateInput(definition, {root, env});
    return {file, name: basename(file), path: file, isCopy: false};
  }
  const table = trinoTable(named, definition.inputVariable);
  const session = await openTrino(table, trinoAccess(env));
  return {
    file: await copyTable(session, table, definition, cachePath("warehouse"), progress, limit),
    name: [table.catalog, table.schema, table.table].join("."),
    path: table.address,
    isCopy: true,
  };
}
