import {editionTable, rowsOf} from "../../data-loaders/edition/editionTable.js";
import type {Edition} from "../../data-loaders/pipeline.js";
import type {Cell} from "../../src/lib/database/cell.js";

export type Row = Readonly<Record<string, Cell>>;

/** The rows of a published table, as it is given to readers. */
export type Tables = (name: string) => readonly Row[];

/** Reads published tables, each once. */
export function tablesOf(edition: Edition): Tables {
  const read = new Map<string, readonly Row[]>();
  return (name) => {
    const rows = read.get(name) ?? rowsOf(editionTable(edition, name));
    read.set(name, rows);
    return rows;
  };
}

/** A column's numbers; missing ones are left out. */
export function numbers(rows: readonly Row[], column: string): number[] {
  return rows.flatMap((row) => (typeof row[column] === "number" ? [row[column]] : []));
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** NaN of none. */
export const mean = (values: readonly number[]) => sum(values) / values.length;

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Share of the rows of which something is true; NaN of none. */
export function share(rows: readonly Row[], isTrue: (row: Row) => boolean): number {
  return rows.filter(isTrue).length / rows.length;
}

/** Rows by the value of a column. */
export function grouped(rows: readonly Row[], column: string): Map<Cell, Row[]> {
  const groups = new Map<Cell, Row[]>();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}
