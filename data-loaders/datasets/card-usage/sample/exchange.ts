import type {RowValues} from "../../sampling/correlationTarget.js";
import {swap} from "../../sampling/random.js";
import {type CardHolders, follow, followerOf} from "./cardHolders.js";

/** Two rows of one segment that have exchanged a value, with what followed from it. */
export interface Exchange {
  rows: [a: number, b: number];
  segment: number;
  /** Columns in which the rows differ from before. */
  changed: readonly number[];
  /** Values, and their square roots, of all columns in the two rows. */
  before: RowPair;
  after: RowPair;
}

interface RowPair {
  values: readonly RowValues[];
  roots: readonly RowValues[];
}

/** Makes and unmakes exchanges in the columns of the card holders; one at a time, in reused memory. */
export interface Exchanger {
  /** Square roots of the columns, kept up to date. */
  roots: readonly Float64Array[];
  /** Exchanges column j between two rows of one segment and stratum. */
  make(j: number, a: number, b: number, segment: number): Exchange;
  undo(exchange: Exchange): void;
}

export function exchanger({columns, activity}: CardHolders): Exchanger {
  const roots = columns.map((column) => column.map(Math.sqrt));
  const [before, after] = [rowPair(columns.length), rowPair(columns.length)];
  const read = (into: RowPair, rows: readonly number[]): void => {
    for (let r = 0; r < rows.length; r++) {
      for (let j = 0; j < columns.length; j++) {
        into.values[r][j] = columns[j][rows[r]];
        into.roots[r][j] = roots[j][rows[r]];
      }
    }
  };
  const apply = (j: number, a: number, b: number): void => {
    swap(columns[j], a, b);
    swap(roots[j], a, b);
    const follower = followerOf(j, activity[a]);
    if (follower < 0) return;
    for (const row of [a, b]) {
      follow(columns, activity[row], j, row);
      roots[follower][row] = Math.sqrt(columns[follower][row]);
    }
  };
  return {
    roots,
    make(j, a, b, segment) {
      const rows: [number, number] = [a, b];
      const follower = followerOf(j, activity[a]);
      read(before, rows);
      apply(j, a, b);
      read(after, rows);
      return {rows, segment, changed: follower < 0 ? [j] : [j, follower], before, after};
    },
    undo({changed, rows: [a, b]}) {
      apply(changed[0], a, b);
    },
  };
}

function rowPair(columns: number): RowPair {
  const pair = () => [new Float64Array(columns), new Float64Array(columns)];
  return {values: pair(), roots: pair()};
}
