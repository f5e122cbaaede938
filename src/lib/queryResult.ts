/** One cell of a query's result. Whole numbers beyond ±2^53 are text, so that no digit is lost. */
export type Cell = number | string | boolean | null;

/** A query's result by rows; columns may share a name. */
export interface QueryResult {
  columns: {name: string; isNumber: boolean}[];
  rows: Cell[][];
  /** False where reading stopped at the limit. */
  complete: boolean;
}
