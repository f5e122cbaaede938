import {cholesky, choleskyInverse, choleskySolve} from "../../../../src/lib/statistics/matrices/cholesky.js";
import type {Matrix} from "../../../../src/lib/statistics/matrices/matrix.js";
import type {LogisticRegression} from "../../../../src/lib/statistics/regression/logisticRegression.js";
import {doubleLiteral} from "../dialect.js";
import {type Population, RUN} from "../population.js";
import {sumsByRun} from "./sumsByRun.js";

/** What a logistic regression is of: SQL expressions over the population. */
export interface LogisticProblem {
  /** 1 where the outcome is, 0 where not, NULL for customers who do not count. */
  outcome: string;
  /** The d standardised predictors. */
  predictors: readonly string[];
  /** Strength of the L2 penalty; see `logisticRegression`. */
  l2: number;
}

interface Evaluation {
  beta: Float64Array;
  customers: number;
  deviance: number;
  objective: number;
  gradient: Float64Array;
  information: Matrix;
  /** Customers whose log-odds have the wrong sign or are 0. */
  wrong: number;
}

/**
 * Logistic regression over all customers by Newton's method, which is iteratively reweighted least squares: each step is one
 * pass that returns the sums of the gradient and of the information. The same as `logisticRegression`, whose notes hold.
 *
 * Bytes read: those of the predictors, once for each step. Returned: (d + 1)(d + 4)/2 numbers for each run.
 *
 * @throws RangeError if a predictor is constant or depends on those before it
 */
export async function logisticOverAll(
  population: Population,
  problem: LogisticProblem,
  {
    most = 60,
    tolerance = 1e-7,
    advance = () => {},
  }: {
    most?: number;
    tolerance?: number;
    advance?: (step: number) => void;
  } = {},
): Promise<Omit<LogisticRegression, "separation"> & {separation: "none" | "complete"; customers: number}> {
  const {predictors} = problem;
  const evaluate = (beta: Float64Array) => logisticSums(population, problem, beta);
  const start = new Float64Array(predictors.length + 1);
  const first = await evaluate(start);
  const share = 0.5 + first.gradient[0] / first.customers;
  start[0] = Math.log(share / (1 - share));
  let current = await evaluate(start);
  const nullDeviance = current.deviance;
  let iterations = 0;
  let converged = false;
  // where every row is on its side, the classes are separated, and the likelihood rises for ever
  const isTold = () => problem.l2 === 0 && current.wrong === 0;
  while (iterations < most && !converged && !isTold()) {
    const factor = cholesky(current.information);
    if (typeof factor === "number") {
      if (iterations === 0)
        throw new RangeError(`invalid predictors; constant, or depends on those before it: ${factor - 1}`);
      break;
    }
    iterations++;
    const step = choleskySolve(factor, current.gradient);
    const decrement = Math.sqrt(
      Math.max(
        step.reduce((sum, value, j) => sum + value * current.gradient[j], 0),
        0,
      ),
    );
    const from = current;
    for (let halvings = 0, part = 1; ; halvings++, part /= 2) {
      const next = await evaluate(from.beta.map((value, j) => value + part * step[j]));
      current = next;
      if (next.objective <= from.objective * (1 + 1e-12) || halvings === 30) break;
    }
    advance(iterations);
    converged = decrement <= tolerance;
  }
  const factor = cholesky(current.information);
  const p = start.length;
  const covariance =
    typeof factor === "number"
      ? {rows: p, cols: p, values: new Float64Array(p * p).fill(Number.POSITIVE_INFINITY)}
      : choleskyInverse(factor);
  return {
    coefficients: current.beta,
    standardErrors: current.beta.map((_, j) => Math.sqrt(covariance.values[j * (p + 1)])),
    covariance,
    deviance: current.deviance,
    nullDeviance,
    iterations,
    converged,
    separation: current.wrong === 0 ? "complete" : "none",
    customers: current.customers,
  };
}

/** The log-odds at some coefficients as an SQL expression over columns x0, x1, … */
function logOddsSql(beta: Float64Array): string {
  return Array.from(beta, (value, j) =>
    j === 0 ? doubleLiteral(value) : `x${j - 1} * ${doubleLiteral(value)}`,
  ).join(" + ");
}

/** The sums of one step: likelihood, gradient and information at some coefficients. */
export async function logisticSums(
  population: Population,
  {outcome, predictors, l2}: LogisticProblem,
  beta: Float64Array,
): Promise<Evaluation> {
  const x = predictors.map((_, j) => `x${j}`);
  const given = `(SELECT ${[RUN, `${outcome} AS y`, ...predictors.map((sql, j) => `${sql} AS x${j}`)].join(", ")} FROM ${population.from}) AS given`;
  const odds = `(SELECT *, ${logOddsSql(beta)} AS eta FROM ${given} WHERE y IS NOT NULL) AS odds`;
  // e^−|η| serves the probability and the likelihood, without overflow
  const small = `(SELECT *, exp(-abs(eta)) AS small FROM ${odds}) AS smalls`;
  const told = `(SELECT *, CASE WHEN eta >= 0 THEN 1E0 ELSE small END / (1E0 + small) AS p FROM ${small}) AS told`;
  const weighed = `(SELECT ${[RUN, "y", "eta", "small", ...x].join(", ")}, y - p AS r, p * (1E0 - p) AS w FROM ${told}) AS weighed`;
  const pairs = x.flatMap((_, i) => x.slice(0, i + 1).map((_, j) => [i, j] as const));
  const [sums] = await sumsByRun(population, "logistic regression", {
    group: "0",
    k: 1,
    sums: [
      "CASE WHEN y = 1 THEN greatest(-eta, 0E0) ELSE greatest(eta, 0E0) END + ln(1E0 + small)",
      "CASE WHEN (CASE WHEN y = 1 THEN eta ELSE -eta END) > 0 THEN 0 ELSE 1 END",
      "r",
      ...x.map((name) => `r * ${name}`),
      "w",
      ...x.map((name) => `w * ${name}`),
      ...pairs.map(([i, j]) => `w * x${i} * x${j}`),
    ],
    from: weighed,
  });
  const p = beta.length;
  const deviance = 2 * sums[1];
  const gradient = sums.slice(3, 3 + p);
  const values = new Float64Array(p * p);
  const set = (i: number, j: number, value: number) => {
    values[i * p + j] = value;
    values[j * p + i] = value;
  };
  for (let j = 0; j < p; j++) set(0, j, sums[3 + p + j]);
  pairs.forEach(([i, j], at) => {
    set(i + 1, j + 1, sums[3 + 2 * p + at]);
  });
  let objective = deviance;
  for (let j = 1; j < p; j++) {
    objective += l2 * beta[j] * beta[j];
    gradient[j] -= l2 * beta[j];
    values[j * (p + 1)] += l2;
  }
  return {
    beta,
    customers: sums[0],
    deviance,
    objective,
    gradient,
    information: {rows: p, cols: p, values},
    wrong: sums[2],
  };
}
