import {describe, expect, it} from "vitest";
import {nearestCentroid} from "../../../../src/lib/statistics/clustering/nearestCentroid.js";
import {binColumn} from "../../../../src/lib/statistics/description/binColumn.js";
import {quartileFences} from "../../../../src/lib/statistics/description/quartileFences.js";
import {robustZ} from "../../../../src/lib/statistics/description/robustZ.js";
import {skewness} from "../../../../src/lib/statistics/description/skewness.js";
import {auc} from "../../../../src/lib/statistics/measures/auc.js";
import {brierScore} from "../../../../src/lib/statistics/measures/brierScore.js";
import {confusionMatrix} from "../../../../src/lib/statistics/measures/confusionMatrix.js";
import {populationStability} from "../../../../src/lib/statistics/measures/populationStability.js";
import {shareRight} from "../../../../src/lib/statistics/measures/shareRight.js";
import {predictedProbability} from "../../../../src/lib/statistics/regression/predictedProbability.js";
import {holmAdjust} from "../../../../src/lib/statistics/tests/holmAdjust.js";
import {kruskalWallis} from "../../../../src/lib/statistics/tests/kruskalWallis.js";
import {midRanks} from "../../../../src/lib/statistics/tests/midRanks.js";
import {detectableDifference} from "../../../../src/lib/statistics/tests/sampleSizeMeans.js";
import {wilsonInterval} from "../../../../src/lib/statistics/tests/wilsonInterval.js";

const values = Float64Array.of(1, Number.NaN, 3, 4);
const matrix = {rows: 4, cols: 1, values};
const finite = {rows: 1, cols: 1, values: Float64Array.of(2)};
const y = Uint8Array.of(0, 1, 0, 1);
const notFinite = "invalid value; not a finite number (row 1, column 0): NaN";

describe("what is not a number is an error, never a result", () => {
  it.each<[string, () => unknown, string]>([
    ["skewness", () => skewness(values), notFinite],
    ["quartileFences", () => quartileFences(values), notFinite],
    ["robustZ", () => robustZ(values), notFinite],
    ["binColumn", () => binColumn(values), notFinite],
    ["nearestCentroid, rows", () => nearestCentroid(matrix, finite), notFinite],
    ["nearestCentroid, centroids", () => nearestCentroid(finite, matrix), notFinite],
    ["predictedProbability", () => predictedProbability(Float64Array.of(0, 1), matrix), notFinite],
    ["midRanks", () => midRanks(values), "invalid value; not a number (row 1): NaN"],
    ["kruskalWallis", () => kruskalWallis(values, Int32Array.of(0, 0, 1, 1)), "not a number (row 1): NaN"],
    ["auc", () => auc(values, y), "invalid score; not a number (row 1): NaN"],
    ["brierScore", () => brierScore(values, y), "invalid score; not a number (row 1): NaN"],
    ["shareRight", () => shareRight(values, y), "invalid score; not a number (row 1): NaN"],
    ["confusionMatrix", () => confusionMatrix(values, y, [0.5]), "invalid score; not a number (row 1): NaN"],
    ["holmAdjust", () => holmAdjust(values), "invalid p-value; not in [0, 1]: NaN"],
    [
      "populationStability",
      () => populationStability([Number.NaN], [1]),
      "invalid count; not 0 or more: NaN",
    ],
    [
      "detectableDifference",
      () => detectableDifference(10, Number.NaN),
      "standard deviation; not above 0: NaN",
    ],
    ["wilsonInterval", () => wilsonInterval(Number.NaN, 5), "invalid successes; not in [0, 5]: NaN"],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(message);
  });
});

describe("no rows are an error, never NaN", () => {
  const none = new Float64Array();
  it.each<[string, () => unknown, string]>([
    ["brierScore", () => brierScore(none, new Uint8Array()), "invalid y; at least one row is needed: 0"],
    ["shareRight", () => shareRight(none, new Uint8Array()), "invalid y; at least one row is needed: 0"],
    ["quartileFences", () => quartileFences(none), "invalid values; at least one is needed: 0"],
    ["wilsonInterval", () => wilsonInterval(0, 0), "invalid n; not 1 or more: 0"],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(message);
  });

  it("nor are probabilities that are not one for each outcome", () => {
    expect(() => brierScore(values, y.slice(1))).toThrow("scores and outcomes differ in length: 4, 3");
  });
});
