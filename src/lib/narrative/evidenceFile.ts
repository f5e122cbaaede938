import type {FigureValue} from "./formatFigure.js";

/** What a reader's browser needs to check the report's sentences: `data/evidence.json` in the site. */
export interface EvidenceFile {
  /** The published databases, and the input that each was made from. */
  databases: EvidenceDatabase[];
  /** Every figure, claim, statement and benchmark by id. */
  queries: Partial<Record<string, EvidenceQuery>>;
}

export interface EvidenceDatabase {
  /** Name in SQL. */
  schema: string;
  /** Path from the site's root. */
  file: string;
  /** Name of the data set for people. */
  title: string;
  /** What each published table holds, by its name in SQL. */
  tables: Record<string, string>;
  input: {name: string; bytes: number; sha256: string; rows: number; synthetic: boolean};
}

/** The published customers that a query reads, where they are a sample of all whom the page's value was computed over. */
export interface PublishedSample {
  rows: number;
  of: number;
}

export interface EvidenceQuery {
  kind: "figure" | "claim" | "statement" | "benchmark";
  label: string;
  /** `unit`, `format`, `definition`, `evidence`, … as they stand in the query's header. */
  headers: Record<string, string>;
  sql: string;
  /** What a claim is about, as it follows FROM: each must have rows, or there is nothing to test. */
  about?: string[];
  /** Value at the time of the build; for a claim, its verdict; for a statement, whether it holds. */
  value: FigureValue;
  /** The value as it is printed; for a claim, the verdict in words; for a statement, what was found. */
  text: string;
  /**
   * The same computed on the published tables, where these hold no exact rows and give something else; null where the query
   * cannot be computed on them.
   */
  published?: {value: FigureValue; text: string; sample?: PublishedSample} | null;
  /** Says that the value is of a sample of the customers, and how exact; absent where it is of all. */
  sample?: string;
  /** How a claim fares in other reasonable analyses, as a phrase; absent where they were not computed. */
  elsewhere?: string;
  /** Published tables that the query reads. */
  tables: string[];
  /** Ids of the figures that a claim's header names. */
  figures: string[];
  /** Place of the query in the project. */
  file: string;
  line: number;
}
