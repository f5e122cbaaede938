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
  /** What the data dictionary declares (inclusive); beyond it a value is noted and used. */
  expected?: {min?: number; max?: number};
  /** Whether a missing value is refused or replaced by the median. */
  missing: "fail" | "median";
}

/** A variable of the distances: what stands in for a missing value, and how it is put on the common scale. */
export interface SavedVariable {
  name: string;
  /** Median of the given values: replaces a missing one. */
  median: number;
  /** Standardised value = (value − mean) / scale; 0 where the scale is 0. */
  mean: number;
  scale: number;
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
  /** `policy`: a rule of the bank. `proxy`: a behaviour that may go with risk. */
  evidence: "policy" | "proxy";
  /** Variables that define the label, which the model does not see. */
  definedBy: string[];
  leftOut: {variable: string; reason: string}[];
  /** Rows that it was fitted on. */
  rows: number;
  intercept: number;
  terms: {variable: string; coefficient: number; mean: number; scale: number}[];
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
  dialect: {separator: "," | ";" | "\t"; decimal: "." | ","; thousands: "," | "." | " " | ""};
  columns: SavedColumn[];
  variables: SavedVariable[];
  /** In display order. */
  segments: SavedSegment[];
  risk: SavedRisk;
}
