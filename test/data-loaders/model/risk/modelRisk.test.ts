import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {DatasetDefinition, RiskLabel} from "../../../../data-loaders/datasets/dataset.js";
import {samplePath} from "../../../../data-loaders/datasets/samples.js";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {prepareFeatures} from "../../../../data-loaders/model/features/prepareFeatures.js";
import type {RiskModelName} from "../../../../data-loaders/model/risk/fitRiskModels.js";
import {modelRisk} from "../../../../data-loaders/model/risk/modelRisk.js";
import {requireBothOutcomes} from "../../../../data-loaders/model/risk/requireBothOutcomes.js";
import {readCustomers} from "../../../../data-loaders/source/readCustomers.js";
import {alllife, cardUsage} from "../../../definitions.js";
import {
  needed,
  readLogisticReference,
  referenceAvailable,
} from "../../../src/lib/statistics/referenceData.js";
import {greatestDifference} from "../../../src/lib/statistics/smallReference.js";

const shared = (path: string) => projectPath("../shared/data", path);

const services = {kernels: await openKernels(), advance: () => {}};

/** The label of a data set that has one. */
function labelOf({id, risk}: DatasetDefinition): RiskLabel {
  if (risk === undefined) throw new Error(`${id} has no label`);
  return risk;
}

async function riskOf(definition: DatasetDefinition, path: string) {
  const customers = await readCustomers(path, definition, {synthetic: false});
  const features = prepareFeatures(customers, definition);
  return {
    features,
    risk: await modelRisk(features, {}, labelOf(definition), definition.constants, services),
  };
}

describe.skipIf(!referenceAvailable)(`modelRisk on the real files${needed}`, () => {
  async function expectAgreement(
    definition: DatasetDefinition,
    file: string,
    model: RiskModelName,
    name: string,
  ) {
    const {risk} = await riskOf(definition, shared(file));
    const expected = readLogisticReference()[name] as ReturnType<typeof readLogisticReference>[string] & {
      rows: number;
      positives: number;
      accuracy_at_half: number;
    };
    const found = risk.models.find((each) => each.model === model);
    if (found === undefined) throw new Error(`no model ${model}`);
    const coefficients = found.terms.map(({coefficient}) => coefficient);
    const errors = found.terms.map(({standardError}) => standardError);
    expect(greatestDifference(coefficients, expected.coefficient)).toBeLessThan(1e-6);
    expect(greatestDifference(errors, expected.std_error)).toBeLessThan(1e-6);
    expect(found.auc.auc).toBeCloseTo(expected.auc, 10);
    expect(found.accuracy).toBeCloseTo(expected.accuracy_at_half, 12);
    expect(found.deviance).toBeCloseTo(expected.deviance, 6);
    expect([found.rows, found.positives]).toEqual([expected.rows, expected.positives]);
    expect(found.separation).toBe("none");
  }

  it("agrees with R 4.2.2 glm on AllLife to 1e-6", () =>
    expectAgreement(alllife, "alllife.csv", "honest", "alllife_limit_below_40000_from_four_other_features"));

  it("agrees with R 4.2.2 glm on card usage to 1e-6, without purchases", () =>
    expectAgreement(
      cardUsage,
      "ccgeneral.csv",
      "honest",
      "ccgeneral_paid_less_than_minimum_without_PURCHASES",
    ));

  it("agrees with R 4.2.2 glm on card usage to 1e-6, with purchases, whose factor of inflation shows why not", async () => {
    await expectAgreement(
      cardUsage,
      "ccgeneral.csv",
      "collinear",
      "ccgeneral_paid_less_than_minimum_14_features",
    );
    const {risk} = await riskOf(cardUsage, shared("ccgeneral.csv"));
    const inflations = (model: RiskModelName) =>
      Math.max(
        ...(risk.models.find((each) => each.model === model)?.terms.slice(1) ?? []).map((t) => t.inflation),
      );
    expect(inflations("collinear")).toBeGreaterThan(10_000);
    expect(inflations("honest")).toBeLessThan(20);
  });
});

describe("modelRisk", () => {
  it("labels nobody by an imputed value, and fits on customers with all values only", async () => {
    const path = projectPath(samplePath(cardUsage));
    expect(existsSync(path)).toBe(true);
    const {features, risk} = await riskOf(cardUsage, path);
    const d = features.names.length;
    const minimum = features.names.indexOf("minimum_payments");
    const limit = features.names.indexOf("credit_limit");
    const isMissing = (row: number, column: number) => features.missing[row * d + column] === 1;
    expect(features.imputed[minimum]).toBeGreaterThan(0);
    for (const [row, label] of risk.label.entries())
      expect(label < 0, `row ${row}`).toBe(isMissing(row, minimum));
    for (const row of risk.rows) expect(isMissing(row, minimum) || isMissing(row, limit)).toBe(false);
    expect(risk.rows.length).toBe(features.values.rows - features.imputed[minimum] - features.imputed[limit]);
  });

  it("says of a model that sees its own answer that it tells it without error, and penalises it", async () => {
    const {risk} = await riskOf(alllife, projectPath(samplePath(alllife)));
    const leaking = risk.models.find(({model}) => model === "leaking");
    expect(leaking?.separation).toBe("complete");
    expect(leaking?.l2).toBe(1);
    expect(leaking?.auc.auc).toBeGreaterThan(0.99);
  });

  it("refuses a label that holds for nobody, in words", async () => {
    const {features, risk} = await riskOf(alllife, projectPath(samplePath(alllife)));
    const never = {...labelOf(alllife), sentence: "The limit is negative.", expression: "credit_limit < 0"};
    const unseen = await modelRisk(features, {}, never, {}, services);
    expect(unseen.models).toEqual([]);
    expect(() => requireBothOutcomes(unseen, never, "some/file.csv")).toThrow(
      "file.csv: found a risk label that holds for 0 of 660 customers with all values; expected at least two for whom it holds and two for whom it does not. The label: “The limit is negative.” Use a file with both, or change the rule and its constants in data-loaders/datasets.",
    );
    expect(() => requireBothOutcomes(risk, labelOf(alllife), "some/file.csv")).not.toThrow();
  });
});
