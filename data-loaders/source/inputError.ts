import {basename} from "node:path";
import type {Finding, Place} from "../../src/lib/input/finding.js";
import {listLines} from "../../src/lib/input/lines.js";
import {quoted, visible} from "../../src/lib/input/quoted.js";

/** One thing that is wrong with an input file. */
export interface InputProblem extends Finding {
  /** Path of the file, as it was given. */
  file: string;
}

/** Kinds of problems that a message shows. */
const SHOWN = 20;

/** Places of a kind that a message names. */
const PLACES = 3;

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
  const kinds = kindsOf(problems);
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

/** Problems that differ only in line and value, in the order of their first ones. */
function kindsOf(problems: readonly InputProblem[]): InputProblem[][] {
  const kinds = new Map<string, InputProblem[]>();
  for (const problem of problems) {
    const {line, column, found, expected, remedy} = problem;
    const kind = JSON.stringify([column, expected, remedy, line === null ? found : ""]);
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [problem]);
    else alike.push(problem);
  }
  return [...kinds.values()];
}

function sentence(kind: readonly InputProblem[], place: Place): string {
  const [first] = kind;
  const where = [
    visible(basename(first.file)),
    ...(first.line === null ? [] : [places(kind, place)]),
    ...(first.column === null ? [] : [`column ${quoted(first.column)}`]),
  ].join(", ");
  const more =
    kind.length === 1 ? "" : `, and ${(kind.length - 1).toLocaleString("en-US")} more of this kind`;
  return `${where}: found ${first.found}${more}; expected ${first.expected}. ${first.remedy}`;
}

/** `line 3`, or `lines 3, 5, 9 and 12 more`. */
function places(kind: readonly InputProblem[], place: Place): string {
  const lines = [...new Set(kind.flatMap(({line}) => line ?? []))];
  if (lines.length <= PLACES) return listLines(lines, place);
  const rest = (lines.length - PLACES).toLocaleString("en-US");
  return `${place}s ${lines.slice(0, PLACES).join(", ")} and ${rest} more`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count.toLocaleString("en-US")} ${what}s`;
}
