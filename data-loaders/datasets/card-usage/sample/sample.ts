import {readFileSync} from "node:fs";
import type {EmbeddedSample} from "../../sampling/embeddedSample.js";
import type {Aggregates} from "./aggregates.js";
import {describeFile} from "./describeFile.js";
import {drawSample} from "./drawSample.js";

/** Seed of the embedded sample: the first tried. */
const SEED = 1;

/** The committed aggregates of the published file. */
export function readAggregates(): Aggregates {
  return JSON.parse(readFileSync(new URL("./aggregates.json", import.meta.url), "utf8"));
}

/** The embedded synthetic sample. */
export const sample: EmbeddedSample = {
  generate: () => drawSample(readAggregates(), SEED),
  describe: describeFile,
};
