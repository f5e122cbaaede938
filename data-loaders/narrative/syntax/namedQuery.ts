/** The headers that each kind of query may have beside its label. */
export const knownHeaders = {
  /** One value that pages print. */
  figure: ["unit", "format", "definition"],
  /** One truth value that carries a sentence; `figures` are the ids behind it. */
  claim: ["evidence", "figures"],
  /** A statement of another document, in its words: a truth value, and what was found, as text. */
  statement: ["place", "note", "untestable", "consequence"],
  /** One number beside the value that other software or a publication gives. */
  benchmark: ["unit", "format", "published", "tolerance", "software", "sample", "note"],
} as const;

export type QueryKind = keyof typeof knownHeaders;

/** A named query as it stands in a `figures.sql`, `claims.sql`, `statements.sql` or `benchmarks.sql`. */
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
