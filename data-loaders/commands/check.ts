import {describeChanges} from "../changes/describeChanges.js";
import {formatProblem} from "../narrative/problem.js";
import {silentProgress, terminalProgress} from "../progress/progress.js";
import {prepareSite} from "../site/prepareSite.js";
import {commandOptions} from "./commandOptions.js";
import {reportFailure} from "./reportFailure.js";

try {
  const {json, against} = commandOptions({
    json: {type: "boolean", default: false},
    against: {type: "string"},
  });
  const {evidence, check, record} = await prepareSite(json ? silentProgress : terminalProgress(), against);
  const {pages, problems} = check;
  const count = (level: string) => problems.filter((problem) => problem.level === level).length;
  const totals = {
    pages: pages.size,
    figures: evidence.figures.length,
    claims: evidence.claims.length,
    claimsThatHold: evidence.claims.filter(({holds}) => holds).length,
    errors: count("error"),
    unsupported: count("unsupported"),
    advice: count("advice"),
  };
  if (json) console.log(JSON.stringify({totals, problems, changes: record.changes}, null, 2));
  else {
    for (const line of describeChanges(record.changes, check)) console.log(line);
    for (const problem of problems) console.log(formatProblem(problem));
    console.log(
      `${totals.pages} pages, ${totals.figures} figures, ${totals.claimsThatHold} of ${totals.claims} claims hold, ${totals.errors} errors, ${totals.unsupported} unsupported sentences, ${totals.advice} pieces of advice`,
    );
  }
  if (totals.errors + totals.unsupported > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}
