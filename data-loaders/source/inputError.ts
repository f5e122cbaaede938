import {basename} from "node:path";
import type {Finding, Place} from "../../src/lib/input/finding.js";
import {kindPlaces, kindSentence, problemKinds} from "../../src/lib/input/problemKinds.js";
import {quoted, visible} from "../../src/lib/input/quoted.js";

/** One thing that is wrong with an input file. */
export interface InputProblem extends Finding {
  /** Path of the file, as it was given. */
  file: string;
}

/** Kinds of problems that a message shows. */
const SHOWN = 20;

/**
 * An input file that cannot be used, with everything that is wrong with it.
 *
 * The message groups what differs only in line and value: what the first is, how many there are, and where the first ones
 * are. `problems` holds all of them in the order of the file.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly InputProblem[];

  constructor(file: string, findings: readonly Finding[], place: Place = "line") {
    const problems = findings
      .map((finding) => ({file, ...finding}))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    super(message(file, problems, place));
    this.problems = problems;
  }
}

function message(file: string, problems: readonly InputProblem[], place: Place): string {
  const kinds = problemKinds(problems);
  const shown = kinds.slice(0, SHOWN);
  const rest = kinds.slice(SHOWN);
  const ofKinds = kinds.length === problems.length ? "" : ` of ${counted(kinds.length, "kind")}`;
  return [
    `cannot use ${visible(file)}: ${counted(problems.length, "problem")}${ofKinds}`,
    ...shown.map((kind) => `  ${sentence(kind, place)}`),
    ...(rest.length === 0
      ? []
      : [`  … and ${counted(rest.flat().length, "problem")} more of ${counted(rest.length, "kind")}`]),
  ].join("\n");
}

function sentence(kind: readonly InputProblem[], place: Place): string {
  const [{file, column}] = kind;
  const where = [
    visible(basename(file)),
    kindPlaces(kind, place),
    column === null ? "" : `column ${quoted(column)}`,
  ];
  return `${where.filter((part) => part !== "").join(", ")}: ${kindSentence(kind)}`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count.toLocaleString("en-US")} ${what}s`;
}
