import {silentProgress, terminalProgress, whatRuns} from "../engine/progress/progress.js";
import {commandOptions} from "./commandOptions.js";
import {problemLines, totalsLine, totalsOf} from "./findings.js";
import {runCommand} from "./runCommand.js";

let asJson = false;

await runCommand(async () => {
  const {json, advice, against} = commandOptions({
    json: {type: "boolean", default: false},
    advice: {type: "boolean", default: false},
    against: {type: "string"},
  });
  asJson = json;
  const {prepareSite} = await import("../site/build/prepareSite.js");
  const {evidence, check, record} = await prepareSite(
    json ? silentProgress : whatRuns(terminalProgress()),
    against,
  );
  const {problems} = check;
  const totals = totalsOf(check, evidence);
  if (json) console.log(JSON.stringify({totals, problems, changes: record.changes}, null, 2));
  else {
    const {describeChanges} = await import("../edition/changes/describeChanges.js");
    for (const line of [...describeChanges(record.changes, check), ...problemLines(problems, advice)])
      console.log(line);
    const hint = advice || totals.advice === 0 ? "" : " (-- --advice lists them)";
    console.log(`${totalsLine(totals)}${hint}`);
  }
  if (totals.errors + totals.unsupported + totals.untestable > 0) process.exitCode = 1;
}, failed);

/** For machines, every problem of the inputs: the message in words groups them. */
async function failed(error: unknown): Promise<void> {
  const {inputProblems, reportFailure} = await import("./reportFailure.js");
  const inputs = asJson ? inputProblems(error) : undefined;
  if (inputs !== undefined) console.log(JSON.stringify({inputs}, null, 2));
  reportFailure(error);
}
