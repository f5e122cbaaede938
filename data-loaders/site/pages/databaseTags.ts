import {html, joined} from "../../engine/html/markup.js";
import type {Catalog} from "../../publish/catalog.js";

/** Tells the pages which databases there are: address from the site's root, name in SQL, and edition. */
export function databaseTags(catalogs: readonly Catalog[]): string {
  const tags = catalogs.map(
    ({id, schema, key, database}) =>
      html`<meta name="cardlens-database" content="${database.path}" data-schema="${schema}" data-key="${key}" data-bytes="${database.bytes}" data-model="models/${id}.json">`,
  );
  return String(joined(tags, "\n"));
}
