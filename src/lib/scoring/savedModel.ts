import type {Dialect} from "../input/dialect.js";
import type {DateNotation} from "../input/readDate.js";
import type {Rule} from "./rule.js";

/** A column of the raw file as the model needs it: the part of the data set's contract that concerns one customer. */
export interface SavedColumn {
  name: string;
  /** Header in the file. */
  header: string;
  type: "integer" | "number" | "text";
  role: "feature" | "key" | "extra";
  label: string;
  unit: string;
  definition: string;
  /** What can be true (inclusive). */
  min?: number;
  max?: number;
  /** What a file's values are multiplied by to be in the column's unit; absent where they are in it. */
  factor?: number;
  /** What the data dictionary declares (inclusive); beyond it a value is noted and used. */
  expected?: {min?: number; max?: number};
  /** Whether a missing value is refused or replaced by the median. */
  missing: "fail" | "median";
}

/** A column that describes the customer and enters the regression by its levels. */
export interface SavedDescribing {
  name: string;
  /** Header in the file. */
  header: string;
  label: string;
  type: "integer" | "number" | "text" | "date";
  /** Of these the customer has one; a text that is none of them is `Other`, if there is such a level. */
  levels: string[];
  /** The level that the odds of the others are compared with. */
  reference: string;
  /** Of numbers and dates: where each band but the last ends; dates in years before `asOf`. */
  ends?: number[];
  dates?: DateNotation;
  asOf?: string;
}

/** A variable of the distances: what stands in for a missing value, and how it is put on the common scale. */
export interface SavedVariable {
  name: string;
  /** Median of the given values, or their mean where the definition says so: replaces a missing one. */
  median: number;
  /** True where log(1 + value) is standardised, and not the value. */
  log?: boolean;
  /** Standardised value = (value − mean) / scale; 0 where the scale is 0. */
  mean: number;
  scale: number;
  /** Least and greatest value that the distances use, after the logarithm; absent where none is capped. */
  capped?: [least: number, greatest: number];
  /** Smallest and largest value in the data. */
  lowest: number;
  highest: number;
}

export interface SavedSegment {
  id: string;
  name: string;
  /** In the order of the variables, in standardised units. */
  centroid: number[];
}

/** A logistic regression: log-odds = intercept + Σ coefficient · (value − mean) / scale. */
export interface SavedRisk {
  /** What the label says; not an observed default. */
  label: string;
  /** `policy`: a rule of the bank. `proxy`: a behaviour that may go with risk. `observed`: an outcome that happened. */
  evidence: "policy" | "proxy" | "observed";
  /** The label as a rule; absent where it is no rule of variables that a customer who is scored has. */
  rule?: Rule;
  /** Variables that define the label, which the model does not see. */
  definedBy: string[];
  leftOut: {variable: string; reason: string}[];
  /** Rows that it was fitted on. */
  rows: number;
  intercept: number;
  /** With a level, the value is 1 for customers who have it and 0 for others. */
  terms: {variable: string; level?: string; coefficient: number; mean: number; scale: number}[];
  /** Of the coefficients, intercept first, row by row: gives the interval of a probability. */
  covariance: number[][];
  separation: "none" | "quasi" | "complete";
  /** Strength of the L2 penalty; 0 is none. */
  penalty: number;
  /** Probability from which a customer is flagged. */
  threshold: number;
}

/** Everything that scores a customer, as it is published at `models/<data set>.json`. */
export interface SavedModel {
  $schema: string;
  format: 1;
  dataset: string;
  title: string;
  /** What made it. */
  versions: {cardlens: string};
  /** The file that it was learnt from. */
  input: {name: string; sha256: string; rows: number; synthetic: boolean};
  dialect: Dialect;
  columns: SavedColumn[];
  variables: SavedVariable[];
  /** In display order. */
  segments: SavedSegment[];
  /** Columns whose levels the regression uses; absent where it uses none. */
  describing?: SavedDescribing[];
  /** Absent where the data set has no label. */
  risk?: SavedRisk;
}

/**
 * What the regression's probability is called: a guess where a declared rule decides, whose variables the regression does not
 * see; the risk where an outcome was observed.
 */
export function estimateName({risk}: Pick<SavedModel, "risk">): "guess" | "risk" {
  return risk === undefined || risk.evidence === "observed" ? "risk" : "guess";
}
