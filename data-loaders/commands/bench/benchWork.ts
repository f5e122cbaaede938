import type {Matrix} from "../../../src/lib/statistics/matrices/matrix.js";

/** The card-usage work, as it stands in a folder that every participant reads. */
export interface BenchWork {
  /** Standardised variables, missing values imputed by the median. */
  z: Matrix;
  /** The regression's variables: all but those that its outcome is made of. */
  x: Matrix;
  /** 1 where payments were below the minimum due. */
  y: Uint8Array;
}

/** What one participant reports. */
export interface BenchReport {
  /** By stage, start-up left out. */
  seconds: Record<string, number>;
  answers: {inertia: number[]; silhouette: number[]; height: number; brier: number};
  /** Greatest memory of the process. */
  megabytes: number;
}

/** Stages in order. */
export const benchStages = ["k-means", "silhouettes", "Ward", "regression"] as const;

export const benchKs = [2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const benchRestarts = 10;
export const benchFolds = 5;
