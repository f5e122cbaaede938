/** What an analysis can choose among; the first of each is what a definition means that does not name one. */
export const analysisChoices = {
  method: ["kmeans", "ward", "complete", "average"],
  missing: ["median", "mean", "neighbours", "dropped"],
  outliers: ["kept", "fences", "robust", "tails", "removed"],
  scaling: ["deviation", "range", "robust", "none"],
} as const;

/** How customers are divided and their variables prepared. */
export type AnalysisChoices = {
  [Name in keyof typeof analysisChoices]: (typeof analysisChoices)[Name][number];
};

/** How a value is held against a line. */
export type Comparison = "<" | "<=" | ">" | ">=";

/** Which customers are left out: those with the most or least of a variable, or those that compare so with a value. */
export type LeftOut =
  | {column: string; test: "largest" | "smallest"; count: number}
  | {column: string; test: Comparison; value: number}
  | {column: string; test: "is"; level: string};
