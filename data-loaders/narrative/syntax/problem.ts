/** Something in a page or query file that must be fixed, and where it is. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  line: number;
  column: number;
  message: string;
  /**
   * `error` stops a build; `unsupported` is a sentence that the data contradict; `untestable` one that they hold nothing
   * to test with, or a figure that has no value in them; `advice` stops nothing.
   */
  level: "error" | "unsupported" | "untestable" | "advice";
  /** The figure, claim or chart that is not there because of it; `CHAPTER.*` where it is all charts of a chapter. */
  id?: string;
}

/** One line a problem, in the form that editors make clickable. */
export function formatProblem({file, line, column, level, message}: Problem): string {
  return `${file}:${line}:${column}: ${level}: ${message}`;
}

/** Thrown with all problems of a build at once. */
export class NarrativeError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "NarrativeError";
  }
}
