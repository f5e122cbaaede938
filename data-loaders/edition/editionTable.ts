import type {Edition} from "../pipeline.js";

/** A value of a published table. */
export type TableValue = string | number | boolean | null;

/**
 * Reads a published table of an edition, by rows.
 *
 * @throws Error if the edition publishes no such table
 */
export function editionTable(
  {definition, files}: Pick<Edition, "definition" | "files">,
  table: string,
): Record<string, TableValue>[] {
  const bytes = files.get(`${definition.id}/${table}.json`);
  if (bytes === undefined) throw new Error(`${definition.id} publishes no table ${table}`);
  const columns: Record<string, TableValue[]> = JSON.parse(new TextDecoder().decode(bytes));
  const names = Object.keys(columns);
  return Array.from(columns[names[0]] ?? [], (_, row) =>
    Object.fromEntries(names.map((name) => [name, columns[name][row]])),
  );
}
