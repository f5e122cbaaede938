import {contentKey} from "../content/contentKey.js";
import type {PublishedTable} from "./publishedTable.js";

/** Key of what tables hold and say of themselves: those with another name, definition, type or value have another. */
export function tablesKey(tables: readonly PublishedTable[]): string {
  return contentKey(
    ...tables.flatMap(({name, definition, columns}) => [
      name,
      definition,
      ...columns.flatMap((column) => [
        column.name,
        column.type,
        column.definition,
        JSON.stringify(Array.from(column.values)),
      ]),
    ]),
  );
}
