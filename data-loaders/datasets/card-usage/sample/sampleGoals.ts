import {correlationTarget} from "../../sampling/correlationTarget.js";
import {nearestSegment} from "../../sampling/nearestSegment.js";
import type {Aggregates} from "./aggregates.js";
import type {CardHolders} from "./cardHolders.js";
import {countEvents, EVENT_COLUMNS, EVENTS, eventsIn} from "./events.js";
import type {Exchange} from "./exchange.js";
import {monthsInContradiction} from "./monthsInContradiction.js";
import {UNDERPAID} from "./variables.js";

/** Something that the sample is to come near to. One exchange changes a correlation by about 1e-4. */
export interface Goal {
  /** How much farther from the goal the exchange leads; negative if nearer. */
  change(exchange: Exchange): number;
  /** Keeps the exchange that was last asked about. */
  commit(exchange: Exchange): void;
}

/** A goal that can name the rows that stand in its way. */
export interface RowGoal extends Goal {
  penalisedRows(): number[];
}

/** Weight of squared differences of correlations within a segment, beside those over all rows. */
const WITHIN_WEIGHT = 0.25;

/** Weight of one event too many or too few. */
const EVENT_WEIGHT = 1e-4;

/** Weight of a month in contradiction, and of one squared standard deviation towards a wrong centroid. */
const ROW_WEIGHT = 1e-3;

/**
 * Squared standardised distance by which a row must prefer its own segment's centroid. With much less, a partition
 * with a smaller group of big spenders has less inertia than the generating one; with much more, the silhouette at
 * k = 4 comes near that at k = 3.
 */
const MARGIN = 2;

/** Pearson correlations over all rows, and of square roots within segments. */
export function correlationGoal(
  {columns, starts}: CardHolders,
  roots: readonly Float64Array[],
  aggregates: Aggregates,
): Goal {
  const whole = correlationTarget(columns, 0, aggregates.rows, aggregates.correlation);
  const within = aggregates.segments.map(({rootCorrelation}, s) =>
    correlationTarget(roots, starts[s], starts[s + 1], rootCorrelation),
  );
  return {
    change({changed, segment, before, after}) {
      return (
        whole.change(changed, before.values, after.values) +
        WITHIN_WEIGHT * within[segment].change(changed, before.roots, after.roots)
      );
    },
    commit({segment}) {
      whole.commit();
      within[segment].commit();
    },
  };
}

/** Number of each event within segments. */
export function eventGoal({columns, starts}: CardHolders, aggregates: Aggregates): Goal {
  const quartiles = aggregates.purchasesQuartiles;
  const excess = aggregates.segments.map(({events}, s) =>
    countEvents(columns, quartiles, starts[s], starts[s + 1]).map((count, e) => count - events[e]),
  );
  const more = EVENTS.map(() => 0);
  return {
    change({segment, changed, before, after}) {
      more.fill(0);
      if (!changed.some((j) => EVENT_COLUMNS.has(j))) return 0;
      for (let r = 0; r < 2; r++) {
        const [was, is] = [eventsIn(before.values[r], quartiles), eventsIn(after.values[r], quartiles)];
        for (let e = 0; e < more.length; e++) more[e] += is[e] - was[e];
      }
      const own = excess[segment];
      return EVENT_WEIGHT * more.reduce((sum, m, e) => sum + Math.abs(own[e] + m) - Math.abs(own[e]), 0);
    },
    commit({segment}) {
      more.forEach((m, e) => {
        excess[segment][e] += m;
      });
    },
  };
}

/** Each row nearest to its own segment's centroid, and free of contradictions between months and transactions. */
export function rowGoal({columns, starts}: CardHolders): RowGoal {
  const nearest = nearestSegment(columns.slice(0, UNDERPAID), starts, MARGIN);
  const penalty = (row: number, segment: number): number =>
    ROW_WEIGHT * (nearest.shortfall(row, segment) + monthsInContradiction(columns, row));
  const penalties = new Float64Array(columns[0].length);
  for (let s = 0; s + 1 < starts.length; s++) {
    for (let row = starts[s]; row < starts[s + 1]; row++) penalties[row] = penalty(row, s);
  }
  const next = [0, 0];
  return {
    change({rows: [a, b], segment}) {
      next[0] = penalty(a, segment);
      next[1] = penalty(b, segment);
      return next[0] + next[1] - penalties[a] - penalties[b];
    },
    commit({rows: [a, b]}) {
      penalties[a] = next[0];
      penalties[b] = next[1];
    },
    penalisedRows: () => Array.from(penalties.keys()).filter((row) => penalties[row] > 0),
  };
}
