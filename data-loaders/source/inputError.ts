import {basename} from "node:path";

/** One thing that is wrong with an input file. */
export interface InputProblem {
  /** Path of the file, as it was given. */
  file: string;
  /** Line in a text file, row in a Parquet file, counted from 1; null where the whole file is meant. */
  line: number | null;
  /** Header of the column as the contract writes it; null where a whole row or file is meant. */
  column: string | null;
  found: string;
  expected: string;
  remedy: string;
}

/** A problem as a check finds it, before the file's name is known to it. */
export type Finding = Omit<InputProblem, "file">;

/** How positions in the file are called: a text file has lines, a Parquet file has rows. */
export type Place = "line" | "row";

const SHOWN = 20;
const SHOWN_ALIKE = 5;

/**
 * An input file that cannot be used, with everything that is wrong with it.
 *
 * The message shows up to 20 problems, and at most five that differ only in line and value, so that
 * one bad column does not hide the others; `problems` holds all of them in the order of the file.
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

/** A value from the file, safe to print: quoted, control characters escaped, cut after 40 characters. */
export function quoted(value: string): string {
  const characters = Array.from(value);
  const cut = characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : value;
  return JSON.stringify(cut).replace(/[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function message(file: string, problems: readonly InputProblem[], place: Place): string {
  const shown = firstOfEachKind(problems);
  const count = problems.length === 1 ? "1 problem" : `${problems.length.toLocaleString("en-US")} problems`;
  const lines = shown.map((problem) => `  ${sentence(problem, place)}`);
  const rest = problems.length - shown.length;
  if (rest > 0) lines.push(`  … and ${rest.toLocaleString("en-US")} more${restByColumn(problems, shown)}`);
  return [`cannot use ${file}: ${count}`, ...lines].join("\n");
}

function sentence(problem: InputProblem, place: Place): string {
  const where = [
    basename(problem.file),
    ...(problem.line === null ? [] : [`${place} ${problem.line}`]),
    ...(problem.column === null ? [] : [`column ${quoted(problem.column)}`]),
  ].join(", ");
  return `${where}: found ${problem.found}; expected ${problem.expected}. ${problem.remedy}`;
}

function firstOfEachKind(problems: readonly InputProblem[]): InputProblem[] {
  const seen = new Map<string, number>();
  const shown: InputProblem[] = [];
  for (const problem of problems) {
    const kind = JSON.stringify([problem.column, problem.expected]);
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    if (count < SHOWN_ALIKE && shown.length < SHOWN) shown.push(problem);
  }
  return shown;
}

function restByColumn(problems: readonly InputProblem[], shown: readonly InputProblem[]): string {
  const displayed = new Set(shown);
  const counts = new Map<string, number>();
  for (const problem of problems) {
    if (displayed.has(problem)) continue;
    const where = problem.column === null ? "whole rows" : `column ${quoted(problem.column)}`;
    counts.set(where, (counts.get(where) ?? 0) + 1);
  }
  const [first, ...others] = Array.from(counts);
  if (others.length === 0) return ` in ${first[0]}`;
  return `: ${[first, ...others].map(([where, count]) => `${count.toLocaleString("en-US")} in ${where}`).join(", ")}`;
}
