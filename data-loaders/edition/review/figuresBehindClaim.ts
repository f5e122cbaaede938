import {figuresBehind} from "../../narrative/evidence/checkDefinitions.js";
import type {Claim, Figure} from "../../narrative/evidence/evaluateQueries.js";
import {tablesRead} from "./tablesRead.js";

/**
 * Figures that stand behind a claim: those that its header names, or else those that read one of its tables
 * and ask for the same variable or measure (the same words in quotes).
 *
 * @param published names in SQL of the published tables
 * @param segments ids of segments: a word that both queries share must be another
 */
export function figuresBehindClaim(
  claim: Claim,
  figures: readonly Figure[],
  published: ReadonlySet<string>,
  segments: ReadonlySet<string>,
): string[] {
  const named = figuresBehind(claim);
  if (named.length > 0) return named;
  const tables = tablesRead(claim.sql, published);
  const asked = quotedWords(claim.sql).filter((word) => !segments.has(word));
  return figures
    .filter(({sql}) => {
      const words = new Set(quotedWords(sql));
      return (
        asked.some((word) => words.has(word)) &&
        tablesRead(sql, published).some((table) => tables.includes(table))
      );
    })
    .map(({id}) => id);
}

function quotedWords(sql: string): string[] {
  return Array.from(sql.matchAll(/'([^']*)'/g), ([, word]) => word);
}
