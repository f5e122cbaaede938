import type {DatasetDefinition} from "../datasets/dataset.js";
import type {CustomerTable} from "./customers.js";
import {pseudonyms} from "./pseudonym.js";
import {readCustomers} from "./readCustomers.js";

/** The source stage: the validated customers, under pseudonyms. */
export async function readSource(
  path: string,
  definition: DatasetDefinition,
  {synthetic, secret}: {synthetic: boolean; secret: string},
): Promise<{customers: CustomerTable; customerIds: string[]}> {
  const customers = await readCustomers(path, definition, {synthetic});
  const key = definition.contract.columns.find(({role}) => role === "key");
  const keys = key === undefined ? [] : customers.text[key.name];
  return {customers: {...customers, text: {}}, customerIds: pseudonyms(keys, secret, definition.id)};
}
