import {escapeHtml} from "../../engine/html/escapeHtml.js";
import type {Catalog} from "../../publish/catalog.js";

/** Tells the pages which databases there are: address from the site's root, name in SQL, and edition. */
export function databaseTags(catalogs: readonly Catalog[]): string {
  return catalogs
    .map(
      ({schema, sha256, database}) =>
        `<meta name="cardlens-database" content="${escapeHtml(database.path)}" data-schema="${escapeHtml(schema)}" data-version="${sha256.slice(0, 16)}" data-bytes="${database.bytes}">`,
    )
    .join("\n");
}
