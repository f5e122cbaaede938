import type MarkdownIt from "markdown-it";
import {html, type Markup} from "../../engine/html/markup.js";
import type {Catalog, CatalogTable} from "../../publish/catalog.js";

const placeholder = '<div id="published-tables"></div>';

/**
 * Fills `<div id="published-tables"></div>` with all published tables with their definitions and
 * downloads, so that they can be read, searched and printed without JavaScript.
 *
 * @param read gives the current catalogs; it is asked at every rendering, so that a preview follows
 * @param toRoot gives the path from a page to the folder that holds `data/`
 */
export function tablesPlugin(
  md: MarkdownIt,
  read: () => readonly Catalog[],
  toRoot: (path: string) => string,
): void {
  md.core.ruler.push("published-tables", ({tokens, env}) => {
    for (const token of tokens)
      if (token.type === "html_block")
        token.content = token.content.replace(placeholder, () => {
          const databases = read().map((catalog) => databaseMarkup(catalog, toRoot(env.path)));
          return String(html`<div id="published-tables">${databases}</div>`);
        });
  });
}

function databaseMarkup({id, title, schema, database, tables}: Catalog, root: string): Markup {
  const download = fileLink(`${root}${database.path}`, `${id}.duckdb`, database.bytes);
  return html`<section class="database"><h3 id="${id}-tables">${title}</h3><p>Database <code>${schema}</code>. All tables in one file: ${download}.</p>${tables.map((table) => tableMarkup(schema, table, root))}</section>`;
}

function tableMarkup(schema: string, {name, definition, rows, parquet, columns}: CatalogTable, root: string) {
  const full = `${schema}.${name}`;
  const lines = columns.map(
    (column) =>
      html`<tr data-column="${column.name}"><th scope="row"><code>${column.name}</code></th><td><small>${column.type}</small></td><td>${column.definition}</td></tr>`,
  );
  return html`<details class="published-table" data-table="${full}"><summary><code>${full}</code> <small>${rows.toLocaleString("en-US")} ${rows === 1 ? "row" : "rows"}</small> <span>${definition}</span></summary><div class="table-scroll" tabindex="0"><table><thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Definition</th></tr></thead><tbody>${lines}</tbody></table></div><p>Download: ${fileLink(`${root}${parquet.path}`, `${name}.parquet`, parquet.bytes)}</p></details>`;
}

/** Without a `download` attribute: with it Framework would publish a second copy under another name. */
function fileLink(address: string, name: string, bytes: number): Markup {
  return html`<a href="${address}">${name}</a> (${readableSize(bytes)})`;
}

function readableSize(bytes: number): string {
  return bytes < 1e5 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
