import type {DatasetDefinition} from "../datasets/dataset.js";
import type {CustomerTable} from "./customers.js";
import type {InputFileContent} from "./openInput.js";
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
  const keys = key === undefined ? rowNumbers(customers.rows) : customers.text[key.name];
  const text = Object.fromEntries(Object.entries(customers.text).filter(([name]) => name !== key?.name));
  return {customers: {...customers, text}, customerIds: pseudonyms(keys, secret, definition.id)};
}

function rowNumbers(rows: number): string[] {
  return Array.from({length: rows}, (_, row) => String(row + 1));
}
