import {statSync} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {datasets} from "../datasets/datasets.js";
import {samplePath} from "../datasets/samples.js";
import {compileKernels} from "../engine/kernels/compileKernels.js";
import {projectPath} from "../engine/project/projectPath.js";
import {answersTable, type BenchRuns, benchTable, slowerStages} from "./bench/benchTable.js";
import type {BenchReport} from "./bench/benchWork.js";
import {loopTable} from "./bench/loopTable.js";
import {ours, type Participant, peers} from "./bench/participants.js";
import {scaleLines} from "./bench/scaleLines.js";
import {timeLoop} from "./bench/timeBuilds.js";
import {type ScaleRun, timeScale} from "./bench/timeScale.js";
import {writeBenchWork} from "./bench/writeBenchWork.js";
import {commandOptions, OptionError} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/**
 * `npm run bench`: times the modelling of the largest data set against Python's libraries, and three builds of the report and two changes under a preview.
 * `-- --runs 5` runs each participant so often (default 3), in turns; `--only modelling` or `--only builds` does one half.
 *
 * `--only scale` checks generated files of more and more customers: `--rows 100000,1000000` says how many.
 */
await runCommand(async () => {
  const {only, ...values} = commandOptions({
    runs: {type: "string", default: "3"},
    only: {type: "string"},
    rows: {type: "string", default: "100000,300000,1000000"},
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1)
    throw new OptionError(`invalid runs; not an integer ≥ 1: ${values.runs}`);
  if (only === "scale") return reportScale(rowsOf(values.rows));
  if (only !== undefined && only !== "modelling" && only !== "builds")
    throw new OptionError(`invalid only; not modelling, builds or scale: ${only}`);
  if (only !== "builds") await compareModelling(runs);
  if (only !== "modelling") await reportBuilds();
});

async function compareModelling(runs: number): Promise<void> {
  await compileKernels();
  const others = await peers(process.env);
  const mine = ours();
  const folder = await mkdtemp(join(tmpdir(), "cardlens-bench-"));
  try {
    console.log(`${await writeBenchWork(folder)}. k = 2 … 10 with ten starts each, all silhouettes,`);
    console.log(
      `Ward on all rows, five-fold logistic regression. Median seconds of ${runs} runs, start-up left out.\n`,
    );
    const results = await inTurns([...mine, ...others], runs, folder);
    console.log(benchTable(results));
    console.log(`\nAnswers, beside those of the first line:\n\n${answersTable(results)}\n`);
    if (others.length === 0)
      console.log("No Python with scikit-learn and fastcluster was found (BENCH_PYTHON names another).\n");
    const slower = slowerStages(results[0], results.slice(mine.length));
    if (slower.length > 0) console.log(`Slower than the quickest of the others: ${slower.join(", ")}.\n`);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** One after another, in turns: a busy moment of the machine harms all alike. */
async function inTurns(
  participants: readonly Participant[],
  runs: number,
  folder: string,
): Promise<BenchRuns[]> {
  const results = participants.map(({name}) => ({name, reports: [] as BenchReport[]}));
  for (let turn = 0; turn < runs; turn++)
    for (const [i, participant] of participants.entries()) {
      process.stderr.write(`run ${turn + 1} of ${runs}: ${participant.name}\n`);
      results[i].reports.push(await participant.run(folder));
    }
  return results;
}

async function reportBuilds(): Promise<void> {
  console.log("Three builds of the report and two changes under a preview, in a copy of the project:");
  console.log(`\n${loopTable(await timeLoop())}`);
}

function rowsOf(text: string): number[] {
  const rows = text.split(",").map(Number);
  if (rows.some((count) => !Number.isInteger(count) || count < 1))
    throw new OptionError(`invalid rows; not integers ≥ 1 with commas between: ${text}`);
  return rows;
}

async function reportScale(sizes: readonly number[]): Promise<void> {
  const definition = largestDataset();
  console.log(`Checks of generated files of ${definition.title}, from nothing, in a copy of the project:`);
  const runs: ScaleRun[] = [];
  for (const rows of sizes) {
    runs.push(await timeScale(definition, rows));
    console.log(`\n${scaleLines(runs).join("\n")}`);
  }
}

/** The data set with the largest embedded sample. */
function largestDataset() {
  const sizes = datasets().map((definition) => ({
    definition,
    bytes: statSync(projectPath(samplePath(definition))).size,
  }));
  return sizes.reduce((largest, each) => (each.bytes > largest.bytes ? each : largest)).definition;
}
