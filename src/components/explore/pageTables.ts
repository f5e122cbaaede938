/** A published table as the page describes it. */
export interface PageTable {
  /** `schema.table`. */
  name: string;
  definition: string;
  columns: {name: string; type: string; definition: string}[];
  element: Element;
}

/** Reads the published tables from the definitions in the page. */
export function pageTables(document: Document): PageTable[] {
  return Array.from(document.querySelectorAll("[data-table]"), (table) => ({
    name: table.getAttribute("data-table") ?? "",
    definition: text(table.querySelector("summary span")),
    columns: Array.from(table.querySelectorAll("[data-column]"), (row) => ({
      name: row.getAttribute("data-column") ?? "",
      type: text(row.children[1]),
      definition: text(row.children[2]),
    })),
    element: table,
  }));
}

function text(element: Element | null | undefined): string {
  return element?.textContent?.trim() ?? "";
}
