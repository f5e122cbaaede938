import {parseArgs} from "node:util";
import {checkNarrative} from "../narrative/checkNarrative.js";
import {formatProblem} from "../narrative/problem.js";
import {terminalProgress} from "../progress/progress.js";
import {evidenceById} from "../site/currentEvidence.js";
import {prepareEdition} from "../site/edition.js";
import {refreshPreview} from "../site/refreshPreview.js";
import {reportFailure} from "./reportFailure.js";

/** Prepares the edition for a preview; with `--refresh`, tells the running preview that it has changed. */
const {values} = parseArgs({options: {refresh: {type: "boolean", default: false}}});

try {
  const {evidence, files} = await prepareEdition(terminalProgress());
  await refreshPreview(files, values.refresh);
  const {problems} = await checkNarrative(evidence, evidenceById(evidence), files.keys());
  for (const problem of problems.filter(({level}) => level !== "advice"))
    console.error(formatProblem(problem));
} catch (error) {
  reportFailure(error);
}
