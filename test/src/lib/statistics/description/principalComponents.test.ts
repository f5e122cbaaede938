import {describe, expect, it} from "vitest";
import {principalComponents} from "../../../../../src/lib/statistics/description/principalComponents.js";
import {standardise} from "../../../../../src/lib/statistics/matrices/standardise.js";
import {needed, readFeatures, readReference, referenceAvailable} from "../referenceData.js";
import {greatestDifference, matrixFromRows, reference, z} from "../smallReference.js";

describe("principalComponents", () => {
  const {explained_ratio, explained_variance, components} = reference.pca;
  const pca = principalComponents(z);

  it("explains what scikit-learn 1.2.1 PCA explains, by the same directions", () => {
    expect(greatestDifference(pca.explainedRatio, explained_ratio)).toBeLessThan(1e-14);
    expect(greatestDifference(pca.explainedVariance, explained_variance)).toBeLessThan(1e-13);
    components.forEach((component, c) => {
      const ours = component.map((_, j) => pca.loadings.values[j * 4 + c]);
      const sign = Math.sign(component.reduce((sum, weight, j) => sum + weight * ours[j], 0));
      const theirs = component.map((weight) => weight * sign);
      expect(greatestDifference(ours, theirs)).toBeLessThan(1e-12);
    });
  });

  it("makes the largest weight of each component positive", () => {
    for (let c = 0; c < 4; c++) {
      const weights = Array.from({length: 4}, (_, j) => pca.loadings.values[j * 4 + c]);
      expect(Math.max(...weights)).toBe(Math.max(...weights.map(Math.abs)));
    }
  });

  it("gives scores whose variance is the explained variance", () => {
    for (let c = 0; c < 4; c++) {
      const scores = Array.from({length: 40}, (_, i) => pca.scores.values[i * 4 + c]);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 10);
      const sum = scores.reduce((total, score) => total + score * score, 0);
      expect(sum / 39).toBeCloseTo(explained_variance[c], 12);
    }
  });

  it("explains nothing by the components that three rows of five columns do not have", () => {
    const wide = principalComponents(
      matrixFromRows([
        [1, 2, 3, 4, 5],
        [2, 1, 4, 3, 9],
        [0, 0, 1, 7, 7],
      ]),
    );
    // scikit-learn 1.2.1
    expect(
      greatestDifference(wide.explainedRatio, [0.672564171692158, 0.327435828307842, 0, 0, 0]),
    ).toBeLessThan(1e-14);
  });

  it("leaves a constant column out, and refuses rows that do not differ", () => {
    const flat = principalComponents(
      matrixFromRows([
        [1, 5],
        [2, 5],
        [4, 5],
      ]),
    );
    expect([...flat.explainedRatio]).toEqual([1, 0]);
    expect(() => principalComponents(matrixFromRows([[1], [1]]))).toThrow("its rows do not differ: 2");
    expect(() => principalComponents(matrixFromRows([[1]]))).toThrow("at least two rows are needed: 1");
    const tenth = matrixFromRows(Array.from({length: 10}, () => [0.1, 0.7]));
    expect(() => principalComponents(tenth)).toThrow("its rows do not differ: 10");
  });
});

describe.skipIf(!referenceAvailable)(`principalComponents on the real files${needed}`, () => {
  it.each(["alllife", "ccgeneral"] as const)("explains what scikit-learn 1.2.1 explains on %s", (name) => {
    const {explainedRatio} = principalComponents(standardise(readFeatures(name)).z);
    expect(greatestDifference(explainedRatio, readReference(name).pca_explained_ratio)).toBeLessThan(1e-12);
  });
});
