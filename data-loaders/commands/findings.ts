import type {NarrativeCheck} from "../narrative/check/checkNarrative.js";
import type {GatheredEvidence} from "../narrative/evidence/gatherEvidence.js";
import {formatProblem, type Problem} from "../narrative/syntax/problem.js";

/** How much there is, and how much of it is wrong. */
export function totalsOf({pages, problems}: NarrativeCheck, {figures, claims}: GatheredEvidence) {
  const count = (level: Problem["level"]) => problems.filter((problem) => problem.level === level).length;
  return {
    pages: pages.size,
    figures: figures.length,
    claims: claims.length,
    claimsThatHold: claims.filter(({verdict}) => verdict === "holds").length,
    errors: count("error"),
    unsupported: count("unsupported"),
    untestable: count("untestable"),
    advice: count("advice"),
  };
}

/** The problems, one a line; what must be fixed comes last, next to the totals. */
export function problemLines(problems: readonly Problem[], withAdvice: boolean): string[] {
  const levels: Problem["level"][] = [
    ...(withAdvice ? ["advice" as const] : []),
    "untestable",
    "unsupported",
    "error",
  ];
  return levels.flatMap((level) => problems.filter((each) => each.level === level).map(formatProblem));
}

export function totalsLine(totals: ReturnType<typeof totalsOf>): string {
  return [
    counted(totals.pages, "page"),
    counted(totals.figures, "figure"),
    `${totals.claimsThatHold} of ${counted(totals.claims, "claim")} hold`,
    counted(totals.errors, "error"),
    counted(totals.unsupported, "unsupported sentence"),
    `${totals.untestable} with nothing to test`,
    `${counted(totals.advice, "piece")} of advice`,
  ].join(", ");
}

/** What a check found, as a preview tells it: what must be fixed, and the totals. */
export interface Findings {
  problems: string[];
  totals: string;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
