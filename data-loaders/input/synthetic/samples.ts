import {readFileSync} from "node:fs";
import type {AllLifeAggregates} from "./allLifeAggregates.js";
import {type AllLifeSeeds, allLifeSample} from "./allLifeSample.js";

/**
 * Seeds of the embedded AllLife sample. Of the first sixty profile seeds this one comes nearest to the bank's file
 * where the correlations leave freedom: Ward's cut at three, silhouette and area under the ROC curve. The key seed is the first
 * whose keys include no key of the bank's file.
 */
const ALLLIFE_SEEDS: AllLifeSeeds = {profiles: 6, order: 6, keys: 160};

/** An embedded sample: where it lies in `data-loaders/input/`, and its text made anew. */
export interface EmbeddedSample {
  file: string;
  generate(): string;
}

/** All embedded samples. */
export const samples: readonly EmbeddedSample[] = [
  {
    file: "alllife.sample.csv",
    generate: () => allLifeSample(readAllLifeAggregates(), ALLLIFE_SEEDS),
  },
];

/** The committed aggregates of the AllLife file. */
export function readAllLifeAggregates(): AllLifeAggregates {
  return JSON.parse(readFileSync(new URL("./alllife.aggregates.json", import.meta.url), "utf8"));
}
