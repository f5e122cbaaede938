/**
 * Makes the lists of a review page searchable and sortable, lets readers choose one part where a list has several, and
 * puts a button above them that recomputes all, into the page's `.review-tools`, else above the lists.
 *
 * @param main the page's content
 */
export function ReviewTables(main: HTMLElement): void {
  const tables = Array.from(main.querySelectorAll<HTMLTableElement>(".review-table:not(.example *) table"));
  for (const table of tables) sortable(table);
  if (tables.length === 0) return;
  // most pages keep a place for the tools, so that nothing moves when they come
  const tools = main.querySelector(".review-tools") ?? placeForTools(main);
  if (tools.hasChildNodes()) return;
  tools.append(...filters(main, tables), ...recomputation(main));
}

function placeForTools(main: HTMLElement): HTMLElement {
  const place = document.createElement("div");
  place.className = "review-tools no-print";
  (main.querySelector("[data-recompute]") ?? main.querySelector("h2"))?.before(place);
  return place;
}

/** A search in all rows, and a choice of one group; what has no row left is hidden. */
function filters(main: HTMLElement, tables: readonly HTMLTableElement[]): HTMLElement[] {
  const rows = tables.flatMap(({tBodies}) => Array.from(tBodies[0].rows));
  let texts: readonly string[] | undefined;
  const groups = Array.from(main.querySelectorAll<HTMLElement>(".review-group"));
  const input = document.createElement("input");
  input.type = "search";
  const choice = choiceOf(groups);
  const found = document.createElement("span");
  found.setAttribute("role", "status");
  const openBefore = new Set<HTMLElement>();

  const update = () => {
    const words = input.value.toLowerCase().split(/\s+/);
    const isSearching = input.value.trim() !== "";
    // before the first search nobody needs them, and a list may have thousands of rows
    const searched = texts ?? rows.map((row) => row.textContent.toLowerCase());
    texts = searched;
    for (const [i, row] of rows.entries()) row.hidden = !words.every((word) => searched[i].includes(word));
    for (const table of tables) {
      const scroll = table.closest<HTMLElement>(".review-table");
      if (scroll) scroll.hidden = isSearching && !hasRows(table);
    }
    for (const group of groups) {
      const isChosen = choice.value === "" || choice.value === group.dataset.group;
      const hasHits = Array.from(group.querySelectorAll("table")).some(hasRows);
      group.hidden = !isChosen || (isSearching && !hasHits);
      if (group instanceof HTMLDetailsElement) openWhileNeeded(group, isSearching || choice.value !== "");
    }
    const visible = rows.filter((row) => !row.hidden && row.closest(".review-group[hidden]") === null).length;
    found.textContent = isSearching || choice.value !== "" ? `${visible} of ${rows.length}` : "";
  };

  /** A group that was closed is closed again after the search. */
  function openWhileNeeded(group: HTMLDetailsElement, isNeeded: boolean): void {
    if (isNeeded && !group.hidden && !group.open) {
      openBefore.add(group);
      group.open = true;
    } else if (!isNeeded && openBefore.delete(group)) group.open = false;
  }

  input.addEventListener("input", update);
  choice.addEventListener("change", update);
  return [labelled("Search", input), ...(groups.length > 1 ? [labelled("Show", choice)] : []), found];
}

function hasRows(table: HTMLTableElement): boolean {
  return Array.from(table.tBodies[0].rows).some((row) => !row.hidden);
}

function choiceOf(groups: readonly HTMLElement[]): HTMLSelectElement {
  const choice = document.createElement("select");
  choice.append(new Option("everything", ""));
  for (const {dataset} of groups) choice.append(new Option(dataset.group, dataset.group));
  return choice;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  label.append(`${text} `, control);
  return label;
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
