import {type Dialect, textLiteral} from "../population/dialect.js";

/** Trino's way of saying things. Its quantiles are approximate, so passes find exact ones by counting. */
export const trinoDialect: Dialect = {
  digest: (text) => `lower(to_hex(md5(to_utf8(${text}))))`,
  matches: (text, pattern) => `regexp_like(${text}, ${textLiteral(`^(?:${pattern})$`)})`,
};
