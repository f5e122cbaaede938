import type {Cell} from "../../../src/lib/database/cell.js";
import type {Dialect} from "./dialect.js";

/** An SQL engine that holds more customers than this process could. */
export interface PopulationEngine {
  /** Its name and version, for the report. */
  name: string;
  dialect: Dialect;
  /**
   * Sends one query and gives its rows: sums, samples and lists of problems, never a table of all customers. Whole numbers
   * come as numbers.
   *
   * @param pass what the query is for, for progress and for errors
   * @throws PassError that names the pass
   */
  rows(pass: string, sql: string): Promise<Cell[][]>;
  close(): Promise<void>;
}

/** All customers, where they live. */
export interface Population {
  engine: PopulationEngine;
  /**
   * What stands behind FROM: a table, or a subquery with an alias. One row for each customer; numbers are DOUBLE, NULL where
   * missing, and columns are named as in the contract. One more column, `RUN`, is a whole number that all rows share which one
   * worker reads in order: sums are taken by run and added up in the order of the runs, so that their last bits do not depend
   * on which worker is quicker. It is 0 throughout where the engine has no such order.
   */
  from: string;
  /** An expression that tells a customer from all others, as text: the key, or the number of the row. Samples are drawn by it. */
  identity: string;
}

/** Name of the column of runs, which no contract can have. */
export const RUN = "_run";

/** A query that an engine refused or lost. */
export class PassError extends Error {
  override readonly name = "PassError";

  constructor(
    readonly pass: string,
    reason: string,
  ) {
    super(`${pass}: ${reason}`);
  }
}

/** A cell that must be a number. NULL is NaN. */
export function numberOf(cell: Cell): number {
  return cell === null ? Number.NaN : Number(cell);
}
