import type {Finding} from "../../src/lib/input/finding.js";
import {plainHeader} from "../../src/lib/input/plainHeader.js";
import {quoted} from "../../src/lib/input/quoted.js";
import type {ColumnRule, Contract} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {type Checked, qualityRule} from "./qualityRule.js";

/** Where the columns of the contract stand in the file: published name to position. */
export interface MatchedHeader extends Checked {
  positions: Map<string, number>;
}

/** How many columns of the contract a record names. */
export function namedColumns(cells: readonly string[], contract: Contract): number {
  const named = new Set(cells.map(plainHeader));
  return contract.columns.filter((column) => named.has(plainHeader(column.header))).length;
}

/**
 * Finds the contract's columns by name in the header, in any order and any of the spellings that
 * `plainHeader` makes equal; notes what differs, and reports what is missing or stands twice.
 */
export function matchHeader(header: readonly string[], line: number, contract: Contract): MatchedHeader {
  const places = new Map<string, number[]>();
  header.forEach((name, i) => {
    const plain = plainHeader(name);
    places.set(plain, [...(places.get(plain) ?? []), i]);
  });
  const positions = new Map<string, number>();
  for (const column of contract.columns) {
    const place = places.get(plainHeader(column.header))?.[0];
    if (place !== undefined) positions.set(column.name, place);
  }
  const known = new Set(contract.columns.map((column) => plainHeader(column.header)));
  const further = header.filter((name) => !known.has(plainHeader(name)));
  return {
    positions,
    findings: [...duplicates(header, places, line), ...missing(contract, positions, further, line)],
    quality: notes(header, contract, positions, further),
  };
}

function duplicates(header: readonly string[], places: Map<string, number[]>, line: number): Finding[] {
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

function missing(
  {columns}: Contract,
  positions: Map<string, number>,
  further: readonly string[],
  line: number,
): Finding[] {
  const names = further.slice(0, 10).map((name) => quoted(name.trim()));
  const list = [...names, ...(further.length > 10 ? [`${further.length - 10} more`] : [])].join(", ");
  const candidates = further.length === 0 ? "" : ` Columns that the contract does not know: ${list}.`;
  return columns
    .filter((column) => column.role !== "extra" && !positions.has(column.name))
    .map((column, i) => ({
      line,
      column: column.header,
      found: "no such column",
      expected: `a column ${quoted(column.header)}: ${column.definition.replace(/\.$/, "")}`,
      remedy: `Add the column, or rename the one that holds these values.${i === 0 ? candidates : ""}`,
    }));
}

function notes(
  header: readonly string[],
  contract: Contract,
  positions: Map<string, number>,
  further: readonly string[],
): QualityRule[] {
  const present = contract.columns.filter((column) => positions.has(column.name));
  const written = present.filter((column) => header[positions.get(column.name) ?? 0] !== column.header);
  const extra = present.filter((column) => column.role === "extra").map((column) => column.header);
  const unused = [...extra, ...further];
  const moved = outOfOrder(present, positions);
  return [
    qualityRule(
      "header.spelling",
      "",
      "Headers are written as in the contract, or differ only in case, spaces and underscores.",
      {checked: present.length, noted: written.length},
      `Read ${written.map((column) => `${quoted(header[positions.get(column.name) ?? 0])} as ${column.header}`).join(", ")}.`,
    ),
    qualityRule(
      "header.further",
      "",
      "Every column of the file is used.",
      {checked: header.length, noted: unused.length},
      `Left out: ${unused.map((name) => (name.trim() === "" ? "a column without a name" : quoted(name.trim()))).join(", ")}.`,
    ),
    qualityRule(
      "header.order",
      "",
      "Columns stand in the contract's order.",
      {checked: present.length, noted: moved.length},
      `Read by name, not by position: ${moved.map((column) => column.header).join(", ")}.`,
    ),
  ];
}

/** The columns that follow one which the contract puts after them. */
function outOfOrder(present: readonly ColumnRule[], positions: Map<string, number>): ColumnRule[] {
  let furthest = -1;
  return present.filter((column) => {
    const position = positions.get(column.name) ?? 0;
    const moved = position < furthest;
    furthest = Math.max(furthest, position);
    return moved;
  });
}
