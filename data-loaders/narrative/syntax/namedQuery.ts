/** The headers that each kind of query may have beside its label. */
export const knownHeaders = {
  /** One value that pages print. */
  figure: ["unit", "format", "definition"],
  /** One truth value that carries a sentence; `figures` are the ids behind it. */
  claim: ["evidence", "figures"],
  /** A statement of another document, in its words: a truth value, and what was found, as text. */
  statement: ["place", "note", "untestable", "consequence"],
} as const;

/** The kinds that a file of SQL holds; a benchmark, one number beside that of other software, is a row of a table. */
export type SqlKind = keyof typeof knownHeaders;
export type QueryKind = SqlKind | "benchmark";

/** A named query as it stands in a `figures.sql`, `claims.sql`, `statements.sql` or `benchmarks.csv`. */
export interface NamedQuery {
  kind: QueryKind;
  id: string;
  label: string;
  /** Further headers; see `knownHeaders`. */
  headers: Record<string, string>;
  sql: string;
  file: string;
  /** Line of the header that names the query, and line on which its SQL begins. */
  line: number;
  sqlLine: number;
  /** Line of the header `format`, where there is one. */
  formatLine?: number;
  /** What a claim is about: each FROM clause must have rows, or there is nothing to test. Empty for other kinds. */
  about: About[];
}

/** One header `about`, and where it stands. */
export interface About {
  from: string;
  line: number;
}
