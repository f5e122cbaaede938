/** How often each value of a variable occurs: `[value, rows]`, by rising value. */
export type FrequencyTable = readonly (readonly [value: number, rows: number])[];

/** What the sample may know about one segment. */
export interface SegmentAggregates {
  id: string;
  rows: number;
  /** Mean of the row number: the bank's file is sorted, roughly, by segment. */
  meanRow: number;
  /** One table per variable, in the order of `variables`. */
  frequencies: readonly FrequencyTable[];
  /** Pearson correlations of the variables with each other within the segment, d × d. */
  correlation: readonly (readonly number[])[];
  /** Pearson correlations of the variables with the row number within the segment. */
  rowCorrelation: readonly number[];
}

/** All that the generator of the AllLife sample knows about the bank's file: counts and correlations, no row. */
export interface Aggregates {
  rows: number;
  variables: readonly string[];
  /** Keys that stand on two rows. */
  keysOnTwoRows: number;
  /** Rows that repeat the whole profile (all five variables) of an earlier row. */
  repeatedProfiles: number;
  /** Credit limit below which the risk label is 1. */
  labelLimit: number;
  /** Pearson correlation of that label with each variable over all rows. */
  labelCorrelation: readonly number[];
  /** Pearson correlation of the row number with each variable over all rows. */
  rowCorrelation: readonly number[];
  segments: readonly SegmentAggregates[];
}
