import {datasetNamed} from "../../data-loaders/datasets/datasets.js";
import {smallFile} from "../data-loaders/narrative/smallReport.js";
import {alllifeSentences} from "./alllifeSentences.js";
import {cardUsageSentences} from "./cardUsageSentences.js";
import type {Sentence} from "./sentence.js";
import {type StrangeFile, strangeFile} from "./strangeFile.js";

/** A kind of file, and the sentences that are worked out from each. */
export interface StrangeSet {
  id: string;
  sentences: Readonly<Record<string, Sentence>>;
  file(seed: number, most: number): StrangeFile;
}

export const strangeSets: readonly StrangeSet[] = [
  strangeSet("alllife", alllifeSentences),
  strangeSet("card-usage", cardUsageSentences),
];

function strangeSet(id: string, sentences: Readonly<Record<string, Sentence>>): StrangeSet {
  const definition = datasetNamed(id);
  const sample = lazily(() => smallFile(definition, rowsOfSample));
  return {id, sentences, file: (seed, most) => strangeFile(sample(), seed, most)};
}

/** Enough for the sample's own shape. */
const rowsOfSample = 600;

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
