import {type Dialect, textLiteral} from "../population/dialect.js";

/** Trino's way of saying things. Its quantiles are approximate, so passes narrow exact ones down. */
export const trinoDialect: Dialect = {
  digest: (text) => `lower(to_hex(md5(to_utf8(${text}))))`,
  // the bits of the numbers side by side; a missing one has a length of its own
  fingerprint: (columns) =>
    `xxhash64(concat(X'', ${columns.map((column) => `coalesce(to_ieee754_64(${column}), X'00')`).join(", ")}))`,
  matches: (text, pattern) => `regexp_like(${text}, ${textLiteral(`^(?:${pattern})$`)})`,
};
