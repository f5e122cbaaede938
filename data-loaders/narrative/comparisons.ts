import type {NarrativeEvidence} from "./narrativePlugin.js";
import type {Problem} from "./problem.js";

/** Words that compare. "At least" and "at most" give a bound and compare nothing. */
const comparative = new RegExp(
  [
    "(?<!\\bat (?:the )?)\\b(?:most|least)\\b",
    "(?<!\\b(?:no|once|any|what is) )\\bmore\\b(?! or less)",
    "\\b(?:fewer|fewest|less(?! than certain))\\b",
    "\\b(?:high|low|larg|small|great|bigg|strong|weak|long|short|fast|slow|rich|poor|rar|few|near|firm|safe|old|young|cheap)(?:er|est)\\b",
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
    Array.from(line.matchAll(comparative), (match) => ({
      file,
      line: index + 1,
      column: match.index + 1,
      level: "advice" as const,
      message: `"${match[0]}" compares, and no claim carries it; mark the sentence as [sentence](claim:id)${nearestClaim(line, evidence)}`,
    })),
  );
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
