/**
 * Makes the lists of a review page searchable and sortable, and puts a button above them that recomputes all.
 *
 * @param main the page's content
 */
export function ReviewTables(main: HTMLElement): void {
  const tables = Array.from(main.querySelectorAll<HTMLTableElement>(".review-table table"));
  for (const table of tables) sortable(table);
  if (tables.length === 0 || main.querySelector(".review-tools") !== null) return;
  const tools = document.createElement("div");
  tools.className = "review-tools no-print";
  tools.append(...search(tables), ...recomputation(main));
  (main.querySelector("[data-recompute]") ?? main.querySelector("h2"))?.before(tools);
}

function search(tables: readonly HTMLTableElement[]): HTMLElement[] {
  const rows = tables.flatMap(({tBodies}) => Array.from(tBodies[0].rows));
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const label = document.createElement("label");
  const input = document.createElement("input");
  const found = document.createElement("span");
  input.type = "search";
  found.setAttribute("role", "status");
  label.append("Search ", input);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/);
    let count = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      if (!row.hidden) count++;
    });
    found.textContent = input.value.trim() === "" ? "" : `${count} of ${rows.length}`;
  });
  return [label, found];
}

function recomputation(main: HTMLElement): HTMLElement[] {
  const scope = main.querySelector<HTMLElement>("[data-recompute]");
  if (scope === null) return [];
  const place = document.createElement("div");
  place.className = "recompute-page";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Recompute all in your browser";
  button.addEventListener("click", async () => {
    const {RecomputeAll} = await import("./RecomputeAll.js");
    await RecomputeAll(scope, place, button);
  });
  place.append(button);
  return [place];
}

/** A click on a heading sorts by its column, a second one the other way round. */
function sortable(table: HTMLTableElement): void {
  const headings = Array.from(table.tHead?.rows[0].cells ?? []);
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const isAscending = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
      sort(table.tBodies[0], column, isAscending ? 1 : -1);
    });
  });
}

function sort(body: HTMLTableSectionElement, column: number, direction: 1 | -1): void {
  const keyed = Array.from(body.rows, (row) => ({row, key: sortKey(row.cells[column])}));
  keyed.sort((a, b) => direction * compare(a.key, b.key));
  body.append(...keyed.map(({row}) => row));
}

function sortKey(cell: HTMLTableCellElement): string | number {
  const text = cell.dataset.sort ?? cell.textContent;
  const number = Number(text);
  return text.trim() === "" || Number.isNaN(number) ? text.toLowerCase() : number;
}

/** Numbers come before texts. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return String(a).localeCompare(String(b), "en");
}
