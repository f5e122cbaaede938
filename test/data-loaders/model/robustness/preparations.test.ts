import {describe, expect, test} from "vitest";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import {nearestNeighbourValues} from "../../../../data-loaders/model/features/nearestNeighbourValues.js";
import {winsorise} from "../../../../data-loaders/model/features/winsorise.js";
import {comparePreparations} from "../../../../data-loaders/model/robustness/comparePreparations.js";
import {outlierTreatments} from "../../../../data-loaders/model/robustness/outlierTreatments.js";
import {preparations} from "../../../../data-loaders/model/robustness/preparations.js";
import {kmeans} from "../../../../src/lib/statistics/clustering/kmeans.js";
import {quartileFences} from "../../../../src/lib/statistics/description/quartileFences.js";
import {matrixColumn, matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";

const outlierTreatmentIds = ["fences-capped", "fences-removed", "robust-z-capped", "robust-z-removed"];

test("tails are drawn in to the quantiles of the R-7 method", () => {
  const column = Float64Array.from({length: 101}, (_, i) => i);
  const drawnIn = winsorise(column, 0.05);
  expect([drawnIn[0], drawnIn[50], drawnIn[100]]).toEqual([5, 50, 95]);
});

test("a gap is filled with the mean of the complete rows that are nearest", () => {
  const x = Float64Array.from([0, 1, 10, 11, 10.4]);
  const y = Float64Array.from([5, 7, 100, 200, Number.NaN]);
  const {values, cols} = nearestNeighbourValues([x, y], Int32Array.from([0, 1, 2, 3]), 2);
  expect(values[4 * cols + 1]).toBe(150);
});

test("without gaps and skewed variables there is nothing to fill and no logarithm to take", () => {
  const columns = [
    Float64Array.from({length: 30}, (_, i) => i),
    Float64Array.from({length: 30}, (_, i) => (i * 7) % 30),
    Float64Array.from({length: 30}, (_, i) => (i * 11) % 30),
  ];
  const ids = (of: Float64Array[]) => preparations(of, matrixFromColumns(of)).map(({id}) => id);
  expect(ids(columns)).toEqual(["report", "winsorised", ...outlierTreatmentIds, "two-components"]);
  // two components of two variables would be the variables again
  expect(ids(columns.slice(0, 2))).toEqual(["report", "winsorised", ...outlierTreatmentIds]);
});

test("rows with gaps are left out of one preparation and kept in the others", () => {
  const columns = [
    Float64Array.from({length: 30}, (_, i) => i),
    Float64Array.from({length: 30}, (_, i) => (i === 4 ? Number.NaN : 1.3 ** i)),
  ];
  const filled = matrixFromColumns([columns[0], columns[1].map((x) => (Number.isNaN(x) ? 50 : x))]);
  const rows = preparations(columns, filled)
    .filter(({id}) => !outlierTreatmentIds.includes(id))
    .map(({id, rows}) => [id, rows.length]);
  expect(rows).toEqual([
    ["report", 30],
    ["mean", 30],
    ["neighbours", 30],
    ["dropped", 29],
    ["log", 30],
    ["winsorised", 30],
  ]);
});

/** Two clouds of 30 and 24 customers, and six far away from both. */
function twoCloudsAndFew(): Float64Array[] {
  const wave = (i: number, phase: number) => Math.sin(i * phase);
  return [
    Float64Array.from({length: 60}, (_, i) => (i < 30 ? 0 : i < 54 ? 10 : 60) + wave(i + 1, 12.9898)),
    Float64Array.from({length: 60}, (_, i) => (i < 30 ? 10 : i < 54 ? 0 : 5) + wave(i + 1, 78.233)),
  ];
}

describe("outlierTreatments", () => {
  const values = matrixFromColumns(twoCloudsAndFew());
  const treatments = new Map(outlierTreatments(values).map((treatment) => [treatment.id, treatment]));

  test("count the customers beyond the fences, and leave them out where they are removed", () => {
    expect([...treatments.keys()]).toEqual(outlierTreatmentIds);
    expect(treatments.get("fences-capped")).toMatchObject({outlying: 6, rows: {length: 60}});
    expect(treatments.get("fences-removed")?.rows).toEqual(Int32Array.from({length: 54}, (_, row) => row));
  });

  test("capping draws outlying values to the limit and leaves the others where they are", () => {
    const z = treatments.get("fences-capped")?.z;
    if (z === undefined) throw new Error("not capped");
    const column = matrixColumn(z, 0);
    const {upper} = quartileFences(matrixColumn(values, 0));
    expect(new Set(column.slice(54)).size).toBe(1);
    const inUnits = (value: number) =>
      column[0] +
      ((value - values.values[0]) * (column[1] - column[0])) / (values.values[2] - values.values[0]);
    expect(column[54]).toBeCloseTo(inUnits(upper), 10);
  });

  test("a removal that leaves less than a third is left out", () => {
    // 21 of 30 customers are outlying, seven in each of three variables
    const columns = [0, 7, 14].map((from) =>
      Float64Array.from({length: 30}, (_, i) => (i >= from && i < from + 7 ? 1000 + i : i % 5)),
    );
    expect(outlierTreatments(matrixFromColumns(columns)).map(({id, outlying}) => [id, outlying])).toEqual([
      ["fences-capped", 21],
      ["robust-z-capped", 21],
    ]);
  });
});

test("removing the customers of a segment loses the segment; the report's own preparation moves nobody", async () => {
  const [x, y] = twoCloudsAndFew();
  const values = matrixFromColumns([x, y]);
  const {z} = standardise(values);
  const sweep = [2, 3].map((k) => ({k, ...kmeans(z, {k, restarts: 5, seed: 1})}));
  const fits = comparePreparations(
    {numbers: {x, y}},
    {names: ["x", "y"], values, logs: [false, false]},
    sweep,
    Int32Array.from({length: 60}, (_, row) => row),
    3,
    {seed: 1},
    {kernels: await openKernels(), advance: () => {}},
  );
  const at = (id: string) => fits.find(({preparation, k}) => preparation.id === id && k === 3);
  const [report, removed] = [at("report"), at("fences-removed")];
  expect(report).toMatchObject({customers: 60, moved: 0, adjustedRand: 1});
  expect(Array.from(report?.sizes ?? [])).toEqual([30, 24, 6]);
  expect(removed?.customers).toBe(54);
  expect(removed?.moved).toBeGreaterThan(0);
  expect(removed?.silhouette).toBeLessThan(report?.silhouette ?? 0);
});
