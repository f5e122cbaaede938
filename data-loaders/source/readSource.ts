import type {DatasetDefinition} from "../datasets/dataset.js";
import type {CustomerTable} from "./customers.js";
import type {InputFileContent} from "./inputFileContent.js";
import {pseudonyms} from "./pseudonym.js";
import {checkCustomers} from "./readCustomers.js";

/**
 * The source stage: the validated customers, under pseudonyms. Of the texts only those that describe customers or tell an
 * outcome go on: keys stay behind. Without a column of keys the row numbers name the customers.
 */
export async function readSource(
  input: InputFileContent,
  definition: Pick<DatasetDefinition, "id" | "contract">,
  secret: string,
): Promise<{customers: CustomerTable; customerIds: string[]}> {
  const customers = await checkCustomers(input, definition);
  const key = definition.contract.columns.find(({role}) => role === "key");
  const keys = key === undefined ? undefined : customers.text[key.name];
  const text = Object.fromEntries(Object.entries(customers.text).filter(([name]) => name !== key?.name));
  const customerIds =
    keys === undefined
      ? Array.from({length: customers.rows}, (_, row) => `row${row + 1}`)
      : pseudonyms(keys, secret, definition.id);
  return {customers: {...customers, text}, customerIds};
}
