import {describe, expect, it} from "vitest";
import {standardise} from "../../../../../src/lib/statistics/matrices/standardise.js";
import {greatestDifference, matrixFromRows, raw, reference} from "../smallReference.js";

describe("standardise", () => {
  it("gives the means and population sds of scikit-learn 1.2.1 StandardScaler", () => {
    const {means, scales, constant} = standardise(raw);
    expect(greatestDifference(means, reference.means)).toBeLessThan(1e-13);
    expect(greatestDifference(scales, reference.scales)).toBeLessThan(1e-13);
    expect(constant).toEqual([]);
  });

  it("turns a constant column into zeros and names it", () => {
    const {z, scales, constant, means} = standardise(
      matrixFromRows([
        [0.1, 1],
        [0.1, 2],
        [0.1, 3],
      ]),
    );
    expect(constant).toEqual([0]);
    expect(scales[0]).toBe(0);
    expect(means[0]).toBe(0.1);
    expect([z.values[0], z.values[2], z.values[4]]).toEqual([0, 0, 0]);
  });

  it("does not depend on the order of rows, to the last bit", () => {
    const reversed = standardise(matrixFromRows([...reference.rows].reverse()));
    const {means, scales} = standardise(raw);
    expect(reversed.means).toEqual(means);
    expect(reversed.scales).toEqual(scales);
  });

  it.each([1e300, 1e-300, 5e-324])("keeps its digits at magnitude %d", (unit) => {
    const {z} = standardise(matrixFromRows([[unit], [2 * unit], [3 * unit]]));
    expect(greatestDifference(z.values, [-Math.sqrt(1.5), 0, Math.sqrt(1.5)])).toBeLessThan(1e-12);
  });

  it("centres columns that are far from 0 and vary little", () => {
    // a mean of ten digits leaves six of the deviations
    const {z, means} = standardise(matrixFromRows([[1e9 + 0.125], [1e9 + 0.25], [1e9 + 0.5], [1e9 + 0.625]]));
    const sd = Math.sqrt(10) / 16;
    expect(greatestDifference(z.values, [-0.25 / sd, -0.125 / sd, 0.125 / sd, 0.25 / sd])).toBeLessThan(
      1e-15,
    );
    expect(means[0]).toBe(1e9 + 0.375);
    const thirds = standardise(matrixFromRows([[1e9 + 0.125], [1e9 + 0.25], [1e9 + 0.5]])).z.values;
    expect(Math.abs(thirds[0] + thirds[1] + thirds[2])).toBeLessThan(1e-14);
  });

  it("refuses what is not a number, and no rows", () => {
    expect(() => standardise(matrixFromRows([[1], [Number.NaN]]))).toThrow(
      "invalid value; not a finite number (row 1, column 0): NaN",
    );
    expect(() => standardise({rows: 0, cols: 2, values: new Float64Array()})).toThrow(
      "invalid matrix; at least one row is needed: 0",
    );
  });
});
