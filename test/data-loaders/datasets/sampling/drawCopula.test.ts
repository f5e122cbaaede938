import {describe, expect, it} from "vitest";
import {drawCopula} from "../../../../data-loaders/datasets/sampling/drawCopula.js";
import {moments, pearson, products} from "../../../../data-loaders/datasets/sampling/pearson.js";
import {seededRandom} from "../../../../data-loaders/datasets/sampling/random.js";

const correlation = [[], [0.8], [-0.5, -0.3]];

describe("a draw from a copula", () => {
  const columns = drawCopula(20_000, correlation, seededRandom(7));

  it("has the latent correlations, within four standard errors", () => {
    correlation.forEach((row, j) => {
      row.forEach((wanted, k) => {
        const found = pearson(moments(columns[j]), moments(columns[k]), products(columns[j], columns[k]));
        expect(Math.abs(found - wanted)).toBeLessThan((4 * (1 - wanted * wanted)) / Math.sqrt(20_000));
      });
    });
  });

  it("has standard columns", () => {
    for (const column of columns) {
      const {n, sum, square} = moments(column);
      expect(Math.abs(sum / n)).toBeLessThan(0.03);
      expect(Math.abs(square / n - 1)).toBeLessThan(0.05);
    }
  });

  it("depends on the seed alone", () => {
    expect(drawCopula(20_000, correlation, seededRandom(7))).toEqual(columns);
    expect(drawCopula(20_000, correlation, seededRandom(8))).not.toEqual(columns);
  });

  it("takes a correlation matrix that rounding left slightly indefinite", () => {
    const [x, y] = drawCopula(1000, [[], [1]], seededRandom(1));
    expect(pearson(moments(x), moments(y), products(x, y))).toBeGreaterThan(0.95);
  });
});
