import type MarkdownIt from "markdown-it";
import {formatFigure} from "../../src/lib/formatFigure.js";
import {maskMarkdown} from "./maskMarkdown.js";
import {figurePattern, type NarrativeEvidence} from "./narrativePlugin.js";
import {suggestion} from "./nearest.js";
import type {Problem} from "./problem.js";

/** A page's references and what is wrong with them. */
export interface PageCheck {
  figures: string[];
  claims: string[];
  charts: string[];
  problems: Problem[];
}

/** A digit that begins a number: not one inside a name such as SHA-256 or k3. */
const numeral = /(?<![\p{L}\d_.,][-–]?)\d[\d.,]*(?:\s?%)?/gu;
const reference = /\((claim|chart):([^()\s]*)\)/g;

/**
 * Checks one page against the evidence: unknown references, formats that are not valid, numerals that no
 * figure carries, and claims that do not hold.
 *
 * @param source text of the page
 * @param file its path from the project's root
 */
export function checkPage(
  source: string,
  file: string,
  md: MarkdownIt,
  evidence: NarrativeEvidence,
): PageCheck {
  const frontMatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(source)?.[0] ?? "";
  const firstLine = frontMatter.split("\n").length - 1;
  const tokens = md.parse(source.slice(frontMatter.length), {
    code: [],
    startLine: 0,
    currentLine: 0,
    path: file,
  });
  const check: PageCheck = {figures: [], claims: [], charts: [], problems: []};
  const code = codeLines(tokens, firstLine);
  for (const [index, line] of source.split("\n").entries()) {
    if (code.has(index)) continue;
    const report = (at: number, level: Problem["level"], message: string) =>
      check.problems.push({file, line: index + 1, column: at + 1, level, message});
    checkFigures(line, evidence, check, report);
    checkReferences(line, evidence, check, report);
  }
  for (const [index, line] of maskMarkdown(source, tokens, firstLine).split("\n").entries())
    for (const match of line.matchAll(numeral))
      check.problems.push(bareNumeral(match[0], file, index + 1, match.index + 1));
  check.problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return check;
}

type Report = (at: number, level: Problem["level"], message: string) => void;

function codeLines(tokens: ReturnType<MarkdownIt["parse"]>, firstLine: number): Set<number> {
  const lines = new Set<number>();
  for (const {type, map} of tokens)
    if ((type === "fence" || type === "code_block") && map)
      for (let line = map[0]; line < map[1]; line++) lines.add(line + firstLine);
  return lines;
}

function checkFigures(line: string, {figures}: NarrativeEvidence, check: PageCheck, report: Report): void {
  for (const match of line.matchAll(new RegExp(figurePattern, "g"))) {
    const [, id, format] = match;
    const figure = figures.get(id);
    if (figure === undefined)
      report(match.index, "error", `no figure ${id}${suggestion(id, figures.keys())}`);
    else {
      check.figures.push(id);
      if (format !== undefined) checkFormat(figure.value, format.trim(), match.index, report);
    }
  }
}

function checkFormat(
  value: Parameters<typeof formatFigure>[0],
  format: string,
  at: number,
  report: Report,
): void {
  try {
    formatFigure(value, format);
  } catch {
    report(at, "error", `invalid format; not a d3 format, words, Words or times: ${format}`);
  }
}

function checkReferences(line: string, evidence: NarrativeEvidence, check: PageCheck, report: Report): void {
  for (const match of line.matchAll(reference)) {
    const [, kind, id] = match;
    const known = kind === "claim" ? evidence.claims : evidence.charts;
    if (!known.has(id)) report(match.index + 1, "error", `no ${kind} ${id}${suggestion(id, known.keys())}`);
    else check[kind === "claim" ? "claims" : "charts"].push(id);
    const claim = kind === "claim" ? evidence.claims.get(id) : undefined;
    if (claim?.holds === false)
      report(
        match.index + 1,
        "unsupported",
        `the data contradict claim ${id}: ${claim.label} (${claim.file}:${claim.line})`,
      );
  }
}

function bareNumeral(text: string, file: string, line: number, column: number): Problem {
  const message = `"${text}" is carried by no figure; quote a figure as {{id}}, put a source's words in “curly quotes”, or a constant in \`code\``;
  return {file, line, column, level: "error", message};
}
