import {expect, test} from "vitest";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import type {Features} from "../../../../data-loaders/model/features/prepareFeatures.js";
import {modelRisk} from "../../../../data-loaders/model/risk/modelRisk.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";

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

/** A variable that says nothing, balanced within each level and outcome, so that its coefficient is 0. */
function features(): {features: Features; outcome: string[]} {
  const rows = counts.flatMap(({customers, defaulted}, level) =>
    Array.from({length: customers}, (_, i) => ({level, outcome: i < defaulted ? "yes" : "no", noise: i % 2})),
  );
  const values = matrixFromColumns([Float64Array.from(rows, ({noise}) => noise)]);
  return {
    outcome: rows.map(({outcome}) => outcome),
    features: {
      names: ["noise"],
      leftOut: [],
      values,
      z: values,
      means: new Float64Array(1),
      scales: Float64Array.of(1),
      imputed: new Int32Array(1),
      medians: new Float64Array(1),
      missing: new Uint8Array(rows.length),
      engineered: {},
      categories: {},
      logs: [false],
      describing: [
        {
          name: "occupation",
          levels: counts.map(({level}) => level),
          values: Int32Array.from(rows, ({level}) => level),
        },
      ],
    },
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
