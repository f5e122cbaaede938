import {nearestSegment} from "../../sampling/nearestSegment.js";
import {moments, pearson, products} from "../../sampling/pearson.js";
import {type Random, swap} from "../../sampling/random.js";
import type {Aggregates} from "./aggregates.js";
import {repeatedProfiles} from "./repeatedProfiles.js";

/** Weight of one repeated profile too many or too few, beside squared differences of correlations. */
const REPEAT_WEIGHT = 1e-3;

/** Weight of a row that stands nearer to another segment's centroid. */
const SHORTFALL_WEIGHT = 1e-2;

/** Squared standardised distance by which a row must prefer its own centroid. */
const MARGIN = 0.1;

/**
 * Exchanges values between rows of one segment until the associations are near the aggregates': correlations
 * within each segment, correlations with the risk label, the number of repeated profiles, and every row nearest to
 * its own segment's centroid. The marginals cannot change. An exchange is kept if it does not make the whole
 * worse (a descent at temperature 0: no logarithm or exponential whose last digit differs between machines).
 *
 * @param columns one column a variable, changed in place; rows in consecutive blocks, one a segment
 * @param starts first row of each block, and the number of rows at the end
 * @returns the remaining discrepancy: a sum of squared differences of correlations plus penalties
 */
export function matchAssociations(
  columns: readonly Float64Array[],
  starts: readonly number[],
  aggregates: Aggregates,
  random: Random,
  proposals: number,
): number {
  const rows = starts[starts.length - 1];
  const segmentOf = starts.slice(0, -1).flatMap((from, s) => Array<number>(starts[s + 1] - from).fill(s));
  const nearest = nearestSegment(columns, starts, MARGIN);
  const profiles = repeatedProfiles(columns);
  const within = starts.slice(0, -1).map((_, s) => withinSegment(columns, starts, s, aggregates));
  const label = labelAssociation(columns, aggregates);

  const rowPenalty = (row: number): number => SHORTFALL_WEIGHT * nearest.shortfall(row, segmentOf[row]);
  const associations = (): number =>
    within.reduce((total, segment) => total + segment.discrepancy(), 0) +
    label.discrepancy() +
    REPEAT_WEIGHT * Math.abs(profiles.repeats - aggregates.repeatedProfiles);

  const exchange = (j: number, a: number, b: number): void => {
    profiles.remove(a);
    profiles.remove(b);
    within[segmentOf[a]].exchange(j, a, b);
    label.exchange(j, a, b);
    swap(columns[j], a, b);
    profiles.add(a);
    profiles.add(b);
  };

  let current = associations();
  for (let proposal = 0; proposal < proposals; proposal++) {
    const a = random.below(rows);
    const s = segmentOf[a];
    const b = starts[s] + random.below(starts[s + 1] - starts[s]);
    const j = random.below(columns.length);
    if (columns[j][a] === columns[j][b]) continue;
    const before = rowPenalty(a) + rowPenalty(b);
    exchange(j, a, b);
    const next = associations();
    if (next + rowPenalty(a) + rowPenalty(b) <= current + before) current = next;
    else exchange(j, a, b);
  }
  let shortfall = 0;
  for (let row = 0; row < rows; row++) shortfall += rowPenalty(row);
  return current + shortfall;
}

/** A part of the discrepancy; `exchange` is told of a swap before it happens. */
interface Association {
  discrepancy(): number;
  exchange(j: number, a: number, b: number): void;
}

/** Correlations of the variables with each other within segment s. */
function withinSegment(
  columns: readonly Float64Array[],
  starts: readonly number[],
  s: number,
  aggregates: Aggregates,
): Association {
  const [from, to] = [starts[s], starts[s + 1]];
  const target = aggregates.segments[s].correlation;
  const each = columns.map((column) => moments(column, from, to));
  const product = columns.map((x) => columns.map((y) => products(x, y, from, to)));
  return {
    discrepancy() {
      let total = 0;
      for (let j = 0; j < columns.length; j++) {
        for (let k = 0; k < j; k++) {
          total += (pearson(each[j], each[k], product[j][k]) - target[j][k]) ** 2;
        }
      }
      return total;
    },
    exchange(j, a, b) {
      const change = columns[j][b] - columns[j][a];
      for (let k = 0; k < columns.length; k++) {
        if (k === j) continue;
        product[j][k] += change * (columns[k][a] - columns[k][b]);
        product[k][j] = product[j][k];
      }
    },
  };
}

/** Correlations, over all rows, of the label "credit limit below labelLimit" with the other variables. */
function labelAssociation(columns: readonly Float64Array[], aggregates: Aggregates): Association {
  const [limit, ...others] = columns;
  const isLow = (row: number): number => (limit[row] < aggregates.labelLimit ? 1 : 0);
  const labels = Float64Array.from(limit, (_, row) => isLow(row));
  const labelMoments = moments(labels);
  const each = others.map((column) => moments(column));
  const product = others.map((column) => products(column, labels));
  const target = aggregates.labelCorrelation.slice(1);
  return {
    discrepancy() {
      let total = 0;
      for (let j = 0; j < others.length; j++) {
        total += (pearson(each[j], labelMoments, product[j]) - target[j]) ** 2;
      }
      return total;
    },
    exchange(j, a, b) {
      const change = isLow(a) - isLow(b);
      if (change === 0) return;
      const moved = j === 0 ? others.keys() : [j - 1];
      for (const k of moved) product[k] += change * (others[k][b] - others[k][a]);
    },
  };
}
