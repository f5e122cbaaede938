import type {FigureValue} from "./formatFigure.js";

/** What the data say of a claim; `untestable` where they hold nothing that it speaks of. */
export type Verdict = "holds" | "fails" | "untestable";

/** Each verdict in words, as pages, lists and messages print it. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  holds: "holds",
  fails: "does not hold",
  untestable: "nothing to test",
};

/**
 * The query that counts the rows a claim is about.
 *
 * @param about what follows `-- about:`: a table with or without a condition, as it may follow FROM
 */
export function populationQuery(about: string): string {
  return `SELECT count(*) FROM ${about}`;
}

/**
 * The verdict on a claim: the one place that decides it, for the build and for readers' browsers.
 *
 * @param populations rows of all that the claim is about; none where it does not say
 * @param value what its query gives; not asked for where a population is empty
 */
export function verdictOf(populations: readonly number[], value: FigureValue): Verdict {
  if (populations.includes(0) || value === null) return "untestable";
  return value === true ? "holds" : "fails";
}

/** The verdict on a conclusion: it fails with any of its premises, and cannot be tested without all of them. */
export function verdictOfAll(premises: readonly Verdict[]): Verdict {
  if (premises.includes("fails")) return "fails";
  return premises.includes("untestable") ? "untestable" : "holds";
}

/** The ids of the claims that a sentence rests on, as `claim:a,b` and `data-claim="a,b"` give them. */
export function premisesOf(target: string): string[] {
  return target.split(",").filter((id) => id !== "");
}
