import {parseArgs} from "node:util";
import {chartProblems} from "./chartProblems.js";
import {type Outcome, runStrange} from "./runStrange.js";
import type {StrangeFile} from "./strangeFile.js";
import {strangeSets} from "./strangeSets.js";

/**
 * `npm run test:strange`: the report on two hundred strange files, one hundred of each kind, as a table. `-- --seed 7` runs the
 * files of one seed, and prints what is wrong with them in full.
 */
const {values} = parseArgs({options: {seed: {type: "string"}}});
const seeds = values.seed === undefined ? Array.from({length: 100}, (_, i) => i + 1) : [Number(values.seed)];
const most = 30_000;

console.log(
  "| data set | seed | ends in | hold | fail | nothing to test | recomputed | agree | s | what is strange |",
);
console.log("|---|--:|---|--:|--:|--:|--:|--:|--:|---|");
const outcomes: Outcome[] = [];
for (const seed of seeds)
  for (const set of strangeSets) {
    const file = set.file(seed, most);
    const start = performance.now();
    const outcome = await runStrange(file, set.sentences, chartProblems);
    outcomes.push(outcome);
    console.log(line(set.id, seed, file, outcome, (performance.now() - start) / 1000));
    const wrong = faults(outcome, values.seed !== undefined);
    if (wrong !== "") console.log(wrong);
  }
const count = (end: Outcome["end"]) => outcomes.filter((outcome) => outcome.end === end).length;
const different = outcomes.reduce((sum, {disagreements}) => sum + disagreements.length, 0);
const recomputed = outcomes.reduce((sum, outcome) => sum + outcome.recomputed, 0);
console.log(
  `\n${outcomes.length} files: ${count("report")} reports, ${count("refused")} clear refusals, ${count("broken")} broken; ${recomputed} verdicts recomputed, ${different} of them different`,
);
if (count("broken") + different > 0) process.exitCode = 1;
process.exit();

function line(id: string, seed: number, {traits}: StrangeFile, outcome: Outcome, seconds: number): string {
  const {end, verdicts, disagreements} = outcome;
  const cells = [
    id,
    seed,
    end,
    verdicts.holds,
    verdicts.fails,
    verdicts.untestable,
    outcome.recomputed,
    outcome.recomputed - disagreements.length,
    seconds.toFixed(1),
    traits.join("; "),
  ];
  return `| ${cells.join(" | ")} |`;
}

function faults({end, reason, disagreements}: Outcome, inFull: boolean): string {
  const first = inFull ? reason : reason.split("\n").slice(0, 3).join("\n");
  return [
    ...(end === "report" ? [] : [`  ${first.replaceAll("\n", "\n  ")}`]),
    ...disagreements.map(
      ({claim, report, here}) => `  ${claim}: the report says ${report}, here it is ${here}`,
    ),
  ].join("\n");
}
