import type {Problem} from "./problem.js";

/** A named query as it stands in a `figures.sql` or `claims.sql`. */
export interface NamedQuery {
  kind: "figure" | "claim";
  id: string;
  label: string;
  /** Further headers: `unit`, `format`, `definition` of figures; `evidence`, `figures` of claims. */
  headers: Record<string, string>;
  sql: string;
  file: string;
  /** Line of the header that names the query, and line on which its SQL begins. */
  line: number;
  sqlLine: number;
}

/** The named queries of a file, and what is wrong with how they are written. */
export interface ParsedQueries {
  queries: NamedQuery[];
  problems: Problem[];
}

const header = /^--\s*([a-z]+):\s*(.*?)\s*$/;
const known = {
  figure: new Set(["label", "unit", "format", "definition"]),
  claim: new Set(["label", "evidence", "figures"]),
};

/**
 * Reads the named queries of one file. A query begins at `-- figure: id` or `-- claim: id`, goes on with
 * headers (`-- label: …`) and ends where the next begins.
 *
 * @param file path from the project's root, for messages
 */
export function parseQueries(text: string, file: string): ParsedQueries {
  const queries: NamedQuery[] = [];
  const problems: Problem[] = [];
  const report = (line: number, message: string) =>
    problems.push({file, line, column: 1, level: "error", message});
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [, key, value] = header.exec(line) ?? [];
    const current = queries.at(-1);
    if (key === "figure" || key === "claim") {
      queries.push({
        kind: key,
        id: value,
        label: "",
        headers: {},
        sql: "",
        file,
        line: index + 1,
        sqlLine: 0,
      });
    } else if (key !== undefined && current !== undefined && current.sql === "") {
      if (!known[current.kind].has(key))
        report(
          index + 1,
          `unknown header "${key}" of ${current.kind} ${current.id}; known: ${[...known[current.kind]].join(", ")}`,
        );
      else if (key === "label") current.label = value;
      else current.headers[key] = value;
    } else if (current !== undefined && (current.sql !== "" || line.trim() !== "")) {
      if (current.sql === "") current.sqlLine = index + 1;
      current.sql += `${line}\n`;
    } else if (line.trim() !== "" && !line.startsWith("--")) {
      report(index + 1, "SQL before the first query; begin it with -- figure: id or -- claim: id");
    }
  }
  for (const query of queries) finish(query, report);
  return {queries, problems};
}

function finish(query: NamedQuery, report: (line: number, message: string) => void): void {
  query.sql = query.sql
    .replace(/(\s*--[^\n]*\n?)*\s*$/, "")
    .replace(/;\s*$/, "")
    .trimEnd();
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(query.id))
    report(query.line, `invalid ${query.kind} id; not of the form chapter.name in lower case: ${query.id}`);
  if (query.label === "")
    report(query.line, `${query.kind} ${query.id} has no label; add a line -- label: …`);
  if (query.sql === "") report(query.line, `${query.kind} ${query.id} has no query`);
}

/** Finds ids that are defined more than once, in one file or several. */
export function duplicateQueries(queries: readonly NamedQuery[]): Problem[] {
  const first = new Map<string, NamedQuery>();
  return queries.flatMap((query) => {
    const earlier = first.get(query.id);
    if (earlier === undefined) {
      first.set(query.id, query);
      return [];
    }
    const message = `${query.id} is defined already at ${earlier.file}:${earlier.line}; give one of them another id`;
    return [{file: query.file, line: query.line, column: 1, level: "error" as const, message}];
  });
}
