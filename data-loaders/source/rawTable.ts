import type {Finding, Place} from "../../src/lib/input/finding.js";

/** A file's cells as text, before the contract is applied. */
export interface RawTable {
  place: Place;
  header: string[];
  headerLine: number;
  /** Rows, each with as many cells as the header. */
  rows: string[][];
  /** Line of each row in a text file, its number in a Parquet file; ascending. */
  lines: number[];
  /** Lines without any value. */
  emptyLines: number[];
  /** Rows in the file, also those that could not be read. */
  rowsInFile: number;
  /** True for a column whose cells are Parquet's own numbers, so written without thousands marks. */
  native: boolean[];
  /** Type of each column in a Parquet file, as DuckDB calls it; absent in a text file, where all is text. */
  types?: string[];
  /** Rows and quotes that could not be read. */
  findings: Finding[];
}
