import {readableNumber} from "../../lib/database/readableNumber.js";
import {isNumberType, type ResultPart, type StoredResult} from "../database/StoredResult.js";
import {element} from "../elements/element.js";

/** More rows than these at once make a page slow. */
export const rowsOnPage = 500;

/**
 * A query's result as a table, some hundred rows at a time. A heading sorts all rows by its column: upwards, downwards, as
 * they came.
 *
 * @param first the first page's rows
 * @param onFailure told where a further page cannot be had
 */
export function ResultTable(
  result: StoredResult,
  first: readonly (readonly (string | null)[])[],
  onFailure: (error: unknown) => void,
): HTMLElement {
  const {columns, rows} = result;
  const pages = Math.max(1, Math.ceil(rows / rowsOnPage));
  let order: ResultPart["order"];
  let page = 0;
  let asked = 0;

  const body = element("tbody");
  const headings = columns.map(({name, type}, column) => {
    const button = element("button", {type: "button", title: type}, name);
    button.addEventListener("click", () => {
      order = nextOrder(order, column);
      go(0);
    });
    return element("th", {scope: "col", class: isNumberType(type) ? "number" : undefined}, button);
  });
  const place = element("span", {role: "status"});
  const steps: [string, () => number][] = [
    ["First", () => 0],
    ["Previous", () => page - 1],
    ["Next", () => page + 1],
    ["Last", () => pages - 1],
  ];
  const buttons = steps.map(([label, target]) => {
    const button = element("button", {type: "button"}, label);
    button.addEventListener("click", () => go(target()));
    return {button, target};
  });

  function show(cells: readonly (readonly (string | null)[])[]): void {
    for (const [column, heading] of headings.entries()) {
      if (order?.column === column) heading.setAttribute("aria-sort", order.direction);
      else heading.removeAttribute("aria-sort");
    }
    body.replaceChildren(
      ...cells.map((row) =>
        element("tr", {}, ...row.map((cell, column) => tableCell(cell, isNumberType(columns[column].type)))),
      ),
    );
    const from = page * rowsOnPage;
    place.textContent = `Rows ${count(from + 1)} to ${count(from + cells.length)} of ${count(rows)}`;
    for (const {button, target} of buttons)
      button.disabled = target() < 0 || target() >= pages || target() === page;
  }

  async function go(target: number): Promise<void> {
    const request = ++asked;
    page = target;
    try {
      const cells = await result.part({offset: page * rowsOnPage, limit: rowsOnPage, order});
      if (request !== asked) return;
      show(cells);
      table.scrollTop = 0;
    } catch (error) {
      onFailure(error);
    }
  }

  const table = element(
    "div",
    {class: "table-scroll result", tabindex: "0", role: "region", "aria-label": "Result"},
    element("table", {}, element("thead", {}, element("tr", {}, ...headings)), body),
  );
  show(first);
  const paging = element(
    "div",
    {class: "actions", role: "group", "aria-label": "Pages of the result"},
    ...buttons.map(({button}) => button),
    place,
  );
  paging.hidden = pages === 1;
  return element("div", {}, scrollCue(table), paging);
}

/** Fades the right edge of a table while there are columns beyond it. */
function scrollCue(table: HTMLElement): HTMLElement {
  const frame = element("div", {class: "scroll-cue"}, table);
  const look = () =>
    frame.classList.toggle("more", table.scrollLeft + table.clientWidth < table.scrollWidth - 1);
  table.addEventListener("scroll", look, {passive: true});
  new ResizeObserver(look).observe(table);
  return frame;
}

function nextOrder(order: ResultPart["order"], column: number): ResultPart["order"] {
  if (order?.column !== column) return {column, direction: "ascending"};
  return order.direction === "ascending" ? {column, direction: "descending"} : undefined;
}

function tableCell(cell: string | null, isNumber: boolean): HTMLElement {
  const names = [...(isNumber ? ["number"] : []), ...(cell === null ? ["null"] : [])];
  const text = cell === null ? "NULL" : isNumber ? readableNumber(cell) : cell;
  const full = cell === null || text.replaceAll(",", "") === cell ? undefined : cell;
  return element("td", {class: names.join(" ") || undefined, title: isNumber ? full : undefined}, text);
}

function count(rows: number): string {
  return rows.toLocaleString("en-US");
}
