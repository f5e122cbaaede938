import type {NarrativeEvidence} from "../evidence/narrativeEvidence.js";
import {suggestion} from "../syntax/nearest.js";
import type {ParsedPage} from "../syntax/parsePage.js";
import type {Problem} from "../syntax/problem.js";
import {anyMark, sentenceMarks} from "../syntax/sentenceMarks.js";
import {sentencesOf} from "./sentences.js";

const smallNumbers =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const parts = "thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?";

/** Words that draw a conclusion. */
const reasons: readonly string[] = [
  "\\b(?:because|therefore|thus|hence|instead|consequently|due to)\\b",
  "\\b(?:(?:this|that|which) (?:shows|means|proves)|shows that|(?<!what it )means that|proves that)\\b",
  "\\b(?:(?:this|that|which) is why|for (?:this|that|these|those) reasons?|as a result|accordingly|it follows)\\b",
  "(?<=(?:^|[.;:,(!?])\\W*|\\b(?:and|yet) )so\\b(?! (?:that|many|much|far|few|long|as)\\b)",
];

/**
 * Words that say something of the data, by kind. Left out is what only looks like them: bounds ("at least", "5 or more",
 * "more than" before a figure), what is measured ("how much nearer"), what a figure counts ("{{id}} bought nothing", "{{id}} of
 * all limits"), terms ("nearest centroid"), and turns of phrase ("at all", "so that", "not only").
 */
const judging: readonly string[] = [
  // comparisons
  "(?<!\\bat (?:the )?)\\b(?:most|least)\\b",
  "(?<!\\b(?:no|once|any|or|how much|how many|what is) )\\bmore\\b(?! or less)(?! than {5})",
  "(?<!\\b(?:or|how much) )\\b(?:fewer|fewest|less(?! than certain))\\b(?! than {5})",
  "(?<!\\b(?:how much|how far|no) )\\b(?:high|low|larg|small|great|bigg|strong|weak|long|short|fast|slow|rich|poor|rar|few|near|clos|firm|safe|old|young|cheap|busi|quiet|wid|tight)(?:er|est)\\b(?! (?:centroid|quartile))",
  "\\b(?:better|best|worse|worst|twice|thrice|double|doubled|triple|half as|times as|majority|minority|outnumbers?|exceeds?|above average|below average)\\b",
  // quantities
  "(?<!\\b(?:at|above|of|after) )\\ball\\b(?! the same\\b)",
  "(?<!\\b(?:how|as|so|too) )\\b(?:often|many|few)\\b",
  "\\b(?:every|everybody|everyone|everything|everywhere|always|hardly|barely|scarcely|nearly|almost|mostly|mainly|largely|usually|typically|rarely|seldom|several|entirely|wholly|completely|exactly|alone)\\b",
  "(?<! {5}[^.;:,]{0,40})\\b(?:no(?! (?:matter|longer|more))|nobody|no one|nothing|none|never)\\b",
  "\\bneither\\b(?!,)",
  "(?<!\\bnot )\\bonly\\b",
  "\\bboth\\b",
  // judgements
  "(?<!\\b(?:at|all|just|in|on|for|by|of|from|with) )\\bthe same\\b(?! as one)",
  "(?<!\\bhow )\\b(?:identical|alike|similar|similarly|distinct|strong|strongly|weak|weakly|firm|firmly|clear|clearly|stable|robust(?! z)|significant|significantly|substantial|considerable|remarkable|markedly|slight|slightly|negligible|perfect|perfectly|practically|outsized)\\b",
  "\\b(?:differs?|different|differently|opposite)\\b",
  ...reasons,
  // numbers in words
  `\\b(?:${smallNumbers}|${tens}|hundreds?|thousands?|millions?|dozens?)\\b`,
  `(?<!\\b(?:each|the|other) )\\b(?:half|halves|(?:a|one|two|three|four|nine) (?:${parts}))\\b(?! (?:after|later|year))`,
  "\\bper ?cent\\b",
  // models
  "\\b(?:penalty|penalised|penalized|unpenalised|converged?|converges|convergence|left out|is kept|are kept|was kept|were kept|stay in|dropped|removed|excluded)\\b",
];
const judgingWord = new RegExp(judging.join("|"), "giu");
const concludingWord = new RegExp(reasons.join("|"), "giu");
/** A text that begins with such a word, apart from marks of emphasis, links and lists. */
const conclusion = new RegExp(`^[^\\p{L}]*(?:${reasons.join("|")})`, "iu");

/** Whether a text has a word that says something of the data, so that it needs a claim, or quotation marks. */
export function judges(text: string): boolean {
  return new RegExp(judgingWord, "iu").test(text);
}

/** A link to a claim and its text, which may hold figures and one level of brackets. */
const claimed = /\[(?:[^[\]]|\[[^[\]]*\])*\]\(claim:[^()\s]*\)/g;

/** A sentence that names its own assumption says nothing of the data. */
const assumption = /\b(?:we|as we|I) assume\b|\bour assumptions?\b/i;

/** Something in braces that is neither a figure nor an expression: meant as a mark. */
const inBraces = /(?<![${\w])\{([a-z-]+)(:[^{}]*)?\}(?!\})/g;

/**
 * Finds words that say something of the data in sentences where neither a claim carries them nor a mark says that the
 * sentence is one of method, opinion or advice; a claim carries what stands inside its link, not the rest of the sentence.
 * One problem for a sentence, at its first such word.
 *
 * @param mask blanks out what is not the author's prose, and leaves the rest in its place
 */
export function uncarriedJudgements(
  page: ParsedPage,
  mask: (text: string) => string,
  evidence: NarrativeEvidence,
): Problem[] {
  const visible = mask(page.source);
  const open = mask(withoutClaims(page.source));
  return [
    ...sentencesOf(page, visible).flatMap(({start, end, block, mark}) => {
      const text = open.slice(start, end);
      const isMarked = mark !== undefined || assumption.test(text);
      // a mark says that a sentence needs no claim; one that concludes from a claim, its own or one before it, rests on it:
      // a paragraph that begins with "so" concludes from those before it
      const from = conclusion.test(open.slice(block, end).replaceAll(anyMark, ""))
        ? sectionStart(page, block)
        : block;
      if (isMarked && !page.source.slice(from, end).includes("](claim:")) return [];
      if (isName(visible.slice(start, end), page.source[start - 1])) return [];
      const words = [...text.matchAll(isMarked ? concludingWord : judgingWord)];
      if (words.length === 0) return [];
      const named = [...new Set(words.map(([word]) => `"${word.replaceAll(/\s+/g, " ")}"`))].join(", ");
      return [
        {
          file: page.file,
          ...placeIn(page.source, start + words[0].index),
          level: "error" as const,
          message: `${named}: no claim carries this; write [sentence](claim:id) around it, or end the sentence in {method}, {opinion} or {advice}${nearestClaim(page.source.slice(start, end), evidence)}`,
        },
      ];
    }),
    ...unknownMarks(page, visible),
  ];
}

/** Where the text under the nearest heading above a place begins. */
function sectionStart({source, tokens, firstLine}: ParsedPage, place: number): number {
  const lines = tokens.flatMap(({type, map}) => (type === "heading_open" && map ? [map[1] + firstLine] : []));
  const lineStarts = [0, ...Array.from(source.matchAll(/\n/g), ({index}) => index + 1)];
  return Math.max(0, ...lines.map((line) => lineStarts[line] ?? 0).filter((start) => start <= place));
}

/** Blanks out the sentences that a claim carries; places in the text stay. */
function withoutClaims(source: string): string {
  return source.replaceAll(claimed, (text) => text.replaceAll(/[^\n]/g, " "));
}

/** Cells of one or two words name a row or a column, and state nothing. */
function isName(text: string, before: string | undefined): boolean {
  return before === "|" && (text.match(/\p{L}+/gu)?.length ?? 0) <= 2;
}

function unknownMarks({file, source}: ParsedPage, visible: string): Problem[] {
  return Array.from(visible.matchAll(inBraces))
    .filter(
      ([, word, premises]) =>
        !sentenceMarks.some((mark) => mark === word) || (premises !== undefined && word !== "advice"),
    )
    .map(({1: word, index}) => ({
      file,
      ...placeIn(source, index),
      level: "error" as const,
      message: `{${word}} is no mark; expected {method}, {opinion}, {advice} or {advice:claim}${suggestion(word, sentenceMarks)}`,
    }));
}

function placeIn(source: string, at: number): {line: number; column: number} {
  const before = source.slice(0, at).split("\n");
  return {line: before.length, column: before[before.length - 1].length + 1};
}

/** The claim whose label shares most words with a text, if it shares at least two. */
function nearestClaim(text: string, {claims}: NarrativeEvidence): string {
  const here = stems(text);
  let best = {id: "", shared: 1};
  for (const {id, label} of claims.values()) {
    const shared = [...stems(label)].filter((word) => here.has(word)).length;
    if (shared > best.shared) best = {id, shared};
  }
  return best.id === "" ? "" : `; nearest: ${best.id}`;
}

function stems(text: string): Set<string> {
  return new Set(Array.from(text.toLowerCase().matchAll(/\p{L}{4,}/gu), ([word]) => word.slice(0, 5)));
}
