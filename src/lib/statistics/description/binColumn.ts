import {max, min, ticks} from "d3-array";
import {requireFinite} from "../matrices/requireFinite.js";
import {skewness} from "./skewness.js";

/** The classes of a histogram, and the class of each value. */
export interface BinnedColumn {
  scale: "log" | "linear";
  /** Classes from the lowest; lower ends are inclusive, upper ends exclusive but for the last. */
  bins: {lower: number; upper: number}[];
  /** n positions in `bins`. */
  indices: Int32Array;
}

/** Skewness of the exponential distribution: above it a linear scale shows little but the first class. */
const skewed = 2;
/** Classes per factor of ten, and of a linear scale (about). */
const perDecade = 5;
const linearClasses = 20;
/** Positive values below this share the lowest class of a log scale. */
const smallest = 1;

/**
 * Divides a variable into classes for a histogram: on a log scale, with zeros apart, where it is skewed and not negative;
 * else linear, in round steps. Cost: n.
 *
 * @param column n finite values
 * @throws RangeError for a value that is not finite
 */
export function binColumn(column: Float64Array): BinnedColumn {
  requireFinite({rows: column.length, cols: 1, values: column});
  const low = min(column) ?? 0;
  const high = max(column) ?? 0;
  const isSkewed = column.length > 2 && skewness(column) > skewed;
  if (low >= 0 && high > 10 * smallest && isSkewed) return logBins(column, low, high);
  return linearBins(column, low, high);
}

function logBins(column: Float64Array, low: number, high: number): BinnedColumn {
  const edge = (i: number) => 10 ** (i / perDecade);
  const classOf = (x: number) => Math.max(0, Math.floor(Math.log10(Math.max(x, smallest)) * perDecade));
  const zeros = low === 0 ? 1 : 0;
  const first = classOf(low);
  const bins = Array.from({length: classOf(high) - first + 1}, (_, i) => ({
    lower: edge(first + i),
    upper: edge(first + i + 1),
  }));
  return {
    scale: "log",
    bins: zeros === 1 ? [{lower: 0, upper: 0}, ...bins] : bins,
    indices: Int32Array.from(column, (x) => (x === 0 ? 0 : zeros + classOf(x) - first)),
  };
}

function linearBins(column: Float64Array, low: number, high: number): BinnedColumn {
  const marks = ticks(low, high, linearClasses);
  const round = marks.length > 1 ? marks[1] - marks[0] : 1;
  const isCount = column.every(Number.isInteger);
  const step = isCount ? Math.max(1, round) : round;
  const start = Math.floor(low / step);
  const edge = (i: number) => Number(((start + i) * step).toPrecision(12));
  // the greatest of a few whole numbers has a class to itself
  const count = Math.max(1, Math.ceil((high + (step === 1 && isCount ? 1 : 0)) / step - start - 1e-9));
  return {
    scale: "linear",
    bins: Array.from({length: count}, (_, i) => ({lower: edge(i), upper: edge(i + 1)})),
    indices: Int32Array.from(column, (x) =>
      Math.min(count - 1, Math.max(0, Math.floor(x / step - start + 1e-9))),
    ),
  };
}
