import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import type {PageReference} from "../../narrative/check/pageReferences.js";
import type {Cell} from "./htmlTable.js";

/** A place where a page quotes a figure or a claim. */
export interface PageUse extends PageReference {
  /** Path of the page from the project's root. */
  page: string;
}

/** Where each figure and claim is quoted, by kind and id (`figure alllife.customers`). */
export function pageUses({pages}: NarrativeCheck): ReadonlyMap<string, PageUse[]> {
  const uses = new Map<string, PageUse[]>();
  for (const [page, {references}] of pages)
    for (const reference of references) {
      const key = `${reference.kind} ${reference.id}`;
      uses.set(key, [...(uses.get(key) ?? []), {...reference, page}]);
    }
  return uses;
}

/** Links from a review page to the pages that quote something, with the lines of their sources. */
export function usesCell(uses: readonly PageUse[] = []): Cell {
  const pages = [...new Set(uses.map(({page}) => page))];
  if (pages.length === 0) return {html: html``, sort: ""};
  const links = pages.map((page) => {
    const lines = [...new Set(uses.filter((use) => use.page === page).map(({line}) => line))];
    return html`${pageLink(page)}:${joined(
      lines.map((line) => html`${line}`),
      html`,&#8203;`,
    )}`;
  });
  return {html: joined(links, html`<br>`), sort: pages[0]};
}

/** A link from a review page to a page, given by its path from the project's root. */
export function pageLink(page: string): Markup {
  return html`<a href="../${pageName(page)}.html">${pageName(page)}</a>`;
}

/** A page as readers know it from its address: `card-usage/risk` for `src/card-usage/risk.md`. */
export function pageName(page: string): string {
  return page.replace(/^src\//, "").replace(/\.md$/, "");
}
