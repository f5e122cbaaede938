import {missingHeaders, repeatedHeaders} from "../../src/lib/input/headerFindings.js";
import {plainHeader} from "../../src/lib/input/plainHeader.js";
import {quoted} from "../../src/lib/input/quoted.js";
import type {ColumnRule, Contract} from "../datasets/dataset.js";
import type {QualityRule} from "./customers.js";
import {type Checked, qualityRule} from "./qualityRule.js";

/** Where the columns of the contract stand in the file: published name to position. */
export interface MatchedHeader extends Checked {
  positions: Map<string, number>;
}

/**
 * Finds the contract's columns by name in the header, in any order and any of the spellings that
 * `plainHeader` makes equal; notes what differs, and reports what is missing or stands twice.
 */
export function matchHeader(header: readonly string[], line: number, contract: Contract): MatchedHeader {
  const plain = header.map(plainHeader);
  const positions = new Map<string, number>();
  for (const column of contract.columns) {
    const place = plain.indexOf(plainHeader(column.header));
    if (place >= 0) positions.set(column.name, place);
  }
  const known = new Set(contract.columns.map((column) => plainHeader(column.header)));
  const further = header.filter((name) => !known.has(plainHeader(name)));
  return {
    positions,
    findings: [
      ...repeatedHeaders(header, line),
      ...missingHeaders(header, line, {
        columns: contract.columns,
        needed: ({role, mayBeAbsent}) => role !== "extra" && mayBeAbsent !== true,
      }),
    ],
    quality: notes(header, contract, positions, further),
  };
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
