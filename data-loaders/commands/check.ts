import {describeChanges} from "../changes/describeChanges.js";
import {formatProblem} from "../narrative/problem.js";
import {silentProgress, terminalProgress, whatRuns} from "../progress/progress.js";
import {prepareSite} from "../site/prepareSite.js";
import {commandOptions} from "./commandOptions.js";
import {reportFailure} from "./reportFailure.js";

try {
  const {json, advice, against} = commandOptions({
    json: {type: "boolean", default: false},
    advice: {type: "boolean", default: false},
    against: {type: "string"},
  });
  const {evidence, check, record} = await prepareSite(
    json ? silentProgress : whatRuns(terminalProgress()),
    against,
  );
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
    // what must be mended stands last, next to the totals
    for (const level of [...(advice ? ["advice"] : []), "unsupported", "error"])
      for (const problem of problems.filter((each) => each.level === level))
        console.log(formatProblem(problem));
    console.log(
      [
        counted(totals.pages, "page"),
        counted(totals.figures, "figure"),
        `${totals.claimsThatHold} of ${counted(totals.claims, "claim")} hold`,
        counted(totals.errors, "error"),
        counted(totals.unsupported, "unsupported sentence"),
        `${counted(totals.advice, "piece")} of advice${advice || totals.advice === 0 ? "" : " (-- --advice lists them)"}`,
      ].join(", "),
    );
  }
  if (totals.errors + totals.unsupported > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
