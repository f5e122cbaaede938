import type {JointCells} from "../statistics/clustering/jointCells.js";
import type {KmeansStart} from "../statistics/clustering/kmeans.js";
import {seedingTrials} from "../statistics/clustering/seedCentroids.js";
import type {ClusterDistanceSums} from "../statistics/clustering/silhouetteSamples.js";
import type {Matrix} from "../statistics/matrices/matrix.js";
import type {FindLikelihood} from "../statistics/regression/logisticLikelihood.js";
import type {CrossDistances} from "../statistics/trees/copheneticCorrelation.js";
import type {FindMerges} from "../statistics/trees/merges.js";
import {type KernelMemory, kernelMemory} from "./kernelMemory.js";

/** The hot loops, compiled: hand them to `kmeans`, `silhouetteSamples`, `linkage`, `copheneticCorrelation` and
 * `logisticRegression` in place of the plain ones. */
export interface Kernels {
  kmeansStart: KmeansStart;
  clusterDistanceSums: ClusterDistanceSums;
  wardMerges: FindMerges;
  crossDistances: CrossDistances;
  logisticLikelihood: FindLikelihood;
}

/** What the module imports: the engine's own functions, so that its results have the same bits. */
export const kernelImports = {env: {"Math.exp": Math.exp, "Math.log": Math.log}};

type Kernel = (...parameters: number[]) => number;

/**
 * Makes the compiled kernels callable. Each gives the same bits as its namesake in plain TypeScript, several times faster.
 * They hold about three copies of the rows in memory, which is kept between calls.
 *
 * @param bytes the compiled module: `data/kernels.wasm` in the site, `compileKernels()` in Node
 * @throws WebAssembly.CompileError if the engine has no SIMD; the plain functions then do the same work
 */
export async function loadKernels(bytes: BufferSource): Promise<Kernels> {
  const {instance} = await WebAssembly.instantiate(bytes, kernelImports);
  return kernelsOf(instance);
}

/** The kernels of a module that is instantiated already. */
export function kernelsOf({exports}: WebAssembly.Instance): Kernels {
  const {memory} = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError("invalid kernels; no memory is exported");
  const kernel = (name: string): Kernel => {
    const found = exports[name];
    if (typeof found !== "function") throw new TypeError(`invalid kernels; no function is exported: ${name}`);
    return (...parameters) => found(...parameters);
  };
  const space = kernelMemory(memory);
  return {
    kmeansStart: kmeansStartOf(space, kernel("kmeansStart"), kernel("kmeansWorkBytes")),
    clusterDistanceSums: clusterDistanceSumsOf(space, kernel("distanceSums")),
    wardMerges: wardMergesOf(space, kernel("wardMerges")),
    crossDistances: crossDistancesOf(space, kernel("crossDistances")),
    logisticLikelihood: logisticLikelihoodOf(space, kernel("logisticLikelihood")),
  };
}

function kmeansStartOf(space: KernelMemory, run: Kernel, workBytes: Kernel): KmeansStart {
  return ({rows: n, cols: d, values}, k, draws, maxIterations) => {
    const trials = seedingTrials(k);
    const [rows, random, labels, centroids, result, work] = space.layout([
      values.byteLength,
      draws.byteLength,
      4 * n,
      8 * k * d,
      24,
      workBytes(n, d, k, trials),
    ]);
    space.write(rows, values);
    space.write(random, draws);
    run(n, d, k, trials, maxIterations, rows, random, labels, centroids, result, work);
    const [inertia, iterations, converged] = space.doubles(result, 3);
    return {
      labels: space.integers(labels, n),
      centroids: {rows: k, cols: d, values: space.doubles(centroids, k * d)},
      inertia,
      iterations,
      converged: converged === 1,
    };
  };
}

function clusterDistanceSumsOf(space: KernelMemory, run: Kernel): ClusterDistanceSums {
  return (matrix: Matrix, {starts, columns, labelings, width}: JointCells, from, to) => {
    const {rows: n, cols: d, values} = matrix;
    const even = n + (n % 2);
    const [rows, paired, first, column, sums, work] = space.layout([
      values.byteLength,
      8 * even * d,
      starts.byteLength,
      columns.byteLength,
      8 * n * width,
      16 * even,
    ]);
    space.write(rows, values);
    space.write(paired, pairedRows(matrix));
    space.write(first, starts);
    space.write(column, columns);
    space.clear(sums, 8 * n * width);
    run(n, d, rows, paired, from, to, starts.length - 1, first, column, labelings, width, sums, work);
    return space.doubles(sums, n * width);
  };
}

/** Rows two by two, the values of each column side by side; a last row without a partner stands beside zeros. */
function pairedRows({rows, cols, values}: Matrix): Float64Array {
  const paired = new Float64Array((rows + (rows % 2)) * cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) paired[(i - (i % 2)) * cols + 2 * j + (i % 2)] = values[i * cols + j];
  return paired;
}

function wardMergesOf(space: KernelMemory, run: Kernel): FindMerges {
  return ({rows: n, cols: d, values}) => {
    const merges = Math.max(n - 1, 0);
    const workBytes = n * (8 * d + 28) + 32 * d + 2048;
    const [rows, a, b, height, work] = space.layout([
      values.byteLength,
      4 * merges,
      4 * merges,
      8 * merges,
      workBytes,
    ]);
    space.write(rows, values);
    run(n, d, rows, a, b, height, work);
    return {
      a: space.integers(a, merges),
      b: space.integers(b, merges),
      height: space.doubles(height, merges),
    };
  };
}

function crossDistancesOf(space: KernelMemory, run: Kernel): CrossDistances {
  return (matrix, bounds) => {
    const {rows: n, cols: d, values} = matrix;
    const blocks = bounds.length / 3;
    const [rows, paired, ranges, sums, work] = space.layout([
      values.byteLength,
      8 * (n + (n % 2)) * d,
      bounds.byteLength,
      16 * blocks,
      1024,
    ]);
    space.write(rows, values);
    space.write(paired, pairedRows(matrix));
    space.write(ranges, bounds);
    run(d, rows, paired, blocks, ranges, sums, work);
    return space.doubles(sums, 2 * blocks);
  };
}

function logisticLikelihoodOf(space: KernelMemory, run: Kernel): FindLikelihood {
  return ({rows: n, cols: d, values}, y, beta) => {
    const p = d + 1;
    // a line holds the intercept's entry, a gap, and the columns'
    const line = 2 + d + (d % 2);
    const spare = 8 * (3 * d + 1);
    const [x, outcomes, coefficients, residual, weight, gradient, sums] = space.layout([
      values.byteLength + spare,
      n,
      8 * p,
      8 * (n + 3),
      8 * (n + 3),
      8 * line,
      8 * line * p,
    ]);
    space.write(x, values);
    space.clear(x + values.byteLength, spare);
    space.write(outcomes, y);
    space.write(coefficients, beta);
    space.clear(residual, 8 * (n + 3));
    space.clear(weight, 8 * (n + 3));
    space.clear(gradient, 8 * line);
    space.clear(sums, 8 * line * p);
    const deviance = run(n, d, x, outcomes, coefficients, residual, weight, gradient, sums);
    const place = (j: number) => (j === 0 ? 0 : j + 1);
    const triangle = space.doubles(sums, line * p);
    const information = new Float64Array(p * p);
    for (let j = 0; j < p; j++)
      for (let l = 0; l <= j; l++) {
        const entry = triangle[j * line + place(l)];
        information[j * p + l] = entry;
        information[l * p + j] = entry;
      }
    const slopes = space.doubles(gradient, line);
    return {
      deviance,
      gradient: Float64Array.from({length: p}, (_, j) => slopes[place(j)]),
      information: {rows: p, cols: p, values: information},
    };
  };
}
