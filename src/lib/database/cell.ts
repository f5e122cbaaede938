/** One cell of a query's result. Whole numbers beyond ±2^53 are text, so that no digit is lost. */
export type Cell = number | string | boolean | null;
