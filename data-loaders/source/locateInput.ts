import {readdirSync, statSync} from "node:fs";
import {join, parse, resolve} from "node:path";
import type {Finding} from "../../src/lib/input/finding.js";
import {quoted} from "../../src/lib/input/quoted.js";
import type {DatasetDefinition} from "../datasets/dataset.js";
import {samplePath} from "../datasets/samples.js";
import {SettingError} from "../engine/project/settingError.js";
import {InputError} from "./inputError.js";
import {unreadableFile} from "./unreadableFile.js";

/** A project's folder, and the environment. */
export interface Surroundings {
  root: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Endings under which an analyst may leave a table; only `.csv` and `.parquet` are read. */
const TABLE = /^\.(csv|parquet|tsv|txt|xlsx?|json|gz|zip|zst|bz2|xz)$/;

/**
 * Path of the input of a data set: the file that the data set's environment variable names (relative to
 * `root`), else the bank's own `data-loaders/input/<inputFile>` or the `.parquet` of the same name, else
 * the embedded sample.
 *
 * @param root the project's folder
 * @param env the environment
 * @throws SettingError if the variable is set to nothing: whoever meant a file would get a report on the sample
 * @throws InputError if the file is not there or not readable, if there are two, or if a file in the
 *   folder is evidently meant but not named so that it would be read
 */
export function locateInput(definition: DatasetDefinition, {root, env}: Surroundings): string {
  const folder = resolve(root, "data-loaders", "input");
  const named = env[definition.inputVariable]?.trim();
  if (named === "") throw namesNothing(definition.inputVariable);
  if (named !== undefined) return readable(resolve(root, named), definition.inputVariable);
  return readable(droppedFile(folder, definition) ?? resolve(root, samplePath(definition)));
}

function namesNothing(variable: string): SettingError {
  return new SettingError(
    `${variable} is set but empty; expected the name of a file. Set it to a file, or unset it to use the file in data-loaders/input or the sample.`,
  );
}

function readable(path: string, variable?: string): string {
  // what does not fit into memory is read in passes
  const unreadable = unreadableFile(path, Number.POSITIVE_INFINITY);
  if (unreadable) throw new InputError(path, [variable ? fromVariable(unreadable, variable) : unreadable]);
  return path;
}

function fromVariable(finding: Finding, variable: string): Finding {
  return {...finding, remedy: `The environment variable ${variable} names it: correct or unset it.`};
}

function droppedFile(folder: string, {inputFile}: DatasetDefinition): string | undefined {
  const stem = parse(inputFile).name;
  const accepted = [inputFile, `${stem}.parquet`];
  const meant = listFolder(folder).filter((name) => isMeant(name, stem));
  const refused = meant.filter((name) => !accepted.includes(name));
  if (refused.length > 0) throw wrongName(folder, refused, accepted);
  if (meant.length > 1) throw twoFiles(folder, meant);
  return meant.length === 1 ? join(folder, meant[0]) : undefined;
}

function listFolder(folder: string): string[] {
  return statSync(folder, {throwIfNoEntry: false})?.isDirectory() ? readdirSync(folder).sort() : [];
}

/** `AllLife.CSV`, `alllife.xlsx`, `alllife.csv.gz`: the data set's name with the ending of a table. */
function isMeant(name: string, stem: string): boolean {
  const lower = name.toLowerCase();
  const endings = lower.slice(stem.length).split(".").slice(1);
  return lower.startsWith(`${stem.toLowerCase()}.`) && endings.every((ending) => TABLE.test(`.${ending}`));
}

function wrongName(folder: string, refused: readonly string[], accepted: readonly string[]): InputError {
  return new InputError(
    folder,
    refused.map((name) => ({
      line: null,
      column: null,
      found: `the file ${quoted(name)}, which would not be read`,
      expected: accepted.join(" or "),
      remedy: "Save it as CSV or Parquet under that name, or move it away.",
    })),
  );
}

function twoFiles(folder: string, names: readonly string[]): InputError {
  return new InputError(folder, [
    {
      line: null,
      column: null,
      found: `both ${names.join(" and ")}`,
      expected: "one file for the data set",
      remedy: "Move away the one that is not meant.",
    },
  ]);
}
