/** Where a published database is, and its name in SQL. */
export interface DatabaseAddress {
  schema: string;
  url: string;
  /** Size of the file that this page was built with. */
  bytes: number;
  /** What the database calls its tables' key, if it is that of this page's build. */
  key: string;
}

/**
 * Reads from the page's `meta` tags where the published databases are.
 *
 * The edition stands in the address: a browser that has kept blocks of an earlier file must not mix them
 * with those of this one.
 */
export function databaseAddresses(document: Document): DatabaseAddress[] {
  const root = document.querySelector<HTMLMetaElement>('meta[name="cardlens-root"]')?.content ?? "./";
  const tags = document.querySelectorAll<HTMLMetaElement>('meta[name="cardlens-database"]');
  return Array.from(tags, ({content, dataset}) => {
    const url = new URL(root + content, document.baseURI);
    const key = dataset.key ?? "";
    url.searchParams.set("edition", key.slice(0, 16));
    return {schema: dataset.schema ?? "", url: url.href, bytes: Number(dataset.bytes), key};
  });
}
