import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {z} from "zod";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import type {Features} from "../../../../data-loaders/model/features/prepareFeatures.js";
import {modelRisk} from "../../../../data-loaders/model/risk/modelRisk.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {brierScore} from "../../../../src/lib/statistics/measures/brierScore.js";
import {crossValidation} from "../../../../src/lib/statistics/resampling/crossValidation.js";

const services = {kernels: await openKernels(), advance: () => {}};

/** Customers and outcomes of each level. */
const counts = [
  {level: "Clerk", customers: 40, defaulted: 10},
  {level: "Teacher", customers: 60, defaulted: 6},
  {level: "Entrepreneur", customers: 50, defaulted: 30},
];

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

/** Customers with numbers and one column that describes them, as the models take them. */
function featuresOf(
  columns: Readonly<Record<string, readonly number[]>>,
  describing: {name: string; levels: readonly string[]; values: readonly number[]},
): Features {
  const names = Object.keys(columns);
  const values = matrixFromColumns(names.map((name) => Float64Array.from(columns[name])));
  return {
    names,
    leftOut: [],
    values,
    z: values,
    means: new Float64Array(names.length),
    scales: new Float64Array(names.length).fill(1),
    imputed: new Int32Array(names.length),
    medians: new Float64Array(names.length),
    missing: new Uint8Array(values.rows * values.cols),
    engineered: {},
    categories: {},
    logs: names.map(() => false),
    describing: [{...describing, levels: [...describing.levels], values: Int32Array.from(describing.values)}],
  };
}

/** A variable that says nothing, balanced within each level and outcome, so that its coefficient is 0. */
function features(): {features: Features; outcome: string[]} {
  const rows = counts.flatMap(({customers, defaulted}, level) =>
    Array.from({length: customers}, (_, i) => ({level, outcome: i < defaulted ? "yes" : "no", noise: i % 2})),
  );
  return {
    outcome: rows.map(({outcome}) => outcome),
    features: featuresOf(
      {noise: rows.map(({noise}) => noise)},
      {
        name: "occupation",
        levels: counts.map(({level}) => level),
        values: rows.map(({level}) => level),
      },
    ),
  };
}

test("levels against the most frequent one have the differences of their log-odds, to 1e-6", async () => {
  const {features: given, outcome} = features();
  const risk = await modelRisk(
    given,
    {outcome},
    {expression: "outcome = 'yes'", definedBy: [], describing: ["occupation"]},
    {},
    services,
  );
  const [honest] = risk.models;
  expect(risk.models.map(({model}) => model)).toEqual(["honest"]);
  expect(risk.levels.map(({level, reference}) => [level, reference])).toEqual([
    ["Clerk", "Teacher"],
    ["Entrepreneur", "Teacher"],
  ]);
  const perLevel = (level: string) => {
    const term = honest.terms.find((each) => each.term === `occupation=${level}`);
    return (term?.coefficient ?? Number.NaN) / (term?.scale ?? Number.NaN);
  };
  expect(perLevel("Clerk")).toBeCloseTo(logit(10 / 40) - logit(6 / 60), 6);
  expect(perLevel("Entrepreneur")).toBeCloseTo(logit(30 / 50) - logit(6 / 60), 6);
  expect(honest.terms.find(({term}) => term === "noise")?.coefficient).toBeCloseTo(0, 6);
});

const numbers = z.array(z.number());
const texts = z.array(z.string());

/** What `test/reference/outcome.R` writes. */
const reference = z
  .object({
    reference: z.string(),
    levels: texts,
    education: texts,
    age: numbers,
    parity: numbers,
    induced: numbers,
    spontaneous: numbers,
    outcome: numbers,
    fold: numbers,
    terms: texts,
    coefficients: numbers,
    standardErrors: numbers,
    deviance: z.number(),
    nullDeviance: z.number(),
    auc: z.number(),
    outOfFold: numbers,
    foldAuc: numbers,
    outOfFoldBrier: z.number(),
  })
  .parse(JSON.parse(readFileSync(new URL("../../../reference/outcome.json", import.meta.url), "utf8")));

describe("R's glm on its data set infert, with dummies against the most frequent level", () => {
  const {age, parity, induced, spontaneous, education, levels, outcome} = reference;
  const columns = {age, parity, induced, spontaneous};

  test("has the same coefficients, standard errors, deviances and AUC, to 1e-6", async () => {
    const risk = await modelRisk(
      featuresOf(columns, {name: "education", levels, values: education.map((name) => levels.indexOf(name))}),
      {outcome: outcome.map(String)},
      {expression: "outcome = '1'", definedBy: [], describing: ["education"]},
      {},
      services,
    );
    const [model] = risk.models;
    expect(risk.levels.map((each) => each.reference)).toEqual([reference.reference, reference.reference]);
    for (const [i, name] of reference.terms.entries()) {
      if (name === "(Intercept)") continue;
      const term = model.terms.find((each) => each.term === name);
      const scale = term?.scale ?? Number.NaN;
      expect((term?.coefficient ?? Number.NaN) / scale, name).toBeCloseTo(reference.coefficients[i], 6);
      expect((term?.standardError ?? Number.NaN) / scale, name).toBeCloseTo(reference.standardErrors[i], 6);
    }
    expect(model.deviance).toBeCloseTo(reference.deviance, 6);
    expect(model.nullDeviance).toBeCloseTo(reference.nullDeviance, 6);
    expect(model.auc.auc).toBeCloseTo(reference.auc, 6);
  });

  test("has the same probabilities, AUC and Brier score on folds that a model has not seen, to 1e-6", () => {
    const dummies = levels
      .filter((level) => level !== reference.reference)
      .map((level) => Float64Array.from(education, (name) => (name === level ? 1 : 0)));
    const x = matrixFromColumns([
      ...Object.values(columns).map((values) => Float64Array.from(values)),
      ...dummies,
    ]);
    const y = Uint8Array.from(outcome);
    const {outOfFold, folds} = crossValidation(x, y, Int32Array.from(reference.fold));
    outOfFold.forEach((value, row) => {
      expect(value).toBeCloseTo(reference.outOfFold[row], 6);
    });
    folds.forEach(({auc}, i) => {
      expect(auc).toBeCloseTo(reference.foldAuc[i], 6);
    });
    expect(brierScore(outOfFold, y)).toBeCloseTo(reference.outOfFoldBrier, 6);
  });
});

test("a model is judged by the probabilities that models give which have not seen the customer", async () => {
  const {age, parity, induced, spontaneous, education, levels, outcome} = reference;
  const risk = await modelRisk(
    featuresOf(
      {age, parity, induced, spontaneous},
      {name: "education", levels, values: education.map((name) => levels.indexOf(name))},
    ),
    {outcome: outcome.map(String)},
    {expression: "outcome = '1'", definedBy: []},
    {},
    services,
  );
  const [{crossValidation: found, auc, brier, calibration}] = risk.models;
  expect(found?.calibration).toHaveLength(10);
  expect(found?.calibration).not.toEqual(calibration);
  expect(found?.brier).toBe(brierScore(found?.outOfFold ?? new Float64Array(), Uint8Array.from(outcome)));
  expect(found?.brier).toBeGreaterThan(brier);
  expect(found?.auc.auc).toBeLessThan(auc.auc);
});
