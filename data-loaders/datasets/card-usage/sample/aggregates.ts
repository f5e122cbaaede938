import type {ValueTable} from "./valueTable.js";

/** What the sample may know about one segment of card holders. */
export interface SegmentAggregates {
  id: string;
  rows: number;
  /** Rows by combination of one-off (1), instalment (2) and cash (4) use and full tenure (8): sixteen counts. */
  activity: readonly number[];
  /** Rows that paid nothing; none of them states a minimum. */
  notPaying: number;
  /** Rows without balance. */
  notOwing: number;
  /** Rows without a stated minimum payment, those that paid nothing included. */
  minimumMissing: number;
  /** Rows without a credit limit. */
  limitMissing: number;
  /** Rows in which each of `EVENTS` holds. */
  events: readonly number[];
  /** One table per entry of `STRATA`, in its order. */
  tables: readonly ValueTable[];
  /**
   * Latent correlations of the Gaussian copula, lower triangle: row j holds columns
   * 0 … j - 1. From Spearman's rank correlation ρ as 2 sin(πρ/6).
   */
  copula: readonly (readonly number[])[];
  /** Pearson correlations of the square roots of the 17 variables and the label, lower triangle. */
  rootCorrelation: readonly (readonly number[])[];
}

/** All that the generator of the card usage sample knows about the real file: no row, no single customer's value. */
export interface Aggregates {
  rows: number;
  /** Median of the stated minimum payments, and of the stated credit limits: what missing values are imputed by. */
  medians: {minimumPayments: number; creditLimit: number};
  /** Quartiles of purchases over all rows. */
  purchasesQuartiles: readonly number[];
  /** Pearson correlations of the 17 variables (imputed) and the label over all rows, lower triangle. */
  correlation: readonly (readonly number[])[];
  /** Rows whose purchases fall short of one-off purchases plus instalments, and by how much on average. */
  identityExceptions: {rows: number; meanShortfall: number};
  segments: readonly SegmentAggregates[];
}
