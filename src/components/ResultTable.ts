import type {Cell, QueryResult} from "../lib/queryResult.js";
import {element} from "./element.js";

/** More rows than these make a page slow and are read by nobody. */
export const rowsShown = 1000;

type Direction = "ascending" | "descending";

/** A query's result as a table; a heading sorts by its column: upwards, downwards, as it came. */
export function ResultTable({columns, rows}: QueryResult): HTMLElement {
  let sorted: {column: number; direction: Direction} | undefined;
  const body = element("tbody");
  const headings = columns.map(({name, isNumber}, column) => {
    const button = element("button", {type: "button"}, name);
    const heading = element("th", {scope: "col", class: isNumber ? "number" : undefined}, button);
    button.addEventListener("click", () => {
      sorted = nextOrder(sorted, column);
      show();
    });
    return heading;
  });
  function show(): void {
    for (const [column, heading] of headings.entries()) {
      if (sorted?.column === column) heading.setAttribute("aria-sort", sorted.direction);
      else heading.removeAttribute("aria-sort");
    }
    const ordered = sorted === undefined ? rows : [...rows].sort(comparing(sorted.column, sorted.direction));
    const shown = ordered
      .slice(0, rowsShown)
      .map((row) =>
        element("tr", {}, ...row.map((cell, column) => tableCell(cell, columns[column].isNumber))),
      );
    body.replaceChildren(...shown);
  }
  show();
  return element(
    "div",
    {class: "table-scroll result", tabindex: "0", role: "region", "aria-label": "Result"},
    element("table", {}, element("thead", {}, element("tr", {}, ...headings)), body),
  );
}

function nextOrder(
  sorted: {column: number; direction: Direction} | undefined,
  column: number,
): {column: number; direction: Direction} | undefined {
  if (sorted?.column !== column) return {column, direction: "ascending"};
  return sorted.direction === "ascending" ? {column, direction: "descending"} : undefined;
}

/** Numbers by size, text by the alphabet, NULL last in either direction. */
function comparing(column: number, direction: Direction): (a: Cell[], b: Cell[]) => number {
  const sign = direction === "ascending" ? 1 : -1;
  return ({[column]: a}, {[column]: b}) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "string" && typeof b === "string") return sign * a.localeCompare(b);
    return sign * (Number(a) - Number(b));
  };
}

function tableCell(cell: Cell, isNumber: boolean): HTMLElement {
  const names = [...(isNumber ? ["number"] : []), ...(cell === null ? ["null"] : [])];
  const text = cell === null ? "NULL" : typeof cell === "number" ? readableNumber(cell) : String(cell);
  return element("td", {class: names.join(" ") || undefined}, text);
}

/** Six decimals, or all digits where six would say nothing. */
function readableNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1e15 || (size > 0 && size < 1e-4)) return String(value);
  return value.toLocaleString("en-US", {maximumFractionDigits: 6});
}
