import {readFileSync, statSync} from "node:fs";
import type {GatheredEvidence} from "../narrative/gatherEvidence.js";
import type {NarrativeEvidence} from "../narrative/narrativePlugin.js";
import type {Edition} from "../pipeline.js";
import {projectPath} from "../projectPath.js";

const file = projectPath(".cache/edition/evidence.json");

/** The evidence of the current edition by id, and the inputs that it was built from. */
export interface CurrentEvidence extends NarrativeEvidence {
  inputs: readonly (Edition["input"] & {id: string; title: string})[];
}

let read: {time: number; evidence: CurrentEvidence} = {
  time: 0,
  evidence: {figures: new Map(), claims: new Map(), charts: new Map(), reviews: new Map(), inputs: []},
};

/** Reads what `prepareEdition` left, again when the file has changed: Framework renders pages synchronously. */
export function currentEvidence(): CurrentEvidence {
  const time = statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
  if (time !== read.time) {
    const {evidence, inputs}: {evidence: GatheredEvidence; inputs: CurrentEvidence["inputs"]} = JSON.parse(
      readFileSync(file, "utf8"),
    );
    read = {time, evidence: {...evidenceById(evidence), inputs}};
  }
  return read.evidence;
}

/** Indexes the evidence for the pages. */
export function evidenceById({figures, claims, charts}: GatheredEvidence): NarrativeEvidence {
  const byId = <T extends {id: string}>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));
  return {figures: byId(figures), claims: byId(claims), charts: byId(charts)};
}
