import type {Matrix} from "../../../../src/lib/statistics/matrices/matrix.js";
import {doubleLiteral} from "../dialect.js";
import {type Population, RUN} from "../population.js";
import {linearSql, type ScaledVariable} from "../scaledVariables.js";
import {sumsByRun} from "./sumsByRun.js";

/** Groups of all customers. */
export interface PopulationGroups {
  /** k × d: the means of the groups' standardised variables. */
  centroids: Matrix;
  /** Customers of each. */
  sizes: Float64Array;
  /** Sum of squared distances of customers to their centroids. */
  inertia: number;
  /** Passes over all customers. */
  steps: number;
  /** True if the last pass moved no centroid by more than the tolerance. */
  converged: boolean;
}

/** How far a centroid may still move, in standard deviations. One customer in a hundred million moves it by more. */
const TOLERANCE = 1e-9;

/** z·c − |c|²/2: the greater, the nearer. */
function scoreSql(
  x: readonly string[],
  variables: readonly ScaledVariable[],
  {values, cols}: Matrix,
  c: number,
): string {
  let constant = 0;
  const terms = variables.map(({mean, scale}, j) => {
    const at = values[c * cols + j];
    constant += (mean * at) / scale + (at * at) / 2;
    return `${x[j]} * ${doubleLiteral(at / scale)}`;
  });
  return `(${terms.join(" + ")} - ${doubleLiteral(constant)})`;
}

/**
 * All customers with the number of their nearest centroid, `_part`, ties to the lower, and their variables _x0, _x1, … before
 * standardising.
 *
 * Of |z − c|² only −2z·c + |c|² differs between centroids, and z·c is a sum over the variables in their own units: no
 * standardised value is computed for a customer.
 *
 * @param kept further columns of the population to pass on
 */
export function assignedFrom(
  {from}: Pick<Population, "from">,
  variables: readonly ScaledVariable[],
  centroids: Matrix,
  kept: readonly string[] = [RUN],
): string {
  const x = variables.map((_, j) => `_x${j}`);
  const d = Array.from({length: centroids.rows}, (_, c) => `_d${c}`);
  const scores = d.map((name, c) => `${scoreSql(x, variables, centroids, c)} AS ${name}`);
  const cases = d.slice(0, -1).map((score, c) => {
    const others = d.flatMap((other, o) => (o === c ? [] : `${score} ${o < c ? ">" : ">="} ${other}`));
    return `WHEN ${others.join(" AND ")} THEN ${c}`;
  });
  const part = cases.length === 0 ? "0" : `CASE ${cases.join(" ")} ELSE ${cases.length} END`;
  const given = [...kept, ...variables.map((variable, j) => `${linearSql(variable)} AS _x${j}`)];
  const scored = `(SELECT *, ${scores.join(", ")} FROM (SELECT ${given.join(", ")} FROM ${from}) AS given) AS scored`;
  const greatest = d.length === 1 ? "_d0" : `greatest(${d.join(", ")})`;
  return `(SELECT ${[...kept, ...x].join(", ")}, ${greatest} AS _score, ${part} AS _part FROM ${scored}) AS assigned`;
}

/**
 * One step of Lloyd's algorithm over all customers: each goes to its nearest centroid, and the means of the groups are the next
 * centroids (S. P. Lloyd, IEEE Trans. Inf. Theory 28, 1982).
 *
 * Bytes read: those of the variables. Returned: k(d + 2) numbers for each run.
 */
export async function lloydStep(
  population: Population,
  variables: readonly ScaledVariable[],
  centroids: Matrix,
): Promise<{centroids: Matrix; sizes: Float64Array; inertia: number}> {
  const {rows: k, cols: d} = centroids;
  const centred = variables.map(({mean}, j) => `(_x${j} - ${doubleLiteral(mean)})`);
  const totals = await sumsByRun(population, "assignment to groups", {
    group: "_part",
    k,
    sums: [...centred, ...centred.map((x) => `${x} * ${x}`), "_score"],
    from: assignedFrom(population, variables, centroids),
  });
  const sizes = Float64Array.from(totals, ([customers]) => customers);
  const values = Float64Array.from({length: k * d}, (_, at) => {
    const [c, j] = [Math.floor(at / d), at % d];
    // a group that lost all its customers stays where it was
    return sizes[c] === 0 ? centroids.values[at] : totals[c][1 + j] / sizes[c] / variables[j].scale;
  });
  let inertia = 0;
  for (let c = 0; c < k; c++) {
    const total = totals[c];
    for (let j = 0; j < d; j++) inertia += total[1 + d + j] / variables[j].scale ** 2;
    inertia -= 2 * total[1 + 2 * d];
  }
  return {centroids: {rows: k, cols: d, values}, sizes, inertia};
}

/**
 * Lloyd's algorithm over all customers from given centroids, until none moves by more than a billionth of a standard deviation.
 *
 * @param advance is told after each step how far the centroids still moved
 */
export async function lloydOverAll(
  population: Population,
  variables: readonly ScaledVariable[],
  start: Matrix,
  {most = 100, advance = () => {}}: {most?: number; advance?: (step: number, moved: number) => void} = {},
): Promise<PopulationGroups> {
  let centroids = start;
  for (let step = 1; ; step++) {
    const next = await lloydStep(population, variables, centroids);
    const moved = next.centroids.values.reduce(
      (largest, value, at) => Math.max(largest, Math.abs(value - centroids.values[at])),
      0,
    );
    advance(step, moved);
    const converged = moved <= TOLERANCE;
    // the sizes and the inertia are those of the centroids that were assigned to
    if (converged || step === most)
      return {centroids, sizes: next.sizes, inertia: next.inertia, steps: step, converged};
    centroids = next.centroids;
  }
}
