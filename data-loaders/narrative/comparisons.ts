import type {NarrativeEvidence} from "./narrativeEvidence.js";
import type {Problem} from "./problem.js";

/**
 * Words that compare. Left out are bounds, which compare nothing ("at least", "5 or more", and "more than" before a
 * figure), what is measured ("how much nearer"), and the nearest centroid, which is a term.
 */
const comparative = new RegExp(
  [
    "(?<!\\bat (?:the )?)\\b(?:most|least)\\b",
    "(?<!\\b(?:no|once|any|or|how much|how many|what is) )\\bmore\\b(?! or less)(?! than {5})",
    "(?<!\\b(?:or|how much) )\\b(?:fewer|fewest|less(?! than certain))\\b(?! than {5})",
    "(?<!\\bhow (?:much|far) )\\b(?:high|low|larg|small|great|bigg|strong|weak|long|short|fast|slow|rich|poor|rar|few|near|clos|firm|safe|old|young|cheap|busi|quiet|wid|tight)(?:er|est)\\b(?! (?:centroid|quartile))",
    "\\b(?:better|best|worse|worst|twice|thrice|double|doubled|triple|half as|times as|majority|minority|outnumbers?|exceeds?|above average|below average)\\b",
  ].join("|"),
  "giu",
);

/** A link to a claim and its text, which may hold figures and one level of brackets. */
const claimed = /\[(?:[^[\]]|\[[^[\]]*\])*\]\(claim:[^()\s]*\)/g;

/** Blanks out the sentences that a claim carries; places in the text stay. */
export function withoutClaims(source: string): string {
  return source.replaceAll(claimed, (text) => text.replaceAll(/[^\n]/g, " "));
}

/**
 * Finds words that compare in prose that no claim carries.
 *
 * @param prose the page with everything blanked out that is not its author's prose, or is carried by a claim
 */
export function uncarriedComparisons(prose: string, file: string, evidence: NarrativeEvidence): Problem[] {
  return prose.split("\n").flatMap((line, index) =>
    Array.from(withoutNames(line).matchAll(comparative), (match) => ({
      file,
      line: index + 1,
      column: match.index + 1,
      level: "advice" as const,
      message: `"${match[0]}" compares, and no claim carries it; mark the sentence as [sentence](claim:id)${nearestClaim(line, evidence)}`,
    })),
  );
}

/** Blanks out the cells of a table's row that say a word or two: they name a row or column and state nothing. */
function withoutNames(line: string): string {
  if (!line.startsWith("|")) return line;
  return line
    .split("|")
    .map((cell) => ((cell.match(/\p{L}+/gu)?.length ?? 0) <= 2 ? " ".repeat(cell.length) : cell))
    .join("|");
}

/** The claim whose label shares most words with a line, if it shares at least two. */
function nearestClaim(line: string, {claims}: NarrativeEvidence): string {
  const here = words(line);
  let best = {id: "", shared: 1};
  for (const {id, label} of claims.values()) {
    const shared = [...words(label)].filter((word) => here.has(word)).length;
    if (shared > best.shared) best = {id, shared};
  }
  return best.id === "" ? "" : `; nearest: ${best.id}`;
}

function words(text: string): Set<string> {
  return new Set(Array.from(text.toLowerCase().matchAll(/\p{L}{4,}/gu), ([word]) => word.slice(0, 5)));
}
