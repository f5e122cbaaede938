/** One thing that is wrong with an input, and where. */
export interface Finding {
  /** Line in a text file, row in a Parquet file, counted from 1; null where the whole file is meant. */
  line: number | null;
  /** Header of the column as the contract writes it; null where a whole row or file is meant. */
  column: string | null;
  found: string;
  expected: string;
  remedy: string;
}

/** How positions in the file are called: a text file has lines, a Parquet file has rows. */
export type Place = "line" | "row";
