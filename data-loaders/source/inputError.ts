import {basename} from "node:path";
import type {Finding, Place} from "../../src/lib/input/finding.js";
import {quoted} from "../../src/lib/input/quoted.js";

/** One thing that is wrong with an input file. */
export interface InputProblem extends Finding {
  /** Path of the file, as it was given. */
  file: string;
}

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
