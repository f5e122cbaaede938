import {DatabaseError} from "./databaseError.js";

/** Comments, strings, quoted names, words, and every other character by itself. */
const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|\w+|\S/g;

/** Words with which a statement that only reads may begin. */
const reading = new Set([
  "SELECT",
  "WITH",
  "FROM",
  "VALUES",
  "TABLE",
  "DESCRIBE",
  "DESC",
  "SHOW",
  "SUMMARIZE",
  "PIVOT",
  "UNPIVOT",
]);
const explaining = new Set(["EXPLAIN", "ANALYZE"]);

/**
 * Makes sure that a text is one statement that reads, so that nothing which one reader types can change what
 * the next query on the shared connection sees.
 *
 * @returns the statement, without the semicolon at its end
 * @throws DatabaseError `refused`, with the line
 */
export function readingStatement(text: string): string {
  const nul = text.indexOf("\0");
  if (nul >= 0)
    throw new DatabaseError(
      "refused",
      "The query holds a NUL character (U+0000), which no query can. Delete it; chr(0) gives it in SQL.",
      lineAt(text, nul),
    );
  const tokens = [...text.matchAll(token)].filter(([word]) => !/^(--|\/\*)/.test(word));
  const end = tokens.findIndex(([word]) => word === ";");
  const statement = end < 0 ? tokens : tokens.slice(0, end);
  if (statement.length === 0)
    throw new DatabaseError("refused", "The query is empty. Write one, or choose an example.");
  const second = end < 0 ? undefined : tokens.slice(end).find(([word]) => word !== ";");
  if (second !== undefined)
    throw new DatabaseError(
      "refused",
      "One query at a time, please: a second one begins here.",
      lineAt(text, second.index),
    );
  const first = statement.find(([word]) => word !== "(" && !explaining.has(word.toUpperCase()));
  if (first === undefined || !reading.has(first[0].toUpperCase())) {
    const [word] = first ?? statement[0];
    throw new DatabaseError(
      "refused",
      `“${word}” is not allowed here: the tables can be read and not changed. A query begins with SELECT, WITH, FROM, VALUES, TABLE, PIVOT, UNPIVOT, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN.`,
      lineAt(text, (first ?? statement[0]).index),
    );
  }
  const last = statement[statement.length - 1];
  return text.slice(0, last.index + last[0].length);
}

/** True where a statement asks for the plan of another, or what it took. */
export function explains(statement: string): boolean {
  const words = [...statement.matchAll(token)].filter(([word]) => !/^(--|\/\*)/.test(word));
  return explaining.has(words[0]?.[0].toUpperCase() ?? "");
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
