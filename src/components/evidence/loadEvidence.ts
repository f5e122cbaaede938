import type {EvidenceFile} from "../../lib/narrative/evidenceFile.js";
import {siteFile} from "../elements/siteRoot.js";

let loading: Promise<EvidenceFile> | undefined;

/** Loads the report's evidence, once, when it is first asked for. */
export function loadEvidence(): Promise<EvidenceFile> {
  loading ??= fetch(siteFile("data/evidence.json")).then((response) => {
    if (!response.ok) throw new Error(`the evidence could not be loaded: ${response.status}`);
    return response.json();
  });
  return loading;
}
