import type {CalibrationBin} from "../statistics/measures/calibration.js";
import type {LiftPart} from "../statistics/measures/lift.js";
import type {PrecisionRecallPoint} from "../statistics/measures/precisionRecall.js";
import type {RocPoint} from "../statistics/measures/rocCurve.js";
import {thinCurve} from "../statistics/measures/thinCurve.js";
import {NORMAL_975} from "../statistics/tests/normalQuantile.js";
import {wilsonInterval} from "../statistics/tests/wilsonInterval.js";
import type {RiskJudgement} from "./judgeRiskModel.js";

/** Customers whose probabilities lie close together. */
export interface ScoreBin {
  rows: number;
  positives: number;
  /** Sum of the probabilities. */
  probabilities: number;
  /** Least probability of the bin. */
  from: number;
}

/** What is judged from the bins; accuracy, Brier score and the confusion at thresholds are sums of their own. */
export type BinnedJudgement = Pick<
  RiskJudgement,
  | "rows"
  | "positives"
  | "auc"
  | "averagePrecision"
  | "ks"
  | "roc"
  | "precisionRecall"
  | "calibration"
  | "lift"
>;

/**
 * Judges a model by counts of customers in bins of their probability, as `judgeRiskModel` does by each customer; customers of
 * one bin count as ties. With bins that hold a share b of the customers at most, no rank measure is off by more than b. The
 * sources are those of the measures' own files. Cost: that of sorting the bins.
 *
 * @param bins in any order, none empty
 * @throws RangeError for fewer than two customers of an outcome
 */
export function judgeScoreBins(bins: readonly ScoreBin[]): BinnedJudgement {
  const rising = [...bins].sort((a, b) => a.from - b.from);
  const rows = rising.reduce((sum, bin) => sum + bin.rows, 0);
  const positives = rising.reduce((sum, bin) => sum + bin.positives, 0);
  if (positives < 2 || rows - positives < 2)
    throw new RangeError(`invalid bins; two of each outcome are needed: ${positives} of ${rows}`);
  const roc = rocOf(rising, rows, positives);
  const precisionRecall = precisionRecallOf(rising, positives);
  return {
    rows,
    positives,
    auc: aucOf(rising, rows, positives),
    averagePrecision: precisionRecall.reduce(
      (sum, {recall, precision}, i) => sum + (recall - (precisionRecall[i - 1]?.recall ?? 0)) * precision,
      0,
    ),
    ks: roc.reduce(
      (best, {threshold, truePositiveRate, falsePositiveRate}) =>
        truePositiveRate - falsePositiveRate > best.statistic
          ? {statistic: truePositiveRate - falsePositiveRate, threshold}
          : best,
      {statistic: 0, threshold: Number.POSITIVE_INFINITY},
    ),
    roc: thinCurve(
      roc,
      (point) => point.falsePositiveRate,
      (point) => point.truePositiveRate,
    ),
    precisionRecall: thinCurve(
      precisionRecall,
      (point) => point.recall,
      (point) => point.precision,
    ),
    calibration: calibrationOf(rising, rows),
    lift: liftOf(rising, rows, positives),
  };
}

/** Area and DeLong's standard error: the shares of the other outcome that each bin beats, ties by half. */
function aucOf(rising: readonly ScoreBin[], rows: number, positives: number): RiskJudgement["auc"] {
  const negatives = rows - positives;
  let zerosBelow = 0;
  let onesBelow = 0;
  const shares = rising.map((bin) => {
    const zeros = bin.rows - bin.positives;
    const beaten = (zerosBelow + zeros / 2) / negatives;
    const beating = (positives - onesBelow - bin.positives / 2) / positives;
    zerosBelow += zeros;
    onesBelow += bin.positives;
    return {ones: bin.positives, zeros, beaten, beating};
  });
  const auc = shares.reduce((sum, {ones, beaten}) => sum + ones * beaten, 0) / positives;
  const ofOnes =
    shares.reduce((sum, {ones, beaten}) => sum + ones * (beaten - auc) ** 2, 0) / (positives - 1);
  const ofZeros =
    shares.reduce((sum, {zeros, beating}) => sum + zeros * (beating - auc) ** 2, 0) / (negatives - 1);
  const standardError = Math.sqrt(ofOnes / positives + ofZeros / negatives);
  return {
    auc,
    standardError,
    lower: Math.max(auc - NORMAL_975 * standardError, 0),
    upper: Math.min(auc + NORMAL_975 * standardError, 1),
  };
}

function rocOf(rising: readonly ScoreBin[], rows: number, positives: number): RocPoint[] {
  let called = 0;
  let hits = 0;
  return [
    {threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0},
    ...[...rising].reverse().map((bin) => {
      called += bin.rows;
      hits += bin.positives;
      return {
        threshold: bin.from,
        falsePositiveRate: (called - hits) / (rows - positives),
        truePositiveRate: hits / positives,
      };
    }),
  ];
}

function precisionRecallOf(rising: readonly ScoreBin[], positives: number): PrecisionRecallPoint[] {
  let called = 0;
  let hits = 0;
  return [...rising].reverse().map((bin) => {
    called += bin.rows;
    hits += bin.positives;
    return {threshold: bin.from, recall: hits / positives, precision: hits / called};
  });
}

/** Tenths of the customers; a bin is in one tenth, the first that any of it falls into. */
function calibrationOf(rising: readonly ScoreBin[], total: number): CalibrationBin[] {
  const table: CalibrationBin[] = [];
  let at = 0;
  let before = 0;
  for (let tenth = 1; at < rising.length; tenth++) {
    const end = Math.round((tenth * total) / 10);
    let [rows, positives, probabilities] = [0, 0, 0];
    while (at < rising.length && (rows === 0 || before + rows < end)) {
      const bin = rising[at++];
      rows += bin.rows;
      positives += bin.positives;
      probabilities += bin.probabilities;
    }
    const [lower, upper] = wilsonInterval(positives, rows);
    table.push({rows, positives, predicted: probabilities / rows, observed: positives / rows, lower, upper});
    before += rows;
  }
  return table;
}

/** Tenths of the customers by falling probability; within a bin, those with the outcome count evenly. */
function liftOf(rising: readonly ScoreBin[], total: number, positives: number): LiftPart[] {
  const falling = [...rising].reverse();
  const foundAmong = (first: number) => {
    let [rows, found] = [0, 0];
    for (const bin of falling) {
      if (rows + bin.rows >= first) return found + (bin.positives * (first - rows)) / bin.rows;
      rows += bin.rows;
      found += bin.positives;
    }
    return found;
  };
  const ends = Array.from({length: 11}, (_, part) => Math.round((part * total) / 10));
  return ends.slice(1).flatMap((end, part) => {
    const start = ends[part];
    if (end === start) return [];
    const inPart = foundAmong(end) - foundAmong(start);
    return {
      rows: end - start,
      positives: inPart,
      lift: inPart / (end - start) / (positives / total),
      cumulativeRows: end / total,
      cumulativeFound: foundAmong(end) / positives,
    };
  });
}
