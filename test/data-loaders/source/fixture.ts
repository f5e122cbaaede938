import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import type {CustomerTable, QualityRule} from "../../../data-loaders/source/customers.js";
import {InputError} from "../../../data-loaders/source/inputError.js";
import {readCustomers} from "../../../data-loaders/source/readCustomers.js";
import {alllife} from "../../definitions.js";

export const HEADER =
  "Sl_No,Customer Key,Avg_Credit_Limit,Total_Credit_Cards,Total_visits_bank,Total_visits_online,Total_calls_made";

/** A row of AllLife that is right, different for each number. */
export function goodRow(number: number): string {
  return `${number},${10_000 + number},${1_000 * number},${(number % 9) + 1},1,2,3`;
}

/** Twelve rows that are right; `change` replaces some of them by their number, from 1. */
export function goodRows(change: Readonly<Record<number, string>> = {}): string[] {
  return Array.from({length: 12}, (_, i) => change[i + 1] ?? goodRow(i + 1));
}

/** A file of AllLife that is right but for the rows named. */
export function goodFile(change: Readonly<Record<number, string>> = {}): string {
  return `${[HEADER, ...goodRows(change)].join("\n")}\n`;
}

/** Runs a test in a folder of its own. */
export async function inFolder<T>(run: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "cardlens-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Reads a file with this content. */
export function read(
  content: string | Uint8Array,
  definition: DatasetDefinition = alllife,
  name = definition.inputFile,
): Promise<CustomerTable> {
  return inFolder((folder) => {
    writeFileSync(join(folder, name), content);
    return readCustomers(join(folder, name), definition, {synthetic: false});
  });
}

/** The error that a file with this content gives. */
export async function refusal(
  content: string | Uint8Array,
  definition: DatasetDefinition = alllife,
  name = definition.inputFile,
): Promise<InputError> {
  try {
    await read(content, definition, name);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the file was accepted");
}

/** The message of that error, without the folder. */
export async function complaint(
  content: string | Uint8Array,
  definition: DatasetDefinition = alllife,
  name = definition.inputFile,
): Promise<string> {
  return withoutFolder((await refusal(content, definition, name)).message);
}

/** A message without the temporary folders in it. */
export function withoutFolder(message: string): string {
  return message.replace(/(\/[^/\s]+)*\/cardlens-\w+/g, "…");
}

/** A rule of the table by its id. */
export function rule(table: CustomerTable, id: string): QualityRule {
  const found = table.quality.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no quality rule ${id}`);
  return found;
}
