import {seededRandom} from "../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../src/lib/statistics/resampling/drawRows.js";
import {
  type PublishedColumn,
  type PublishedTable,
  rowCount,
  table,
} from "../../engine/tables/publishedTable.js";
import type {Findings} from "./findings.js";

/** Dots that a scatter plot can show. */
const drawn = 1_000;
/** Digits that a dot's place can show. */
const digits = 4;

/** Some customers, for pages that draw them as dots: small whatever the size of the file. */
export function customersSample(
  {definition}: Pick<Findings, "definition">,
  customers: PublishedTable,
): PublishedTable {
  const n = rowCount(customers);
  return table(
    "customers_sample",
    `Customers chosen at random, at most ${drawn.toLocaleString("en-US")}, with numbers rounded to ${digits} digits: for charts, not for sums.`,
    drawRows(n, Math.min(drawn, n), seededRandom(definition.search.seed)),
    customers.columns
      .filter(({type, name}) => (type === "DOUBLE" || type === "INTEGER") && name !== "row_number")
      .map((column) => ({...column, values: (row: number) => rounded(column, row)})),
  );
}

function rounded({values, type}: PublishedColumn, row: number): number | null {
  const value = values[row];
  if (value === null || Number.isNaN(value)) return null;
  return type === "INTEGER" ? Number(value) : Number(Number(value).toPrecision(digits));
}
