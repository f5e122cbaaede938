import {skewness} from "../../../src/lib/statistics/description/skewness.js";
import {type Matrix, matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {Features} from "../../model/features/prepareFeatures.js";
import type {Treatment} from "../../model/features/treatment.js";
import {SKEWED} from "../../model/robustness/preparations.js";

/** What is done to outliers before distances are measured. */
export type Outliers = Treatment["outliers"];
/** The scale on which distances are measured. */
export type Scale = "report" | "log" | "linear" | "range" | "robust";

/** How one analysis prepares the data; several numbers of groups then share the work. */
export interface Preparation {
  outliers: Outliers;
  scale: Scale;
  /** Variables that neither the distances nor the models see. */
  leftOut: readonly string[];
  /** Number, from 0, of the fifth of the customers that is left out, over all divisions. */
  leftOutFifth: number | null;
  /** Numbers of groups for which it is carried out. */
  ks: number[];
}

/** One analysis: how the data are prepared, and into how many groups they are divided. */
export type Choices = Omit<Preparation, "ks"> & {k: number};

/** As the report does it. */
const reported = {outliers: "kept", scale: "report", leftOut: [], leftOutFifth: null} as const;

/** Parts of the customers of which one is left out at a time. */
export const parts = 5;
/** Ways in which the customers are divided into these parts. */
const divisions = 2;

/** Most variables, and pairs of them, that are left out in turn: each takes a fit of the models of its own. */
const mostLeftOut = 6;

/**
 * The other analyses of a chapter that a reasonable analyst might have chosen: every treatment of outliers on every scale with
 * the report's number of groups, one fewer and one more; robust limits for outliers, or a robust scale; one variable or two left
 * out; a fifth of the customers left out. A pure function of what it is given. There are none where the groups are those of a
 * tree: it cannot be grown on as many customers in a moment.
 *
 * Simonsohn, Simmons & Nelson, "Specification curve analysis", Nature Human Behaviour 4 (2020); Steegen et al., "Increasing
 * transparency through a multiverse analysis", Perspectives on Psychological Science 11 (2016).
 */
export function otherPreparations(
  {k, search, method = "kmeans", treatment}: Pick<DatasetDefinition, "k" | "search" | "method" | "treatment">,
  {names, values, logs}: Pick<Features, "names" | "values" | "logs">,
): Preparation[] {
  if (method !== "kmeans") return [];
  const ks = [k - 1, k, k + 1].filter((other) => other === k || (other >= search.from && other <= search.to));
  const [report, ...others] = [
    ...scalesFor(values, logs).flatMap((scale) =>
      outlierChoices.map((outliers) => ({...reported, outliers, scale, ks})),
    ),
    {...reported, outliers: "robust" as const, ks},
    {...reported, scale: "robust" as const, ks},
  ];
  const isOther = ({outliers, scale}: Preparation) =>
    outliers !== treatment?.outliers && scale !== treatment?.scaling;
  return [
    ...[{...report, ks: ks.filter((other) => other !== k)}, ...others.filter(isOther)],
    ...variablesLeftOut(names, search.seed).map((leftOut) => ({...reported, leftOut, ks: [k]})),
    ...Array.from({length: divisions * parts}, (_, leftOutFifth) => ({...reported, leftOutFifth, ks: [k]})),
  ].filter((preparation) => preparation.ks.length > 0);
}

const outlierChoices: readonly Outliers[] = ["kept", "fences", "tails"];

/** Logarithms only of what is skewed and has none, and the amounts themselves only where the report takes logarithms. */
function scalesFor(values: Matrix, logs: readonly boolean[]): Scale[] {
  const isSkewed = logs.some((log, j) => !log && isSkewedColumn(values, j));
  return [
    "report",
    ...(isSkewed ? ["log" as const] : []),
    ...(logs.includes(true) ? ["linear" as const] : []),
    "range",
  ];
}

/** Whether an analyst would take the variable's logarithm. */
export function isSkewedColumn(values: Matrix, column: number): boolean {
  const given = matrixColumn(values, column);
  return given.every((value) => value >= 0) && skewness(given) > SKEWED;
}

/** Single variables and pairs of them; two variables are the fewest that make groups. */
function variablesLeftOut(names: readonly string[], seed: number): string[][] {
  const singles = names.length < 3 ? [] : names.map((name) => [name]);
  const pairs = names.length < 4 ? [] : names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]));
  return [...drawn(singles, seed), ...drawn(pairs, seed)];
}

function drawn(lists: readonly string[][], seed: number): string[][] {
  if (lists.length === 0) return [];
  const places = drawRows(lists.length, Math.min(mostLeftOut, lists.length), seededRandom(seed));
  return Array.from(places, (place) => lists[place]);
}
