import {once} from "node:events";
import {parseArgs} from "node:util";
import {formatProblem} from "../narrative/problem.js";
import {terminalProgress, whatRuns} from "../progress/progress.js";
import {leaveForPages} from "../site/leaveForPages.js";
import {prepareSite} from "../site/prepareSite.js";
import {refreshPreview} from "../site/refreshPreview.js";
import {reportFailure} from "./reportFailure.js";

/**
 * Prepares the edition for a preview. With `--refresh` it waits for a message first, prints only what has to be
 * run again, and tells the running preview that the edition has changed.
 */
const {values} = parseArgs({options: {refresh: {type: "boolean", default: false}}});

try {
  if (values.refresh) {
    // code that is otherwise loaded when the first query runs
    await Promise.all([
      import("../narrative/evaluateQueries.js"),
      import("../narrative/checkNarrative.js"),
      import("../changes/compareEditions.js"),
    ]);
    await once(process, "message");
  }
  const prepared = await prepareSite(values.refresh ? whatRuns(terminalProgress()) : terminalProgress());
  await leaveForPages(prepared);
  await refreshPreview(prepared.files, values.refresh);
  for (const problem of prepared.check.problems.filter(({level}) => level !== "advice"))
    console.error(formatProblem(problem));
} catch (error) {
  reportFailure(error);
} finally {
  process.disconnect?.();
}
