/**
 * Why a query gave no result.
 *
 * - `engine`: the database engine or the data could not be loaded
 * - `refused`: the text is not one query that reads
 * - `query`: the engine reports an error in the query
 * - `stopped`: the reader stopped it
 */
export type DatabaseErrorKind = "engine" | "refused" | "query" | "stopped";

/** An error to show to the reader, with the line of the query where it is known (from 1). */
export class DatabaseError extends Error {
  constructor(
    readonly kind: DatabaseErrorKind,
    message: string,
    readonly line?: number,
  ) {
    super(message);
    this.name = "DatabaseError";
  }
}

/** Reads what DuckDB says of a query that failed: the message without its excerpt, and the line. */
export function queryError(message: string): DatabaseError {
  const line = /\nLINE (\d+):/.exec(message)?.[1];
  return new DatabaseError("query", explained(message), line === undefined ? undefined : Number(line));
}

function explained(message: string): string {
  if (
    /^Permission Error: (Scanning|File|Attaching)/.test(message) ||
    /required extension '(parquet|httpfs)'/.test(message)
  )
    return "Only the published tables can be read here: no files, and no addresses on the web.";
  if (/^Out of Memory Error|\bOOM\b|std::bad_alloc/i.test(message))
    return "The query needs more memory than a browser gives. Ask for fewer rows or columns, or group them first.";
  const extension = /(?:required extension '|exists in the )(\w+)/.exec(message)?.[1];
  if (extension !== undefined)
    return `The query needs DuckDB's ${extension} extension, which this report does not load.`;
  return withoutExcerpt(message);
}

/** DuckDB's message without the excerpt of the query that it ends with. */
export function withoutExcerpt(message: string): string {
  return message.replace(/\n+LINE \d+:[\s\S]*$/, "").trim();
}
