import type {Finding} from "./finding.js";
import {plainHeader} from "./plainHeader.js";
import {quoted} from "./quoted.js";

/** Names listed of the columns that nobody knows. */
const LISTED = 10;

/** The headers that stand twice or more, but for empty ones. */
export function repeatedHeaders(header: readonly string[], line: number): Finding[] {
  const places = new Map<string, number[]>();
  header.forEach((name, i) => {
    const plain = plainHeader(name);
    places.set(plain, [...(places.get(plain) ?? []), i]);
  });
  return Array.from(places)
    .filter(([plain, at]) => plain !== "" && at.length > 1)
    .map(([, at]) => ({
      line,
      column: header[at[0]].trim(),
      found: `the header ${at.length} times, in columns ${at.map((i) => i + 1).join(", ")}`,
      expected: "each header once",
      remedy: "Rename or remove the other column.",
    }));
}

/** The needed columns that a header does not name; the first says which names nobody knows, as one of them may be meant. */
export function missingHeaders<Column extends {header: string; definition: string}>(
  header: readonly string[],
  line: number,
  {columns, needed}: {columns: readonly Column[]; needed: (column: Column) => boolean},
): Finding[] {
  const given = new Set(header.map(plainHeader));
  const known = new Set(columns.map((column) => plainHeader(column.header)));
  const further = header.filter((name) => !known.has(plainHeader(name)));
  const names = further.slice(0, LISTED).map((name) => quoted(name.trim()));
  const list = [...names, ...(further.length > LISTED ? [`${further.length - LISTED} more`] : [])].join(", ");
  const candidates = further.length === 0 ? "" : ` Columns that the contract does not know: ${list}.`;
  return columns
    .filter((column) => needed(column) && !given.has(plainHeader(column.header)))
    .map((column, i) => ({
      line,
      column: column.header,
      found: "no such column",
      expected: `a column ${quoted(column.header)}: ${column.definition.replace(/\.$/, "")}`,
      remedy: `Add the column, or rename the one that holds these values.${i === 0 ? candidates : ""}`,
    }));
}
