/** The lists that review pages show as `![title](review:name)`. */
export const reviewNames = [
  "figures",
  "claims",
  "other-analyses",
  "statements",
  "benchmarks",
  "data-quality",
  "provenance",
  "changes",
  "licences",
] as const;

export type ReviewName = (typeof reviewNames)[number];

/** The lists of the review pages as HTML. */
export type ReviewLists = Record<ReviewName, string>;
