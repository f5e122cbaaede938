/** How a claim fares where the same customers are analysed otherwise. */
export interface ClaimFirmness {
  /**
   * `tested`: other analyses change what it reads; `none`: none of them does; `not repeated`: it says how firm the report's own
   * groups are, which takes resamples of their own.
   */
  dependence: "tested" | "none" | "not repeated";
  /** Other analyses that change what it reads. */
  analyses: number;
  /** In how many of these it holds, fails, and has nothing to test. */
  holds: number;
  fails: number;
  untestable: number;
  /** Choices with which it always fails where it can be tested, those first that explain most; as they follow "in every analysis". */
  failsWith: readonly string[];
  /** Analyses without any of these choices in which it fails. */
  failsElsewhere: number;
}

/** As a sentence: "Holds in 47 of 52 other reasonable analyses, and fails in every analysis with 2 groups." */
export function firmnessSentence(firmness: ClaimFirmness): string {
  const {dependence, holds, fails, untestable} = firmness;
  if (dependence === "none")
    return "No other reasonable analysis of these customers changes what this claim reads.";
  if (dependence === "not repeated")
    return "Not tested in other analyses: the claim says how firm the groups of this report are.";
  const testable = holds + fails;
  if (testable === 0) return `Has nothing to test in ${countOf(untestable)}.`;
  if (holds === 0) return `Fails in each of the ${countOf(testable)} that can test it.`;
  const hangs = hangsOn(firmness);
  return [
    `Holds in ${holds} of ${countOf(testable)}`,
    hangs === "" ? "" : `, and ${hangs}`,
    untestable === 0 ? "." : `. In ${untestable} more there is nothing to test.`,
  ].join("");
}

/** The same in a column of a table: "47 of 52". */
export function firmnessShort({dependence, holds, fails}: ClaimFirmness): string {
  if (dependence === "none") return "not affected";
  if (dependence === "not repeated") return "not tested";
  return holds + fails === 0 ? "nothing to test" : `${holds} of ${holds + fails}`;
}

function countOf(analyses: number): string {
  return `${analyses} other reasonable ${analyses === 1 ? "analysis" : "analyses"}`;
}

/** What it hangs on: "fails in every analysis with 2 groups, and in 3 others"; empty where it hangs on no one choice. */
export function hangsOn({holds, fails, failsWith, failsElsewhere}: ClaimFirmness): string {
  if (fails > 0 && holds === 0) return "fails wherever it can be tested";
  if (failsWith.length === 0) return "";
  const others =
    failsElsewhere === 0 ? "" : `, and in ${failsElsewhere} ${failsElsewhere === 1 ? "other" : "others"}`;
  return `fails in every analysis ${failsWith.join(" or ")}${others}`;
}

/** The share of the analyses that can test it in which it holds; NaN where there is none. */
export function shareHolding({holds, fails}: Pick<ClaimFirmness, "holds" | "fails">): number {
  return holds / (holds + fails);
}
