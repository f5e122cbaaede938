import type {PublishedTable} from "../engine/tables/publishedTable.js";

/** A table as `{"column": [values]}`; NaN becomes null. */
export function columnsJson({columns}: Pick<PublishedTable, "columns">): string {
  return JSON.stringify(Object.fromEntries(columns.map(({name, values}) => [name, Array.from(values)])));
}
