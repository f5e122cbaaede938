import {parseArgs} from "node:util";
import {loadKernels} from "../../../src/lib/kernels/loadKernels.js";
import {kmeansSweep} from "../../../src/lib/statistics/clustering/kmeansSweep.js";
import {silhouetteSamples} from "../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {selectRows} from "../../../src/lib/statistics/matrices/matrix.js";
import {
  type FindLikelihood,
  logisticLikelihood,
} from "../../../src/lib/statistics/regression/logisticLikelihood.js";
import {logisticRegression} from "../../../src/lib/statistics/regression/logisticRegression.js";
import {predictedProbability} from "../../../src/lib/statistics/regression/predictedProbability.js";
import {linkage} from "../../../src/lib/statistics/trees/linkage.js";
import {openClusterEngine} from "../../engine/kernels/clusterEngine.js";
import {compileKernels} from "../../engine/kernels/compileKernels.js";
import {type BenchReport, type BenchWork, benchFolds, benchKs, benchRestarts} from "./benchWork.js";
import {readBenchWork} from "./readBenchWork.js";

/** One participant of the benchmark, in a process of its own: `plain` TypeScript, or kernels on some `threads`. */
const {values, positionals} = parseArgs({options: {threads: {type: "string"}}, allowPositionals: true});
const work = readBenchWork(positionals[0]);
const report =
  values.threads === undefined ? await plain(work) : await compiled(work, Number(values.threads));
process.stdout.write(JSON.stringify(report));

async function plain({z, x, y}: BenchWork): Promise<BenchReport> {
  const {seconds, stage} = stopwatch();
  const fits = await stage("k-means", () => kmeansSweep(z, benchKs, {restarts: benchRestarts, seed: 1}));
  const labelings = fits.map(({labels}) => labels);
  const silhouettes = await stage("silhouettes", () => silhouetteSamples(z, labelings));
  const tree = await stage("Ward", () => linkage(z, "ward"));
  const probability = await stage("regression", () => crossValidated({z, x, y}, logisticLikelihood));
  return reported(seconds, fits, silhouettes, tree.height, probability, y);
}

async function compiled({z, x, y}: BenchWork, threads: number): Promise<BenchReport> {
  const engine = await openClusterEngine(threads);
  const kernels = await loadKernels(await compileKernels());
  const {seconds, stage} = stopwatch();
  const fits = await stage("k-means", () =>
    engine.kmeansSweep(z, benchKs, {restarts: benchRestarts, seed: 1}),
  );
  const labelings = fits.map(({labels}) => labels);
  const silhouettes = await stage("silhouettes", () => engine.silhouetteSamples(z, labelings));
  const tree = await stage("Ward", () => engine.ward(z));
  const probability = await stage("regression", () => crossValidated({z, x, y}, kernels.logisticLikelihood));
  await engine.close();
  return reported(seconds, fits, silhouettes, tree.height, probability, y);
}

function stopwatch() {
  const seconds: Record<string, number> = {};
  return {
    seconds,
    async stage<T>(name: string, run: () => T | Promise<T>): Promise<T> {
      const start = performance.now();
      const result = await run();
      seconds[name] = (performance.now() - start) / 1000;
      return result;
    },
  };
}

/** Probability of each row, from a penalised regression of the folds that it is not in. */
function crossValidated({x, y}: BenchWork, likelihood: FindLikelihood): Float64Array {
  const probability = new Float64Array(y.length);
  const rows = Int32Array.from(y.keys());
  for (let fold = 0; fold < benchFolds; fold++) {
    const kept = rows.filter((row) => row % benchFolds !== fold);
    const left = rows.filter((row) => row % benchFolds === fold);
    const outcomes = new Uint8Array(kept.length);
    kept.forEach((row, i) => {
      outcomes[i] = y[row];
    });
    const {coefficients} = logisticRegression(selectRows(x, kept), outcomes, {l2: 1}, likelihood);
    predictedProbability(coefficients, selectRows(x, left)).forEach((p, i) => {
      probability[left[i]] = p;
    });
  }
  return probability;
}

function reported(
  seconds: Record<string, number>,
  fits: readonly {inertia: number}[],
  silhouettes: readonly Float64Array[],
  height: Float64Array,
  probability: Float64Array,
  y: Uint8Array,
): BenchReport {
  const mean = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0) / list.length;
  return {
    seconds,
    answers: {
      inertia: fits.map(({inertia}) => inertia),
      silhouette: silhouettes.map(mean),
      height: height[height.length - 1],
      brier: mean(probability.map((p, i) => (p - y[i]) ** 2)),
    },
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}
