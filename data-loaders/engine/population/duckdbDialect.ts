import {type Dialect, doubleLiteral, textLiteral} from "./dialect.js";

/** DuckDB's way of saying things. */
export const duckdbDialect: Dialect = {
  quantiles: (from, column, probabilities) =>
    `SELECT ${probabilities.map((_, i) => `q[${i + 1}]`).join(", ")} FROM (SELECT quantile_cont(${column}, [${probabilities.map(doubleLiteral).join(", ")}]) AS q FROM ${from})`,
  digest: (text) => `md5(${text})`,
  fingerprint: (columns) => `hash(${columns.join(", ")})`,
  matches: (text, pattern) => `regexp_full_match(${text}, ${textLiteral(pattern)})`,
};
