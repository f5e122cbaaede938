/**
 * A query as it is usually laid out: keywords in capitals, clauses on lines of their own. The library is loaded by the first one.
 *
 * @throws Error where the query cannot be read
 */
export async function formatQuery(query: string): Promise<string> {
  const {duckdb, formatDialect} = await import("npm:sql-formatter");
  return formatDialect(query, {
    dialect: duckdb,
    keywordCase: "upper",
    dataTypeCase: "lower",
    expressionWidth: 80,
  });
}
