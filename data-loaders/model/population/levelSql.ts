import {doubleLiteral, identifier, textLiteral} from "../../engine/population/dialect.js";
import {type DescribingColumn, NOT_STATED, OTHER} from "../../source/describingValues.js";

/** The level of a describing column as an SQL expression, NULL where a value has none: as the sample's levels were cut. */
export function levelSql({name, levels, ends}: DescribingColumn): string {
  const column = identifier(name);
  const missing = levels.includes(NOT_STATED) ? NOT_STATED : levels.includes(OTHER) ? OTHER : undefined;
  const ofMissing = missing === undefined ? "NULL" : textLiteral(missing);
  if (ends !== undefined) {
    const bands = ends.map(
      (end, i) => `WHEN ${column} < ${doubleLiteral(end)} THEN ${textLiteral(levels[i])}`,
    );
    return `CASE WHEN ${column} IS NULL THEN ${ofMissing} ${bands.join(" ")} ELSE ${textLiteral(levels[ends.length])} END`;
  }
  const named = levels.filter((level) => level !== NOT_STATED && level !== OTHER).map(textLiteral);
  const rest = levels.includes(OTHER) ? textLiteral(OTHER) : "NULL";
  const known =
    named.length === 0
      ? rest
      : `CASE WHEN ${column} IN (${named.join(", ")}) THEN ${column} ELSE ${rest} END`;
  return `CASE WHEN ${column} IS NULL THEN ${ofMissing} ELSE ${known} END`;
}
