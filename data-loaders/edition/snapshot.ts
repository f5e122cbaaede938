import type {Edition} from "../pipeline.js";
import {editionTable, numbersIn, textsIn} from "./editionTable.js";

/** What is kept of a data set in the manifest, so that a later edition can be compared with it. */
export interface Snapshot {
  dataset: string;
  title: string;
  segments: {segment: string; name: string; customers: number; share: number}[];
  /** Null where a term has none: the variable is constant, or follows from others. */
  coefficients: {model: string; term: string; coefficient: number | null}[];
  variables: {name: string; label: string; cuts: number[]; counts: number[]}[];
}

/** Parts that a variable's range is divided into, each with about as many customers. */
const bins = 10;

/** Takes down the segments, model coefficients and distributions of an edition. */
export function takeSnapshot(edition: Edition): Snapshot {
  const {definition} = edition;
  const customers = editionTable(edition, "customers");
  const segments = editionTable(edition, "segments");
  const counts = numbersIn(segments, "customers");
  const shares = numbersIn(segments, "share");
  const names = textsIn(segments, "name");
  const variables = editionTable(edition, "variables");
  const labels = textsIn(variables, "label");
  return {
    dataset: definition.id,
    title: definition.title,
    segments: textsIn(segments, "segment").map((segment, i) => ({
      segment,
      name: names[i],
      customers: counts[i],
      share: shares[i],
    })),
    coefficients: coefficientsOf(edition),
    variables: textsIn(variables, "name").map((name, i) => {
      const values = numbersIn(customers, name);
      const cuts = quantileCuts(values);
      return {name, label: labels[i], cuts, counts: binCounts(values, cuts)};
    }),
  };
}

/** None where the data set has no label of risk. */
function coefficientsOf(edition: Edition): Snapshot["coefficients"] {
  if (edition.definition.risk === undefined) return [];
  const table = editionTable(edition, "risk_coefficients");
  const terms = textsIn(table, "term");
  const coefficients = numbersIn(table, "coefficient");
  return textsIn(table, "model").map((model, i) => ({
    model,
    term: terms[i],
    coefficient: Number.isNaN(coefficients[i]) ? null : coefficients[i],
  }));
}

/** Values between the bins, each once: a value that many customers share makes fewer bins. */
function quantileCuts(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = Array.from(
    {length: bins - 1},
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins)],
  ).filter((cut) => cut < sorted[sorted.length - 1]);
  return [...new Set(cuts)];
}

/**
 * How many values lie in each bin; a value equal to a cut lies below it.
 *
 * @param cuts ascending
 */
export function binCounts(values: readonly number[], cuts: readonly number[]): number[] {
  const counts = Array.from({length: cuts.length + 1}, () => 0);
  for (const value of values) {
    let bin = 0;
    while (bin < cuts.length && cuts[bin] < value) bin++;
    counts[bin]++;
  }
  return counts;
}
