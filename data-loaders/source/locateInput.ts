import {readdirSync, readFileSync, realpathSync, statSync} from "node:fs";
import {join, parse, resolve} from "node:path";
import type {Finding} from "../../src/lib/input/finding.js";
import {quoted} from "../../src/lib/input/quoted.js";
import type {DatasetDefinition} from "../datasets/dataset.js";
import {samplePath} from "../datasets/samples.js";
import {SettingError} from "../engine/project/settingError.js";
import {InputError} from "./inputError.js";
import {unreadableFile} from "./unreadableFile.js";

/** The file that a report is built from. */
export interface LocatedInput {
  path: string;
  /** True if its bytes are those of the embedded sample, wherever it stands. */
  synthetic: boolean;
}

/** Endings under which an analyst may leave a table; only `.csv` and `.parquet` are read. */
const TABLE = /^\.(csv|parquet|tsv|txt|xlsx?|json|gz|zip|zst|bz2|xz)$/;

/**
 * Finds the input of a data set: the file that the data set's environment variable names (relative to
 * `root`), else the bank's own `data-loaders/input/<inputFile>` or the `.parquet` of the same name, else
 * the embedded sample.
 *
 * @param root the project's folder
 * @param env the environment
 * @throws SettingError if the variable is set to nothing: whoever meant a file would get a report on the sample
 * @throws InputError if the file is not there or not readable, if there are two, or if a file in the
 *   folder is evidently meant but not named so that it would be read
 */
export function locateInput(
  definition: DatasetDefinition,
  {root, env}: {root: string; env: Readonly<Record<string, string | undefined>>},
): LocatedInput {
  const folder = resolve(root, "data-loaders", "input");
  const sample = resolve(root, samplePath(definition));
  const named = env[definition.inputVariable]?.trim();
  if (named === "") throw namesNothing(definition.inputVariable);
  if (named !== undefined) return located(resolve(root, named), sample, definition.inputVariable);
  const dropped = droppedFile(folder, definition);
  return located(dropped ?? sample, sample);
}

function namesNothing(variable: string): SettingError {
  return new SettingError(
    `${variable} is set but empty; expected the name of a file. Set it to a file, or unset it to use the file in data-loaders/input or the sample.`,
  );
}

function located(path: string, sample: string, variable?: string): LocatedInput {
  const unreadable = unreadableFile(path);
  if (unreadable) throw new InputError(path, [variable ? fromVariable(unreadable, variable) : unreadable]);
  return {path, synthetic: sameBytes(path, sample)};
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

function sameBytes(path: string, sample: string): boolean {
  const other = statSync(sample, {throwIfNoEntry: false});
  if (!other?.isFile()) return false;
  if (realpathSync(path) === realpathSync(sample)) return true;
  return statSync(path).size === other.size && readFileSync(path).equals(readFileSync(sample));
}
