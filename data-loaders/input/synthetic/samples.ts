import {readFileSync} from "node:fs";
import type {AllLifeAggregates} from "./allLifeAggregates.js";
import {type AllLifeSeeds, allLifeSample} from "./allLifeSample.js";
import type {CardUsageAggregates} from "./cardUsageAggregates.js";
import {cardUsageSample} from "./cardUsageSample.js";

/**
 * Seeds of the embedded AllLife sample. Of the first sixty profile seeds this one comes nearest to the bank's file
 * where the correlations leave freedom: Ward's cut at three, silhouette and area under the ROC curve. The key seed is the first
 * whose keys include no key of the bank's file.
 */
const ALLLIFE_SEEDS: AllLifeSeeds = {profiles: 6, order: 6, keys: 160};

/** Seed of the embedded card usage sample: the first tried. */
const CARD_USAGE_SEED = 1;

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
  {
    file: "card-usage.sample.csv",
    generate: () => cardUsageSample(readCardUsageAggregates(), CARD_USAGE_SEED),
  },
];

/** The committed aggregates of the AllLife file. */
export function readAllLifeAggregates(): AllLifeAggregates {
  return JSON.parse(readAggregates("alllife"));
}

/** The committed aggregates of the card usage file. */
export function readCardUsageAggregates(): CardUsageAggregates {
  return JSON.parse(readAggregates("card-usage"));
}

function readAggregates(dataset: string): string {
  return readFileSync(new URL(`./${dataset}.aggregates.json`, import.meta.url), "utf8");
}
