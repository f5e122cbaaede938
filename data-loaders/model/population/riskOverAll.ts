import {fittedTerm} from "../../../src/lib/risk/fitRiskModel.js";
import {thresholds} from "../../../src/lib/risk/judgeRiskModel.js";
import {judgeScoreBins} from "../../../src/lib/risk/judgeScoreBins.js";
import {cholesky, choleskyInverse} from "../../../src/lib/statistics/matrices/cholesky.js";
import {SEPARATED_L2} from "../../../src/lib/statistics/regression/separation.js";
import {doubleLiteral, identifier, textLiteral} from "../../engine/population/dialect.js";
import {correlations} from "../../engine/population/passes/correlations.js";
import {logisticOverAll} from "../../engine/population/passes/logistic.js";
import {type ColumnSummary, summaries} from "../../engine/population/passes/summaries.js";
import {numberOf, type Population} from "../../engine/population/population.js";
import {filledSql, type ScaledVariable, standardisedSql} from "../../engine/population/scaledVariables.js";
import type {DescribingColumn} from "../../source/describingValues.js";
import type {Risk, RiskModel} from "../risk/fitRiskModels.js";
import {levelSql} from "./levelSql.js";

/** Bins of the log-odds: 512 for each unit, from −16 to 16. */
const BINS_PER_UNIT = 512;
const WIDEST = 16;

/** Unit of sums that must not depend on their order: they are added up as whole numbers of billionths. */
const BILLION = 1e9;

/** What the models are of. */
export interface RiskOfPopulation {
  /** SQL of the label: true, false or NULL, over columns in which missing values are NULL; undefined where there is none. */
  expression: string | undefined;
  variables: readonly ScaledVariable[];
  describing: readonly DescribingColumn[];
}

/** The label as SQL: 1, 0, or NULL where it cannot be said. */
export function labelSql(expression: string): string {
  return `CAST(${expression} AS INTEGER)`;
}

/** A predictor in its own unit, by its term, over the population. */
export function predictorSql(term: string, {variables, describing}: RiskOfPopulation): string {
  const variable = variables.find(({name}) => name === term);
  if (variable !== undefined) return filledSql(variable);
  const column = describing.find(({name, levels}) => levels.some((level) => term === `${name}=${level}`));
  if (column === undefined) throw new Error(`no predictor: ${term}`);
  return `CASE WHEN ${levelSql(column)} = ${textLiteral(term.slice(column.name.length + 1))} THEN 1E0 ELSE 0E0 END`;
}

/**
 * Fits the risk models on all customers with a label and all values, and judges them by counts in fine bins of the log-odds.
 * Which terms a model can tell apart, and the cross-validation, are those of the sample.
 *
 * @param sample the models of a sample
 */
export async function riskOverAll(
  population: Population,
  sample: Risk,
  given: RiskOfPopulation,
  advance: (fraction: number) => void = () => {},
): Promise<Risk> {
  const complete = given.variables.map(({name}) => `${identifier(name)} IS NOT NULL`);
  const outcome = `CASE WHEN ${complete.join(" AND ")} THEN ${labelSql(given.expression ?? "NULL")} END`;
  const fitted: Population = {
    ...population,
    from: `(SELECT *, ${outcome} AS _label FROM ${population.from} WHERE ${outcome} IS NOT NULL) AS fitted`,
  };
  const terms = [...new Set(sample.models.flatMap(({predictors}) => predictors))];
  const moments = new Map(
    (
      await summaries(
        fitted,
        terms.map((term) => ({name: term, sql: predictorSql(term, given)})),
      )
    ).map((summary) => [summary.column, summary]),
  );
  const models: RiskModel[] = [];
  for (const model of sample.models) {
    const done = models.length / sample.models.length;
    models.push(
      await modelOverAll(fitted, model, given, moments, (step) => {
        advance(done + Math.min(step / 9, 1) / sample.models.length);
      }),
    );
  }
  return {...sample, models};
}

async function modelOverAll(
  fitted: Population,
  model: RiskModel,
  given: RiskOfPopulation,
  moments: ReadonlyMap<string, ColumnSummary>,
  advance: (step: number) => void,
): Promise<RiskModel> {
  const momentOf = (term: string) => {
    const found = moments.get(term);
    if (found === undefined) throw new Error(`no summary: ${term}`);
    return found;
  };
  const used = model.used.map((j) => model.predictors[j]).filter((term) => momentOf(term).sd > 0);
  const predictors = used.map((term) => {
    const {mean, sd} = momentOf(term);
    return standardisedSql(predictorSql(term, given), {mean, scale: sd});
  });
  const problem = {outcome: "_label", predictors, l2: 0};
  const plain = await logisticOverAll(fitted, problem, {advance, most: 25});
  const isSeparated = plain.separation === "complete" || !plain.converged;
  const l2 = isSeparated ? SEPARATED_L2 : 0;
  const fit = isSeparated ? await logisticOverAll(fitted, {...problem, l2}, {advance}) : plain;
  const factor = cholesky(await correlations(fitted, predictors));
  const inverse = typeof factor === "number" ? undefined : choleskyInverse(factor);
  const none = Number.NaN;
  const judged = await judge(fitted, predictors, fit.coefficients);
  return {
    ...model,
    ...judged,
    terms: [
      {...fittedTerm(fit, "(intercept)", 0), inflation: none, mean: none, scale: none},
      ...model.predictors.map((name) => {
        const position = used.indexOf(name);
        const {mean, sd} = momentOf(name);
        return {
          ...fittedTerm(fit, name, position < 0 ? undefined : position + 1),
          inflation:
            position < 0 || inverse === undefined
              ? Number.POSITIVE_INFINITY
              : inverse.values[position * (used.length + 1)],
          mean,
          scale: sd,
        };
      }),
    ],
    used: used.map((name) => model.predictors.indexOf(name)),
    coefficients: fit.coefficients,
    covariance: fit.covariance,
    deviance: fit.deviance,
    nullDeviance: plain.nullDeviance,
    iterations: fit.iterations,
    separation: isSeparated ? (plain.separation === "complete" ? "complete" : "quasi") : "none",
    l2,
  };
}

/** How well the model tells the label: counts and sums by bin of the log-odds, and by hundredth of the probability. */
async function judge(fitted: Population, predictors: readonly string[], beta: Float64Array) {
  const eta = [
    doubleLiteral(beta[0]),
    ...predictors.map((sql, j) => `${sql} * ${doubleLiteral(beta[j + 1])}`),
  ];
  const scored = `(SELECT _label, ${eta.join(" + ")} AS _eta FROM ${fitted.from}) AS scored`;
  const told = `(SELECT _label, _eta, CASE WHEN _eta >= 0 THEN 1E0 / (1E0 + exp(-_eta)) ELSE exp(_eta) / (1E0 + exp(_eta)) END AS _p FROM ${scored}) AS told`;
  const bin = `CAST(floor(least(greatest(_eta, -${WIDEST}E0), ${WIDEST}E0) * ${BINS_PER_UNIT}E0) AS INTEGER)`;
  // 0.29 × 100 is 28.999999999999996 in binary fractions
  const reached = "CAST(floor(_p * 100E0 + 1E-9) AS INTEGER)";
  const rows = await fitted.engine.rows(
    "calibration",
    `SELECT ${bin}, ${reached}, count(*), sum(_label), sum(CAST(round(_p * ${BILLION}E0) AS BIGINT)), sum(CAST(round((_label - _p) * (_label - _p) * ${BILLION}E0) AS BIGINT)), count(CASE WHEN (_p >= 5E-1) = (_label = 1) THEN 1 END) FROM ${told} GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const bins = new Map<number, {rows: number; positives: number; probabilities: number; from: number}>();
  const passed = Array.from({length: thresholds.length}, () => [0, 0]);
  let [right, squares, total] = [0, 0, 0];
  for (const row of rows) {
    const [at, hundredth, count, positives, probabilities, errors, told] = row.map(numberOf);
    const found = bins.get(at) ?? {
      rows: 0,
      positives: 0,
      probabilities: 0,
      from: inverse(at / BINS_PER_UNIT),
    };
    found.rows += count;
    found.positives += positives;
    found.probabilities += probabilities / BILLION;
    bins.set(at, found);
    passed[hundredth][1] += positives;
    passed[hundredth][0] += count - positives;
    right += told;
    squares += errors / BILLION;
    total += count;
  }
  const all = [0, 1].map((outcome) => passed.reduce((sum, counts) => sum + counts[outcome], 0));
  let below = [0, 0];
  const confusion = thresholds.map((threshold, t) => {
    if (t > 0) below = below.map((count, outcome) => count + passed[t - 1][outcome]);
    return {
      threshold,
      truePositives: all[1] - below[1],
      falsePositives: all[0] - below[0],
      falseNegatives: below[1],
      trueNegatives: below[0],
    };
  });
  return {...judgeScoreBins([...bins.values()]), accuracy: right / total, brier: squares / total, confusion};
}

function inverse(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
