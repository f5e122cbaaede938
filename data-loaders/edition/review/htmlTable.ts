import {escapeHtml} from "../../engine/html/escapeHtml.js";

/** A cell of a review table. */
export interface Cell {
  html: string;
  /** What the column is sorted by, where it is not the cell's text. */
  sort?: string | number;
  isNumber?: boolean;
}

/** A cell of plain text. */
export function textCell(text: string): Cell {
  return {html: escapeHtml(text)};
}

/** A cell of a number, written as given and sorted by its value. */
export function numberCell(value: number, text = value.toLocaleString("en-GB")): Cell {
  return {html: escapeHtml(text), sort: value, isNumber: true};
}

/**
 * A table that scripts can make searchable and sortable, and that reads well without them.
 *
 * @param name what the table lists, for those who do not see it
 */
export function htmlTable(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const head = columns
    .map(
      (column, i) =>
        `<th scope="col"${rows[0]?.[i].isNumber ? ' class="number"' : ""}>${escapeHtml(column)}</th>`,
    )
    .join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell, i) => cellMarkup(cell, columns[i])).join("")}</tr>`)
    .join("\n");
  return `<div class="table-scroll review-table" tabindex="0" role="region" aria-label="${escapeHtml(name)}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** The heading goes with each cell: on a narrow screen a row becomes a list. */
function cellMarkup({html, sort, isNumber}: Cell, column: string): string {
  const key = sort === undefined ? "" : ` data-sort="${escapeHtml(String(sort))}"`;
  return `<td data-column="${escapeHtml(column)}"${isNumber ? ' class="number"' : ""}${key}>${html === "" ? "" : `<div>${html}</div>`}</td>`;
}

/** A query behind a disclosure. */
export function queryCell(sql: string): Cell {
  return {
    html: `<details class="query"><summary>Query</summary><pre tabindex="0"><code>${escapeHtml(sql)}</code></pre></details>`,
    sort: "",
  };
}
