import {html, type Markup} from "../../engine/html/markup.js";
import {tablesRead} from "../../narrative/evidence/tablesRead.js";
import type {NamedQuery} from "../../narrative/syntax/namedQuery.js";
import type {Edition} from "../../pipeline.js";
import {type CatalogTable, catalogIn} from "../../publish/catalog.js";
import {isViewOverAll} from "../../publish/population/exactTables.js";
import {sampleSentences} from "../../publish/population/withWholeValues.js";

/**
 * Of each query that reads what was computed on a sample of the customers, sentences that say so, with the error: those of the
 * tables that it names, and of their columns whose names stand in it.
 */
export function samplesBehind(
  editions: readonly Pick<Edition, "definition" | "files" | "allCustomers">[],
  queries: readonly Pick<NamedQuery, "id" | "sql" | "about">[],
): Map<string, string> {
  const tables = new Map(
    editions.filter(({allCustomers}) => allCustomers !== undefined).flatMap(tablesByName),
  );
  const published = new Set(tables.keys());
  const found = new Map<string, string>();
  for (const {id, sql, about} of queries) {
    const text = [sql, ...about.map(({from}) => from)].join("\n");
    const words = new Set(
      text
        .replaceAll(/'[^']*'/g, "''")
        .toLowerCase()
        .match(/\w+/g),
    );
    const sentences = tablesRead(text, published).flatMap((name) => {
      const table = tables.get(name);
      if (table === undefined) return [];
      const named = table.columns.filter(({name}) => words.has(name));
      return [...(isViewOverAll(table.name) ? [] : [table]), ...named].flatMap(({definition}) =>
        sampleSentences(table.name, definition, text),
      );
    });
    if (sentences.length > 0) found.set(id, [...new Set(sentences)].join(" "));
  }
  return found;
}

/** The sentences below the name of a query; nothing where it reads no sample. */
export function sampleNote(sentences: string | undefined): Markup {
  return sentences === undefined ? html`` : html`<br><small>${sentences}</small>`;
}

function tablesByName({
  definition: {id, schema},
  files,
}: Pick<Edition, "definition" | "files">): [string, CatalogTable][] {
  return catalogIn(id, files).tables.map((table) => [`${schema}.${table.name}`, table]);
}
