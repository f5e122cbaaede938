import {invalidFormat} from "../../../src/lib/narrative/formatFigure.js";
import {premisesOf} from "../../../src/lib/narrative/verdict.js";
import {chapterOf} from "../evidence/chartProblem.js";
import type {Figure} from "../evidence/evaluateQueries.js";
import {
  claimsWith,
  failureOf,
  type NarrativeEvidence,
  verdictOnSentence,
} from "../evidence/narrativeEvidence.js";
import {isPrinted} from "../render/needsPlugin.js";
import {maskMarkdown} from "../syntax/maskMarkdown.js";
import {suggestion} from "../syntax/nearest.js";
import {type NeededBlock, neededBlocks} from "../syntax/neededBlocks.js";
import type {ParsedPage} from "../syntax/parsePage.js";
import type {Problem} from "../syntax/problem.js";
import {checkAdvice} from "./checkAdvice.js";
import {checkFrontMatter} from "./checkFrontMatter.js";
import type {FailingSentences} from "./failingSentences.js";
import {uncarriedJudgements} from "./judgements.js";
import {lineReferences, type PageReference} from "./pageReferences.js";
import {sentencesOf} from "./sentences.js";

/** A page's references and what is wrong with them. */
export interface PageCheck {
  references: PageReference[];
  problems: Problem[];
  failing: FailingSentences;
}

/** How many figures are named, at most, that print a number as it was typed. */
const figuresShown = 3;

/** A digit that begins a number: not one inside a name such as SHA-256, k3 or 95% interval. */
const numeral = /(?<![\p{L}\d_.,][-–]?)(?!\d\d% (?:confidence )?intervals?\b)\d[\d.,]*(?:\s?%)?/gu;

/**
 * Checks one page against the evidence: unknown references, formats that are not valid, numerals that no
 * figure carries, words that judge and that no claim carries, figures without a value, and sentences that the data contradict or
 * hold nothing to test with.
 * Where a query or a chart fails, its error stands there, and is not told again.
 */
export function checkPage(page: ParsedPage, evidence: NarrativeEvidence): PageCheck {
  const {file, source, tokens, firstLine} = page;
  const code = codeLines(tokens, firstLine);
  const references = source
    .split("\n")
    .flatMap((line, index) => (code.has(index) ? [] : lineReferences(line, index + 1, evidence)));
  const blocks = neededBlocks(tokens);
  const unprinted = unprintedLines(page, evidence);
  // what is said only where a claim does not hold rests on just that
  const carried = linesOf(
    page,
    blocks.filter(({kind}) => kind === "unless"),
  );
  const meant = figuresMeant(file, references, evidence);
  const mask = (text: string) => maskMarkdown(text, tokens, firstLine);
  const numerals = mask(source)
    .split("\n")
    .flatMap((line, index) =>
      Array.from(line.matchAll(numeral), (match) =>
        bareNumeral(match[0], file, index + 1, match.index + 1, meant),
      ),
    );
  const advice = checkAdvice(page, mask(source), evidence);
  const printed = references
    .flatMap((reference) => checkReference(reference, file, evidence))
    .filter(({level, line}) => level === "error" || !(advice.withheld.has(line) || unprinted.has(line)));
  return {
    references: [...references, ...needed(page, blocks), ...advice.references].filter(({kind, id}) =>
      known(kind, evidence).has(id),
    ),
    problems: [
      ...checkFrontMatter(page),
      ...printed,
      ...advice.problems,
      ...unknownConditions(page, blocks, evidence),
      ...numerals,
      ...uncarriedJudgements(page, mask, evidence).filter(({line}) => !carried.has(line)),
    ].sort((a, b) => a.line - b.line || a.column - b.column),
    failing: {
      ...failingSentences(page, mask(source), printed),
      withheld: advice.problems.filter(({level}) => level !== "error").length,
    },
  };
}

/** Lines that readers do not get, from 1: those of blocks that need what the data do not have. */
export function unprintedLines(page: ParsedPage, evidence: NarrativeEvidence): Set<number> {
  return linesOf(
    page,
    neededBlocks(page.tokens).filter((block) => !isPrinted(block, evidence)),
  );
}

/** Counts sentences, not what is wrong with them: one may quote several figures that have no value. */
function failingSentences(page: ParsedPage, visible: string, problems: readonly Problem[]) {
  const sentences = sentencesOf(page, visible);
  const lineStarts = [0, ...Array.from(page.source.matchAll(/\n/g), ({index}) => index + 1)];
  const worst = new Map<string, Problem["level"]>();
  for (const {level, line, column} of problems) {
    if (level !== "unsupported" && level !== "untestable") continue;
    const at = lineStarts[line - 1] + column - 1;
    const sentence = sentences.findIndex(({start, end}) => start <= at && at < end);
    const key = sentence < 0 ? `line ${line}` : `sentence ${sentence}`;
    if (worst.get(key) !== "unsupported") worst.set(key, level);
  }
  const count = (wanted: Problem["level"]) => [...worst.values()].filter((level) => level === wanted).length;
  return {contradicted: count("unsupported"), untestable: count("untestable")};
}

function codeLines(tokens: ParsedPage["tokens"], firstLine: number): Set<number> {
  const lines = new Set<number>();
  for (const {type, map} of tokens)
    if ((type === "fence" || type === "code_block") && map)
      for (let line = map[0]; line < map[1]; line++) lines.add(line + firstLine);
  return lines;
}

/** Lines of blocks, from 1. */
function linesOf({tokens, firstLine}: ParsedPage, blocks: readonly NeededBlock[]): Set<number> {
  return new Set(
    blocks.flatMap(({from, to}) =>
      tokens.slice(from, to).flatMap(({map}) => {
        const [start, end] = map ?? [0, 0];
        return Array.from({length: end - start}, (_, index) => start + index + firstLine + 1);
      }),
    ),
  );
}

/** The figures on which blocks depend. */
function needed({tokens, firstLine}: ParsedPage, blocks: readonly NeededBlock[]): PageReference[] {
  return blocks
    .filter(({kind}) => kind === "needs")
    .map(({target, from}) => ({
      kind: "figure",
      id: target,
      line: (tokens[from].map?.[0] ?? 0) + firstLine + 1,
      column: 1,
    }));
}

/** Blocks that depend on a figure or a claim that does not exist. */
function unknownConditions(
  {file, tokens, firstLine}: ParsedPage,
  blocks: readonly NeededBlock[],
  {figures, claims}: NarrativeEvidence,
): Problem[] {
  return blocks.flatMap(({kind, target, from}) => {
    const [word, known] = kind === "needs" ? ["figure", figures] : ["claim", claims];
    const ids = kind === "needs" ? [target] : premisesOf(target);
    return ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        file,
        line: (tokens[from].map?.[0] ?? 0) + firstLine + 1,
        column: 1,
        level: "error" as const,
        message: `no ${word} ${id}, which the block needs${suggestion(id, known.keys())}`,
      }));
  });
}

function known(kind: PageReference["kind"], evidence: NarrativeEvidence): ReadonlyMap<string, unknown> {
  return {
    figure: evidence.figures,
    claim: evidence.claims,
    chart: evidence.charts,
    review: evidence.reviews,
  }[kind];
}

function checkReference(
  {kind, id, line, column, format, premises = []}: PageReference,
  file: string,
  evidence: NarrativeEvidence,
): Problem[] {
  const problem = (level: Problem["level"], message: string): Problem[] => [
    {file, line, column, level, message},
  ];
  const ids = known(kind, evidence);
  if (!ids.has(id) && failureOf(kind, id, evidence) !== undefined) return [];
  if (!ids.has(id)) return problem("error", `no ${kind} ${id}${suggestion(id, ids.keys())}`);
  const invalid = format === undefined ? undefined : invalidFormat(format);
  if (invalid !== undefined) return problem("error", invalid);
  // a sentence is one, on however many claims it rests
  if (kind === "claim" && premises[0] === id) {
    const verdict = verdictOnSentence(premises.join(","), evidence);
    if (verdict === "fails")
      return problem("unsupported", `the data contradict ${claimsWith("fails", premises, evidence)}`);
    if (verdict === "untestable")
      return problem(
        "untestable",
        `these data hold nothing to test ${claimsWith("untestable", premises, evidence)}`,
      );
  }
  const figure = kind === "figure" ? evidence.figures.get(id) : undefined;
  if (figure?.value === null)
    return problem(
      "untestable",
      `figure ${id} has no value in these data: ${figure.label} (${figure.file}:${figure.line})`,
    );
  return [];
}

function bareNumeral(
  text: string,
  file: string,
  line: number,
  column: number,
  meant: readonly Figure[],
): Problem {
  const printed = text.replace(/[.,]$/, "");
  const same = meant.filter((figure) => figure.text.replace(/^\$/, "") === printed);
  const shown = same.slice(0, figuresShown).map(({id, label}) => `{{${id}}} (${label})`);
  const possible = shown.length === 0 ? "" : `; prints as ${printed} here: ${shown.join(", ")}`;
  return {
    file,
    line,
    column,
    level: "error",
    message: `"${text}" is carried by no figure; quote a figure as {{id}}, put a source's words in “curly quotes”, or a constant in \`code\`${possible}`,
  };
}

/** Figures that a number in the page may mean: those of its chapter, and of chapters that it quotes. */
function figuresMeant(file: string, references: readonly PageReference[], evidence: NarrativeEvidence) {
  const quoted = references.filter(({kind}) => kind === "figure").map(({id}) => chapterOf(id));
  const chapters = new Set([file.split("/")[1], ...quoted]);
  return [...evidence.figures.values()].filter(({id}) => chapters.has(chapterOf(id)));
}
