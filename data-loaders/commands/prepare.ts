import {parseArgs} from "node:util";
import {formatProblem} from "../narrative/problem.js";
import {terminalProgress} from "../progress/progress.js";
import {prepareSite} from "../site/prepareSite.js";
import {refreshPreview} from "../site/refreshPreview.js";
import {reportFailure} from "./reportFailure.js";

/** Prepares the edition for a preview; with `--refresh`, tells the running preview that it has changed. */
const {values} = parseArgs({options: {refresh: {type: "boolean", default: false}}});

try {
  const {check, files} = await prepareSite(terminalProgress());
  await refreshPreview(files, values.refresh);
  for (const problem of check.problems.filter(({level}) => level !== "advice"))
    console.error(formatProblem(problem));
} catch (error) {
  reportFailure(error);
}
