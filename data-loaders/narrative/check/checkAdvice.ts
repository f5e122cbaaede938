import {premisesOf} from "../../../src/lib/narrative/verdict.js";
import {claimsWith, type NarrativeEvidence, verdictOnSentence} from "../evidence/narrativeEvidence.js";
import {type AdviceBlock, adviceBlocks} from "../syntax/adviceBlocks.js";
import {suggestion} from "../syntax/nearest.js";
import type {ParsedPage} from "../syntax/parsePage.js";
import type {Problem} from "../syntax/problem.js";
import {type PageReference, readable} from "./pageReferences.js";

/** What the check finds about a page's advice that rests on claims. */
export interface AdviceCheck {
  /** The claims that the advice rests on. */
  references: PageReference[];
  problems: Problem[];
  /** Lines, from 1, that readers do not get: what is said there is not told to them. */
  withheld: ReadonlySet<number>;
}

const anywhere = /\{advice:[^{}\s]*\}/g;

/**
 * Checks advice that rests on claims: unknown claims, advice that stands where it cannot be withheld, and what is withheld.
 *
 * @param visible the page with all blanked out that is not prose; see `maskMarkdown`
 */
export function checkAdvice(page: ParsedPage, visible: string, evidence: NarrativeEvidence): AdviceCheck {
  const blocks = adviceBlocks(page.tokens).map((block) => ({block, place: placeOf(block, page)}));
  const withheld = new Set<number>();
  const problems = blocks.flatMap(({block, place}): Problem[] => {
    const ids = premisesOf(block.premises);
    const unknown = ids.filter((id) => !evidence.claims.has(id) && !evidence.failures.has(id));
    const at = {file: page.file, ...place};
    if (ids.length === 0)
      return [{...at, level: "error", message: "advice names no claim; write {advice}, or {advice:claim}"}];
    if (unknown.length > 0)
      return unknown.map((id) => ({
        ...at,
        level: "error",
        message: `no claim ${id}${suggestion(id, evidence.claims.keys())}`,
      }));
    const verdict = verdictOnSentence(block.premises, evidence);
    if (verdict === undefined || verdict === "holds") return [];
    for (let line = block.lines[0]; line < block.lines[1]; line++) withheld.add(line + page.firstLine + 1);
    const reason =
      verdict === "fails"
        ? "advice withheld: the data contradict"
        : "advice withheld: these data hold nothing to test";
    return [
      {
        ...at,
        level: verdict === "fails" ? "unsupported" : "untestable",
        message: `${reason} ${claimsWith(verdict, ids, evidence)}`,
      },
    ];
  });
  return {
    references: blocks.flatMap(({block, place}) =>
      premisesOf(block.premises).map(
        (id): PageReference => ({
          kind: "claim",
          id,
          ...place,
          sentence: readable(block.text, evidence),
          premises: premisesOf(block.premises),
        }),
      ),
    ),
    problems: [
      ...problems,
      ...crowded(page),
      ...misplaced(page, visible, new Set(blocks.map(({place}) => key(place)))),
    ],
    withheld,
  };
}

const withheldTag = /<\w+\b[^<>]*\sdata-(advice|needs|unless)="[^"]*"[^<>]*>/g;

/**
 * Tags of divisions that may be left out, where Markdown does not see them apart from the tags around them: the division
 * would not be found.
 */
function crowded({file, tokens, source, firstLine}: ParsedPage): Problem[] {
  return tokens.flatMap(({type, content, map}) => {
    if (type !== "html_block" || map === null) return [];
    return Array.from(content.matchAll(withheldTag))
      .filter(({index}) => content.slice(0, index).trim() !== "")
      .map(({0: tag, 1: name, index}) => {
        const line = map[0] + firstLine + content.slice(0, index).split("\n").length;
        const column = (source.split("\n")[line - 1]?.indexOf(tag) ?? 0) + 1;
        return {
          file,
          line,
          column,
          level: "error" as const,
          message: `data-${name} begins a block of its own: put an empty line before its tag`,
        };
      });
  });
}

type Place = {line: number; column: number};
const key = ({line, column}: Place) => `${line}:${column}`;

function placeOf({lines: [from, to]}: AdviceBlock, {source, firstLine}: ParsedPage): Place {
  const lines = source.split("\n").slice(from + firstLine, to + firstLine);
  const at = lines.findIndex((line) => /\{advice:|data-advice=/.test(line));
  const column = lines[at]?.search(/\{advice:|data-advice=/) ?? 0;
  return {line: from + firstLine + at + 1, column: column + 1};
}

function misplaced({file}: ParsedPage, visible: string, placed: ReadonlySet<string>): Problem[] {
  return visible.split("\n").flatMap((text, index) =>
    Array.from(text.matchAll(anywhere), (match) => ({line: index + 1, column: match.index + 1}))
      .filter((place) => !placed.has(key(place)))
      .map((place) => ({
        file,
        ...place,
        level: "error" as const,
        message:
          "advice that rests on claims begins a paragraph, list item, heading or table row, so that it can be withheld",
      })),
  );
}
