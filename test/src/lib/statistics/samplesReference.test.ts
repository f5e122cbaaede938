import {readFileSync} from "node:fs";
import {mean} from "d3-array";
import {describe, expect, it} from "vitest";
import type {DatasetDefinition} from "../../../../data-loaders/datasets/dataset.js";
import {samplePath} from "../../../../data-loaders/datasets/samples.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {calinskiHarabasz} from "../../../../src/lib/statistics/clustering/calinskiHarabasz.js";
import {clusterSizes} from "../../../../src/lib/statistics/clustering/clusterSizes.js";
import {daviesBouldin} from "../../../../src/lib/statistics/clustering/daviesBouldin.js";
import {kmeansSweep} from "../../../../src/lib/statistics/clustering/kmeansSweep.js";
import {silhouetteSamples} from "../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {principalComponents} from "../../../../src/lib/statistics/description/principalComponents.js";
import {skewness} from "../../../../src/lib/statistics/description/skewness.js";
import {matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {auc} from "../../../../src/lib/statistics/measures/auc.js";
import {logisticRegression} from "../../../../src/lib/statistics/regression/logisticRegression.js";
import {predictedProbability} from "../../../../src/lib/statistics/regression/predictedProbability.js";
import {pearsonCorrelation} from "../../../../src/lib/statistics/tests/pearsonCorrelation.js";
import {copheneticCorrelation} from "../../../../src/lib/statistics/trees/copheneticCorrelation.js";
import {cutTree} from "../../../../src/lib/statistics/trees/cutTree.js";
import {linkage} from "../../../../src/lib/statistics/trees/linkage.js";
import {alllife, cardUsage} from "../../../definitions.js";
import {compiledKernels} from "./compiledKernels.js";
import {columnsOf, featuresOf, type LogisticReference, type Reference} from "./referenceData.js";
import {greatestDifference} from "./smallReference.js";

/** What `test/reference/samples.py` gives for an embedded sample. */
interface SampleReference extends Pick<Reference, "features" | "kmeans" | "hierarchical"> {
  rows: number;
  skew: Record<string, number>;
  /** Of the first thousand rows. */
  hierarchical_first_1000: Reference["hierarchical"];
  /** Of all pairs of features, in rows. */
  pearson: number[];
  pca_explained_ratio: number[];
  logistic: LogisticReference & {features: string[]; positives: number};
}

const {versions, samples}: {versions: Record<string, string>; samples: Record<string, SampleReference>} =
  JSON.parse(readFileSync(projectPath("test/reference/samples.json"), "utf8"));
const sklearn = `scikit-learn ${versions.sklearn}`;

function methodNamed(name: string): "ward" | "complete" | "average" | "single" {
  if (name === "ward" || name === "complete" || name === "average" || name === "single") return name;
  throw new Error(`no linkage ${name}`);
}

describe.each([
  [
    "AllLife",
    alllife,
    (column: (name: string) => Float64Array, i: number) => column("Avg_Credit_Limit")[i] < 40_000,
  ],
  [
    "card usage",
    cardUsage,
    (column: (name: string) => Float64Array, i: number) =>
      column("PAYMENTS")[i] < column("MINIMUM_PAYMENTS")[i],
  ],
] as const)("on the embedded sample of %s", (_, definition: DatasetDefinition, isPositive) => {
  const expected = samples[definition.id];
  const columns = columnsOf(projectPath(samplePath(definition)));
  const column = (name: string) => columns.get(name) ?? new Float64Array();
  const features = featuresOf(columns, expected.features);
  const data = standardise(features).z;

  it(`correlations and skewness agree with NumPy and pandas ${versions.pandas}`, () => {
    expect(features.rows).toBe(expected.rows);
    expect(
      greatestDifference(pearsonCorrelation(features).coefficients.values, expected.pearson),
    ).toBeLessThan(1e-10);
    for (const name of expected.features)
      expect(skewness(column(name).filter((value) => !Number.isNaN(value)))).toBeCloseTo(
        expected.skew[name],
        9,
      );
  });

  it(`principal components explain what they explain in ${sklearn}`, () => {
    const {explainedRatio} = principalComponents(data);
    expect(greatestDifference(explainedRatio, expected.pca_explained_ratio)).toBeLessThan(1e-11);
  });

  it(`k-means finds partitions at least as good as those of ${sklearn}, and measures the same ones alike`, async () => {
    const {kmeansStart, clusterDistanceSums} = await compiledKernels();
    const sizes = Object.keys(expected.kmeans).map(Number);
    const fits = kmeansSweep(data, sizes, {restarts: 30, seed: 1}, kmeansStart);
    const silhouettes = silhouetteSamples(
      data,
      fits.map(({labels}) => labels),
      clusterDistanceSums,
    );
    let same = 0;
    for (const [index, fit] of fits.entries()) {
      const theirs = expected.kmeans[fit.sizes.length];
      expect(fit.inertia).toBeLessThanOrEqual(theirs.inertia * (1 + 1e-9));
      if (fit.inertia < theirs.inertia * (1 - 1e-9)) continue;
      same++;
      expect([...fit.sizes]).toEqual(theirs.sizes_desc);
      expect(greatestDifference(fit.centroids.values, theirs.centroids_z_by_size_desc.flat())).toBeLessThan(
        1e-8,
      );
      expect(mean(silhouettes[index])).toBeCloseTo(theirs.silhouette, 9);
      expect(daviesBouldin(data, fit.labels)).toBeCloseTo(theirs.davies_bouldin, 8);
      expect(Math.abs(calinskiHarabasz(data, fit.labels) / theirs.calinski_harabasz - 1)).toBeLessThan(1e-9);
    }
    expect(same).toBeGreaterThan(0);
  });

  it.each([
    ...Object.entries(expected.hierarchical).map((entry) => [...entry, expected.rows] as const),
    ...Object.entries(expected.hierarchical_first_1000).map((entry) => [...entry, 1000] as const),
  ])(
    `linkage has the heights, cuts and cophenetic correlation of fastcluster ${versions.fastcluster}: %s`,
    async (method, theirs, rows) => {
      const {wardMerges, crossDistances} = await compiledKernels();
      const part = {...data, rows, values: data.values.slice(0, rows * data.cols)};
      const tree = linkage(part, methodNamed(method), method === "ward" ? wardMerges : undefined);
      expect(greatestDifference(tree.height.slice(-10), theirs.last_10_heights)).toBeLessThan(1e-8);
      for (const [k, cut] of Object.entries(theirs.cuts))
        expect([...clusterSizes(cutTree(tree, Number(k)), rows)]).toEqual(cut.sizes_desc);
      expect(copheneticCorrelation(tree, part, crossDistances)).toBeCloseTo(theirs.cophenetic_correlation, 8);
    },
  );

  it(`logistic regression agrees with statsmodels ${versions.statsmodels}`, () => {
    const {logistic} = expected;
    const used = Array.from({length: expected.rows}, (_, i) => i).filter((i) =>
      ["MINIMUM_PAYMENTS", "CREDIT_LIMIT"].every((name) => !Number.isNaN(columns.get(name)?.[i] ?? 0)),
    );
    const x = standardise(
      matrixFromColumns(logistic.features.map((name) => used.map((i) => column(name)[i]))),
    ).z;
    const outcome = Uint8Array.from(used, (i) => (isPositive(column, i) ? 1 : 0));
    const fit = logisticRegression(x, outcome);
    expect(outcome.reduce((sum, value) => sum + value, 0)).toBe(logistic.positives);
    expect(greatestDifference(fit.coefficients, logistic.coefficient)).toBeLessThan(1e-7);
    expect(greatestDifference(fit.standardErrors, logistic.std_error)).toBeLessThan(1e-6);
    expect(fit.deviance).toBeCloseTo(logistic.deviance, 7);
    expect(fit.nullDeviance).toBeCloseTo(logistic.null_deviance, 7);
    expect(auc(predictedProbability(fit.coefficients, x), outcome)).toBeCloseTo(logistic.auc, 9);
  });
});
