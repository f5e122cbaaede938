import type {Disclosure} from "./publishableTables.js";
import {smallestCell} from "./withholdCells.js";

const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;

/** What is published of a data set's customers, and how far it singles them out, as a line for a terminal. */
export function disclosureLine(
  id: string,
  synthetic: boolean,
  {rows, exact, published, sampleOf}: Disclosure,
): string {
  const variables = `by their exact variables, ${percent(exact.unique)} of ${exact.rows.toLocaleString("en-US")} customers${sampleOf === undefined ? "" : `, a sample of ${sampleOf.toLocaleString("en-US")},`} are unique`;
  if (synthetic) return `${id}: exact rows are published, of a synthetic sample`;
  if (rows === "none") return `${id}: no rows are published (${variables})`;
  if (rows === "exact") return `${id}: exact rows are published, and ${variables}`;
  return `${id}: rows are published in groups; the smallest has ${published.smallestGroup} customers, and ${percent(published.unique)} are unique (${variables})`;
}

/** The same in full sentences, for readers. */
export function disclosureSentences(synthetic: boolean, disclosure: Disclosure): string {
  const {rows, exact, published, withheldCells, sampleOf} = disclosure;
  const count = (value: number) => value.toLocaleString("en-US");
  if (synthetic)
    return "The exact rows are published: they are a synthetic sample, and no row is a real customer.";
  const drawn =
    sampleOf === undefined
      ? ""
      : `The rows are a sample: ${count(exact.rows)} of ${count(sampleOf)} customers. Figures and claims are computed over all of them, but for those whose definition says sample. `;
  const variables = `${drawn}By their exact variables, ${percent(exact.unique)} of the ${count(exact.rows)} customers are unique: nobody else ${sampleOf === undefined ? "" : "in the sample "}has the same values.`;
  if (rows === "exact")
    return `The exact rows are published. ${variables} Whoever knows a customer's values can find the row.`;
  const kept = `${sampleOf === undefined ? "Figures and claims were computed on the exact rows before. " : ""}${count(withheldCells)} counts in published tables are withheld: those below ${smallestCell}, and others that would give them away.`;
  if (rows === "none") return `No customer's row is published. ${variables} ${kept}`;
  const left = exact.rows - published.rows;
  const missing =
    left === 0
      ? ""
      : ` Of ${count(left)} customers, in segments of fewer than ${smallestCell}, no row is published.`;
  return `Rows are published in groups of customers that share one row's values: means of the group, and labels that all of it have. The smallest group has ${published.smallestGroup} customers, and ${percent(published.unique)} of the rows are unique.${missing} ${variables} ${kept}`;
}
