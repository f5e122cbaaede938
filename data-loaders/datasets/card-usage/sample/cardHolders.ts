import {ascending, drawCopula} from "../../sampling/drawCopula.js";
import type {Random} from "../../sampling/random.js";
import type {Aggregates} from "./aggregates.js";
import {assignActivity} from "./assignActivity.js";
import {expand} from "./valueTable.js";
import {ACTIVITY, COLUMN, STRATA, UNDERPAID, VARIABLES} from "./variables.js";

/** Synthetic card holders while they are being made. */
export interface CardHolders {
  /** The 17 variables, missing values imputed, and the label; rows in consecutive blocks, one a segment. */
  columns: readonly Float64Array[];
  /** `ACTIVITY` bits per row. */
  activity: Uint8Array;
  /** First row of each block, and the number of rows at the end. */
  starts: readonly number[];
  /** Rows of each segment and stratum: `strata[s][t]` for entry t of `STRATA`. */
  strata: readonly (readonly Int32Array[])[];
}

/**
 * Draws each segment from its Gaussian copula and its marginals: latent variables first, then what each row does
 * at all, then in each stratum the tabulated values in the order of the latent variable.
 */
export function drawCardHolders(aggregates: Aggregates, random: Random): CardHolders {
  const starts = [0];
  for (const {rows} of aggregates.segments) starts.push(starts[starts.length - 1] + rows);
  const columns = Array.from({length: UNDERPAID + 1}, () => new Float64Array(aggregates.rows));
  columns[COLUMN.minimumPayments].fill(aggregates.medians.minimumPayments);
  columns[COLUMN.creditLimit].fill(aggregates.medians.creditLimit);
  const activity = new Uint8Array(aggregates.rows);
  const strata = aggregates.segments.map((segment, s) => {
    const latent = drawCopula(segment.rows, segment.copula, random);
    const own = assignActivity(segment, latent);
    activity.set(own, starts[s]);
    return STRATA.map(({column, mask, value}, t) => {
      const members = Array.from(own.keys()).filter((row) => (own[row] & mask) === value);
      const values = expand(segment.tables[t], VARIABLES[column].scale);
      ascending(members, latent[column]).forEach((row, place) => {
        columns[column][starts[s] + row] = values[place];
      });
      return Int32Array.from(members, (row) => starts[s] + row);
    });
  });
  for (let row = 0; row < aggregates.rows; row++) {
    for (let j = 0; j < UNDERPAID; j++) follow(columns, activity[row], j, row);
  }
  return {columns, activity, starts, strata};
}

/** The column that is derived from column j in rows with this activity, or -1. */
export function followerOf(j: number, activity: number): number {
  if (j === COLUMN.oneOff || j === COLUMN.instalments) return COLUMN.purchases;
  if (j === COLUMN.oneOffFrequency) {
    return activity & ACTIVITY.buysInstalments ? -1 : COLUMN.purchasesFrequency;
  }
  if (j === COLUMN.payments || j === COLUMN.minimumPayments) return UNDERPAID;
  return -1;
}

/** Brings the follower of column j up to date in one row. */
export function follow(columns: readonly Float64Array[], activity: number, j: number, row: number): void {
  const follower = followerOf(j, activity);
  if (follower === COLUMN.purchases) {
    columns[follower][row] = columns[COLUMN.oneOff][row] + columns[COLUMN.instalments][row];
  } else if (follower === COLUMN.purchasesFrequency && activity & ACTIVITY.buysOneOff) {
    columns[follower][row] = columns[COLUMN.oneOffFrequency][row];
  } else if (follower === UNDERPAID) {
    const paysLess = columns[COLUMN.payments][row] < columns[COLUMN.minimumPayments][row];
    columns[follower][row] = activity & ACTIVITY.minimumStated && paysLess ? 1 : 0;
  }
}
