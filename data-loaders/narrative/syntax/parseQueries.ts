import {expandFamilies, parseValueList, type ValueList} from "./expandFamilies.js";
import {knownHeaders, type NamedQuery, type SqlKind} from "./namedQuery.js";
import type {Problem} from "./problem.js";

/** The named queries of a file, and what is wrong with how they are written. */
export interface ParsedQueries {
  queries: NamedQuery[];
  problems: Problem[];
}

const header = /^--\s*([a-z]+):\s*(.*?)\s*$/;
const isKind = (key: string): key is SqlKind => Object.hasOwn(knownHeaders, key);

/**
 * Reads the named queries of one file. A query begins at `-- figure: id` (or `claim`, `statement`), goes on
 * with headers (`-- label: …`) and ends where the next begins. One whose id holds `{name}` stands for a family: one
 * query for each value of the line `-- each name: values` above it.
 *
 * @param file path from the project's root, for messages
 */
export function parseQueries(text: string, file: string): ParsedQueries {
  const queries: (NamedQuery & {kind: SqlKind})[] = [];
  const lists: ValueList[] = [];
  const problems: Problem[] = [];
  const report = (line: number, message: string) =>
    problems.push({file, line, column: 1, level: "error", message});
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const list = parseValueList(line, index + 1, report);
    if (list !== undefined) lists.push(list);
    const [, key, value] = header.exec(line) ?? [];
    const current = queries.at(-1);
    if (key !== undefined && isKind(key)) {
      queries.push({
        kind: key,
        id: value,
        label: "",
        headers: {},
        sql: "",
        file,
        line: index + 1,
        sqlLine: 0,
        about: [],
      });
    } else if (key !== undefined && current !== undefined && current.sql === "") {
      const known: readonly string[] = knownHeaders[current.kind];
      if (key === "label") current.label = value;
      else if (key === "about" && current.kind === "claim") {
        if (value === "") report(index + 1, aboutNothing(current.id));
        else current.about.push({from: value, line: index + 1});
      } else if (known.includes(key)) {
        current.headers[key] = value;
        if (key === "format") current.formatLine = index + 1;
      } else
        report(
          index + 1,
          `unknown header "${key}" of ${current.kind} ${current.id}; known: label, ${[...(current.kind === "claim" ? ["about"] : []), ...known].join(", ")}`,
        );
    } else if (current !== undefined && (current.sql !== "" || line.trim() !== "")) {
      if (current.sql === "") current.sqlLine = index + 1;
      current.sql += `${line}\n`;
    } else if (line.trim() !== "" && !line.startsWith("--")) {
      report(index + 1, "SQL before the first query; begin it with -- figure: id or another kind of query");
    }
  }
  for (const query of queries) finish(query, report);
  return {queries: expandFamilies(queries, lists, report), problems};
}

function aboutNothing(id: string): string {
  return `about of claim ${id} names nothing; write a table, with a condition or without, as in -- about: bank.customers WHERE calls > 0`;
}

function finish(query: NamedQuery, report: (line: number, message: string) => void): void {
  query.sql = withoutTrailingComments(query.sql).replace(/;$/, "").trimEnd();
  const filled = query.id.replaceAll(/\{[a-z][a-z-]*\}/g, "x");
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(filled))
    report(query.line, `invalid ${query.kind} id; not of the form chapter.name in lower case: ${query.id}`);
  if (query.label === "")
    report(query.line, `${query.kind} ${query.id} has no label; add a line -- label: …`);
  if (query.sql === "" && query.headers.untestable === undefined)
    report(query.line, `${query.kind} ${query.id} has no query`);
}

/** Code of a line up to its comment; hyphens in quotes begin none. */
const beforeComment = /^((?:'[^']*'|"[^"]*"|-(?!-)|[^'"-])*)--/;

/** Takes comments off the end: what follows a query often belongs to the next one. */
function withoutTrailingComments(sql: string): string {
  const lines = sql.split("\n");
  while (lines.length > 0 && /^\s*(?:--|$)/.test(lines[lines.length - 1])) lines.pop();
  const last = lines.pop() ?? "";
  return [...lines, beforeComment.exec(last)?.[1] ?? last].join("\n").trimEnd();
}
