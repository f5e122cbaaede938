import {quantile} from "d3-array";
import {chiSquared} from "../../../src/lib/statistics/tests/chiSquared.js";
import {holmAdjust} from "../../../src/lib/statistics/tests/holmAdjust.js";
import {kruskalWallis} from "../../../src/lib/statistics/tests/kruskalWallis.js";
import {wilsonInterval} from "../../../src/lib/statistics/tests/wilsonInterval.js";
import type {DescribingColumn} from "../../source/describingValues.js";

/** How many customers of a cluster have a level, and what share that is of the cluster. */
export interface LevelShare {
  variable: string;
  level: string;
  /** Place of the level, from 0. */
  position: number;
  /** The cluster, or −1 for all customers. */
  cluster: number;
  customers: number;
  share: number;
  /** 95% interval of the share (Wilson). */
  low: number;
  high: number;
}

/** Quartiles of a number that describes, in one cluster (−1: all customers). */
export interface NumberSummary {
  variable: string;
  cluster: number;
  customers: number;
  q25: number;
  median: number;
  q75: number;
}

/** Whether the segments differ in a column that describes. */
export interface DescribingTest {
  variable: string;
  method: "Kruskal–Wallis" | "χ²";
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Corrected for the number of tests (Holm). */
  adjustedPValue: number;
  /** ε² of numbers, Cramér's V of levels. */
  effect: number;
}

/** What the columns that describe say of the clusters. */
export interface DescribingAnalysis {
  shares: LevelShare[];
  numbers: NumberSummary[];
  tests: DescribingTest[];
}

/**
 * Describes the clusters by the columns that did not make them, and tests the differences: numbers by their ranks, levels by
 * χ². These columns did not enter the distances, so the tests are real ones.
 *
 * @param labels n labels in [0, k)
 */
export function describeSegments(
  columns: readonly DescribingColumn[],
  labels: Int32Array,
): DescribingAnalysis {
  const k = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const clusters = [-1, ...Array.from({length: k}, (_, cluster) => cluster)];
  const tests = k === 1 ? [] : columns.flatMap((column) => testColumn(column, labels) ?? []);
  const adjusted = holmAdjust(tests.map(({pValue}) => pValue));
  return {
    shares: columns.flatMap((column) => clusters.flatMap((cluster) => sharesOf(column, labels, cluster))),
    numbers: columns.flatMap((column) => clusters.flatMap((cluster) => quartilesOf(column, labels, cluster))),
    tests: tests.map((test, i) => ({...test, adjustedPValue: adjusted[i]})),
  };
}

function sharesOf(
  {name, levels, values}: DescribingColumn,
  labels: Int32Array,
  cluster: number,
): LevelShare[] {
  const counts = new Int32Array(levels.length);
  values.forEach((level, row) => {
    if (cluster < 0 || labels[row] === cluster) counts[level]++;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return levels.map((level, position) => {
    const [low, high] = wilsonInterval(counts[position], total);
    return {
      variable: name,
      level,
      position,
      cluster,
      customers: counts[position],
      share: counts[position] / total,
      low,
      high,
    };
  });
}

function quartilesOf(
  {name, numbers}: DescribingColumn,
  labels: Int32Array,
  cluster: number,
): NumberSummary[] {
  if (numbers === undefined) return [];
  const values = numbers.filter(
    (value, row) => !Number.isNaN(value) && (cluster < 0 || labels[row] === cluster),
  );
  const at = (p: number) => quantile(values, p) ?? Number.NaN;
  return [{variable: name, cluster, customers: values.length, q25: at(0.25), median: at(0.5), q75: at(0.75)}];
}

/** Undefined where there is nothing to compare: one level, or all numbers equal. */
function testColumn(
  {name, values, numbers}: DescribingColumn,
  labels: Int32Array,
): Omit<DescribingTest, "adjustedPValue"> | undefined {
  if (numbers !== undefined) {
    const rows = Int32Array.from(numbers.keys()).filter((row) => !Number.isNaN(numbers[row]));
    const known = Float64Array.from(rows, (row) => numbers[row]);
    const groups = withoutGaps(Int32Array.from(rows, (row) => labels[row]));
    if (known.every((value) => value === known[0]) || groups.every((group) => group === 0)) return undefined;
    const {statistic, degreesOfFreedom, pValue, epsilonSquared} = kruskalWallis(known, groups);
    return {
      variable: name,
      method: "Kruskal–Wallis",
      statistic,
      degreesOfFreedom,
      pValue,
      effect: epsilonSquared,
    };
  }
  const present = withoutGaps(values);
  if (present.every((level) => level === 0)) return undefined;
  const {statistic, degreesOfFreedom, pValue, cramersV} = chiSquared(present, labels);
  return {variable: name, method: "χ²", statistic, degreesOfFreedom, pValue, effect: cramersV};
}

function withoutGaps(labels: Int32Array): Int32Array {
  const present = [...new Set(labels)].sort((a, b) => a - b);
  const number = new Map(present.map((label, i) => [label, i]));
  return labels.map((label) => number.get(label) ?? 0);
}
