import {html, joined, type Markup} from "../../engine/html/markup.js";

/** A cell of a review table. */
export interface Cell {
  html: Markup;
  /** What the column is sorted by, where it is not the cell's text. */
  sort?: string | number;
  isNumber?: boolean;
}

/** A cell of plain text. */
export function textCell(text: string): Cell {
  return {html: html`${text}`};
}

/** A cell of a number, written as given and sorted by its value. */
export function numberCell(value: number, text = value.toLocaleString("en-GB")): Cell {
  return {html: html`${text}`, sort: value, isNumber: true};
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
): Markup {
  const head = columns.map(
    (column, i) => html`<th scope="col"${rows[0]?.[i].isNumber ? html` class="number"` : ""}>${column}</th>`,
  );
  const body = joined(
    rows.map((row) => html`<tr>${row.map((cell, i) => cellMarkup(cell, columns[i]))}</tr>`),
    "\n",
  );
  return html`<div class="table-scroll review-table" tabindex="0" role="region" aria-label="${name}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** The heading goes with each cell: on a narrow screen a row becomes a list. */
function cellMarkup({html: content, sort, isNumber}: Cell, column: string): Markup {
  const key = sort === undefined ? "" : html` data-sort="${String(sort)}"`;
  return html`<td data-column="${column}"${isNumber ? html` class="number"` : ""}${key}>${String(content) === "" ? "" : html`<div>${content}</div>`}</td>`;
}

/** A query behind a disclosure. */
export function queryCell(sql: string): Cell {
  return {
    html: html`<details class="query"><summary>Query</summary><pre tabindex="0"><code>${sql}</code></pre></details>`,
    sort: "",
  };
}
