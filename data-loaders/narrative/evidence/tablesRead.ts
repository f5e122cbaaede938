/** Published tables that a query names, in order of name. */
export function tablesRead(sql: string, published: ReadonlySet<string>): string[] {
  const names = sql
    .replaceAll(/'[^']*'/g, "''")
    .replaceAll('"', "")
    .matchAll(/\b\w+\.\w+\b/g);
  return [...new Set(Array.from(names, ([name]) => name.toLowerCase()))]
    .filter((name) => published.has(name))
    .sort();
}
