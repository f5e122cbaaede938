import {compareWithPrinted, type Recomputed} from "../lib/compareWithPrinted.js";
import {loadEvidence} from "./loadEvidence.js";

/** A figure, claim or statement as it stands in a page. */
export interface Printed {
  id: string;
  /** Text of a figure in the page, and the page's own format if it names one. */
  text?: string;
  format?: string;
}

/** Runs the query of one number or sentence in the reader's browser. The database engine loads at the first. */
export async function recompute({id, text, format}: Printed): Promise<Recomputed> {
  const evidence = await loadEvidence();
  const query = evidence.queries[id];
  if (query === undefined) return {agrees: false, verdict: `No query has the id ${id}.`};
  try {
    const {openDatabase} = await import("./openDatabase.js");
    const rows = await (await openDatabase()).queryFew(query.sql);
    return compareWithPrinted(query, rows, text, format);
  } catch (error) {
    return {
      agrees: false,
      verdict: `It could not be computed: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** What an element that prints a figure says. */
export function printedFigure(element: HTMLElement): Printed {
  const {figure = "", format} = element.dataset;
  return {id: figure, text: element.textContent ?? "", format};
}
