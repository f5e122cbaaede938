import {LineCounter, parseDocument} from "yaml";
import type {ParsedPage} from "../syntax/parsePage.js";
import type {Problem} from "../syntax/problem.js";

/** Front matter, wherever it begins: a line of dashes, and a line that gives a setting. */
const opening = /^(\uFEFF|\s)*---\r?\n\s*[\w-]+:/;

/**
 * Checks what stands before a page's text: Framework prints it as text where it does not begin the file, is not closed, or is no
 * YAML.
 */
export function checkFrontMatter({file, source}: Pick<ParsedPage, "file" | "source">): Problem[] {
  const [found] = opening.exec(source) ?? [];
  if (found === undefined) return [];
  const problem = (line: number, column: number, message: string): Problem[] => [
    {file, line, column, level: "error", message},
  ];
  const before = found.slice(0, found.indexOf("---"));
  const line = before.split("\n").length;
  if (before !== "")
    return problem(
      line,
      1,
      "the front matter does not begin the file and would be printed; remove what is before it",
    );
  const [, text] = /^---\r?\n([\s\S]*?\r?\n)---\s*(\r?\n|$)/.exec(source) ?? [];
  if (text === undefined)
    return problem(line, 1, "the front matter has no end and would be printed; close it with a line ---");
  const lines = new LineCounter();
  const [error] = parseDocument(text, {lineCounter: lines, prettyErrors: false}).errors;
  if (error === undefined) return [];
  const at = lines.linePos(error.pos[0]);
  return problem(
    at.line + 1,
    at.col,
    `the front matter is no YAML and would be printed (${error.message}); put a text with a colon in quotes`,
  );
}
