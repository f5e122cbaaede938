import type {Edition} from "../pipeline.js";
import {editionTable} from "./editionTable.js";

/** What is kept of a data set in the manifest, so that a later edition can be compared with it. */
export interface Snapshot {
  dataset: string;
  title: string;
  segments: {segment: string; name: string; customers: number; share: number}[];
  coefficients: {model: string; term: string; coefficient: number}[];
  variables: {name: string; label: string; cuts: number[]; counts: number[]}[];
}

/** Parts that a variable's range is divided into, each with about as many customers. */
const bins = 10;

/** Takes down the segments, model coefficients and distributions of an edition. */
export function takeSnapshot(edition: Edition): Snapshot {
  const {definition} = edition;
  const customers = editionTable(edition, "customers");
  return {
    dataset: definition.id,
    title: definition.title,
    segments: editionTable(edition, "segments").map(({segment, name, customers: count, share}) => ({
      segment: String(segment),
      name: String(name),
      customers: Number(count),
      share: Number(share),
    })),
    coefficients: editionTable(edition, "risk_coefficients").map(({model, term, coefficient}) => ({
      model: String(model),
      term: String(term),
      coefficient: Number(coefficient),
    })),
    variables: editionTable(edition, "variables").map(({name, label}) => {
      const values = customers.map((customer) => Number(customer[String(name)]));
      const cuts = quantileCuts(values);
      return {name: String(name), label: String(label), cuts, counts: binCounts(values, cuts)};
    }),
  };
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

/** How many values lie in each bin; a value equal to a cut lies below it. */
export function binCounts(values: readonly number[], cuts: readonly number[]): number[] {
  const counts = Array.from({length: cuts.length + 1}, () => 0);
  for (const value of values) counts[cuts.filter((cut) => cut < value).length]++;
  return counts;
}
