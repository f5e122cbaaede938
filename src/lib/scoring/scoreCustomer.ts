import {inverseLogit} from "../statistics/regression/inverseLogit.js";
import {NORMAL_975} from "../statistics/tests/normalQuantile.js";
import {ruleHolds} from "./rule.js";
import type {SavedModel} from "./savedModel.js";

/** How one variable bears on the result. */
export interface Reason {
  variable: string;
  value: number;
  /** Standard deviations from the average customer. */
  z: number;
}

/** What the model says of one customer. */
export interface Score {
  /** Index of the nearest segment; ties go to the first in display order. */
  segment: number;
  /** Euclidean distance to each segment's centroid, in standard deviations. */
  distances: number[];
  /**
   * For each variable, by how much it speaks for the nearest segment and against the next: squared distance to the
   * next less that to the nearest. They add up to the difference of the squared distances.
   */
  segmentReasons: (Reason & {gain: number})[];
  /** Of the label; NaN where the model has none. */
  probability: number;
  /** 95% interval of the probability, from the covariance of the coefficients (Wald, on the log-odds). */
  lower: number;
  upper: number;
  /** Whether the probability is at or above the line. */
  isAboveLine: boolean;
  /** What the label's rule says of the customer's own values; null where a missing one leaves it open, undefined without rule. */
  rule: boolean | null | undefined;
  /** For each variable of the regression, what it adds to the log-odds of the average customer. */
  riskReasons: (Reason & {level?: string; contribution: number})[];
  /** The values of the variables before anything was imputed; null where missing. */
  given: Record<string, number | null>;
  /** Variables whose value was missing and taken as the median. */
  imputed: string[];
}

/**
 * Scores one customer: the build, the form, the file of many customers and the SQL statement give the same numbers, to
 * 1e-9. Cost: k·d + d².
 *
 * @param values by variable; null or absent where missing. Of columns that describe, the level (see `levelOf`)
 */
export function scoreCustomer(
  model: SavedModel,
  values: Readonly<Record<string, number | string | null | undefined>>,
): Score {
  const imputed: string[] = [];
  const filled: Record<string, number> = {};
  const given: Record<string, number | null> = {};
  for (const {name, median} of model.variables) {
    const value = values[name];
    const isMissing = value === null || value === undefined || Number.isNaN(value);
    if (isMissing) imputed.push(name);
    given[name] = isMissing ? null : Number(value);
    filled[name] = isMissing ? median : Number(value);
  }
  const rule = model.risk?.rule && ruleHolds(model.risk.rule, given);
  return {...placeCustomer(model, filled), ...riskOf(model, filled, values), rule, given, imputed};
}

function placeCustomer(
  {variables, segments}: SavedModel,
  filled: Readonly<Record<string, number>>,
): Pick<Score, "segment" | "distances" | "segmentReasons"> {
  const z = variables.map(({name, log, mean, scale, capped: [least, greatest] = [-Infinity, Infinity]}) => {
    const value = log ? logarithm(filled[name]) : filled[name];
    return scaled(Math.min(greatest, Math.max(least, value)), mean, scale);
  });
  const distances = segments.map(({centroid}) =>
    Math.sqrt(centroid.reduce((sum, middle, j) => sum + (z[j] - middle) ** 2, 0)),
  );
  const order = distances.map((_, i) => i).sort((a, b) => distances[a] - distances[b] || a - b);
  const [nearest, next = nearest] = order.map((i) => segments[i].centroid);
  return {
    segment: order[0],
    distances,
    segmentReasons: variables.map(({name}, j) => ({
      variable: name,
      value: filled[name],
      z: z[j],
      gain: (z[j] - next[j]) ** 2 - (z[j] - nearest[j]) ** 2,
    })),
  };
}

function riskOf(
  {risk, describing = []}: SavedModel,
  filled: Readonly<Record<string, number>>,
  values: Readonly<Record<string, number | string | null | undefined>>,
): Pick<Score, "probability" | "lower" | "upper" | "isAboveLine" | "riskReasons"> {
  if (risk === undefined) {
    const none = Number.NaN;
    return {probability: none, lower: none, upper: none, isAboveLine: false, riskReasons: []};
  }
  const {intercept, terms, covariance, threshold} = risk;
  const riskReasons = terms.map(({variable, level, coefficient, mean, scale}) => {
    const own = values[variable] ?? describing.find(({name}) => name === variable)?.reference;
    const value = level === undefined ? filled[variable] : Number(own === level);
    const z = scaled(value, mean, scale);
    return {variable, ...(level === undefined ? {} : {level}), value, z, contribution: coefficient * z};
  });
  const logOdds = riskReasons.reduce((sum, {contribution}) => sum + contribution, intercept);
  const x = [1, ...riskReasons.map(({z}) => z)];
  const variance = covariance.reduce(
    (sum, row, i) => sum + x[i] * row.reduce((inner, value, j) => inner + value * x[j], 0),
    0,
  );
  const half = NORMAL_975 * Math.sqrt(Math.max(0, variance));
  const probability = inverseLogit(logOdds);
  return {
    probability,
    lower: inverseLogit(logOdds - half),
    upper: inverseLogit(logOdds + half),
    isAboveLine: probability >= threshold,
    riskReasons,
  };
}

function scaled(value: number, mean: number, scale: number): number {
  return scale === 0 ? 0 : (value - mean) / scale;
}

function logarithm(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}
