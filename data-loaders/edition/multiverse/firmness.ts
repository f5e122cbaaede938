import type {ClaimFirmness} from "../../../src/lib/narrative/claimFirmness.js";
import type {Verdict} from "../../../src/lib/narrative/verdict.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {departures} from "./choiceWords.js";
import {claimReads, isOfTheReport, type TestedClaim} from "./claimReads.js";
import type {Analysis} from "./runAnalysis.js";

/** How each claim fares in the other analyses, in the order of the claims. */
export function firmnessOf(
  claims: readonly TestedClaim[],
  analyses: readonly Analysis[],
  definition: Pick<DatasetDefinition, "k" | "contract" | "schema">,
  tables: ReadonlySet<string>,
): Map<string, ClaimFirmness> {
  return new Map(
    claims.map((claim) => [
      claim.id,
      isOfTheReport(claimReads(claim, definition.schema, tables))
        ? {...untested, dependence: "not repeated"}
        : firmness(claim.id, analyses, definition),
    ]),
  );
}

/** Choices that are named for a claim; a claim that hangs on more hangs on none. */
const mostNamed = 3;

const untested = {analyses: 0, holds: 0, fails: 0, untestable: 0, failsWith: [], failsElsewhere: 0};

function firmness(
  claim: string,
  analyses: readonly Analysis[],
  definition: Pick<DatasetDefinition, "k" | "contract">,
): ClaimFirmness {
  const tested = analyses.flatMap(({choices, verdicts}) =>
    verdicts[claim] === undefined
      ? []
      : [{verdict: verdicts[claim], words: departures(choices, definition).map(({words}) => words)}],
  );
  if (tested.length === 0) return {...untested, dependence: "none"};
  const count = (verdict: Verdict) => tested.filter((one) => one.verdict === verdict).length;
  const failing = tested.filter(({verdict}) => verdict === "fails");
  const always = [...new Set(failing.flatMap(({words}) => words))].filter(
    (choice) => !tested.some(({verdict, words}) => verdict === "holds" && words.includes(choice)),
  );
  const failsWith: string[] = [];
  let elsewhere = failing;
  while (failsWith.length < mostNamed) {
    const explained = (choice: string) => elsewhere.filter(({words}) => words.includes(choice)).length;
    const [next] = always.sort((a, b) => explained(b) - explained(a));
    if (next === undefined || explained(next) === 0) break;
    failsWith.push(next);
    elsewhere = elsewhere.filter(({words}) => !words.includes(next));
  }
  return {
    dependence: "tested",
    analyses: tested.length,
    holds: count("holds"),
    fails: count("fails"),
    untestable: count("untestable"),
    failsWith,
    failsElsewhere: elsewhere.length,
  };
}
