import {readFileSync, statSync} from "node:fs";
import type {PublishedSample} from "../../../src/lib/narrative/evidenceFile.js";
import type {PublishedRows} from "../../datasets/dataset.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {FailingSentences} from "../../narrative/check/failingSentences.js";
import {evidenceById} from "../../narrative/evidence/evidenceById.js";
import type {GatheredEvidence} from "../../narrative/evidence/gatherEvidence.js";
import type {NarrativeEvidence} from "../../narrative/evidence/narrativeEvidence.js";
import type {Edition} from "../../pipeline.js";

const file = projectPath(".cache/edition/evidence.json");
const reviewFile = projectPath(".cache/edition/review.json");
const failingFile = projectPath(".cache/edition/failing.json");

/** The evidence of the current edition by id, and the inputs that it was built from. */
export interface PageEvidence extends NarrativeEvidence {
  inputs: readonly (Edition["input"] & {
    id: string;
    title: string;
    publishedRows: PublishedRows;
    /** The published customers, where they are a sample. */
    sample?: PublishedSample;
  })[];
  failing: FailingSentences;
}

const noneFailing: FailingSentences = {contradicted: 0, untestable: 0, withheld: 0};

let read: {time: string; evidence: PageEvidence} = {
  time: "",
  evidence: {
    figures: new Map(),
    claims: new Map(),
    charts: new Map(),
    reviews: new Map(),
    failures: new Map(),
    inputs: [],
    failing: noneFailing,
  },
};

/** Reads what `writePageInputs` wrote, again when the file has changed: Framework renders pages synchronously. */
export function pageEvidence(): PageEvidence {
  const timeOf = (path: string) => statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
  const time = [file, reviewFile, failingFile].map(timeOf).join(" ");
  if (time !== read.time && timeOf(file) > 0) {
    const lists: Record<string, string> | undefined =
      timeOf(reviewFile) > 0 ? JSON.parse(readFileSync(reviewFile, "utf8")) : undefined;
    const {evidence, inputs}: {evidence: GatheredEvidence; inputs: PageEvidence["inputs"]} = JSON.parse(
      readFileSync(file, "utf8"),
    );
    const failing: FailingSentences =
      timeOf(failingFile) > 0 ? JSON.parse(readFileSync(failingFile, "utf8")) : noneFailing;
    read = {time, evidence: {...evidenceById(evidence, lists), inputs, failing}};
  }
  return read.evidence;
}
