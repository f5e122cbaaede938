import {describe, expect, it} from "vitest";
import {
  answersTable,
  type BenchRuns,
  benchTable,
  slowerStages,
} from "../../../../data-loaders/commands/bench/benchTable.js";
import type {BenchReport} from "../../../../data-loaders/commands/bench/benchWork.js";

function report(kmeans: number, ward: number, megabytes: number, inertia: number): BenchReport {
  return {
    seconds: {"k-means": kmeans, silhouettes: 1, Ward: ward, regression: 0.1},
    answers: {inertia: [10, inertia], silhouette: [], height: 4, brier: 0.2},
    megabytes,
  };
}

const ours: BenchRuns = {
  name: "ours",
  reports: [report(1, 2, 100, 5), report(9, 2, 120, 5), report(2, 2, 110, 5)],
};
const theirs: BenchRuns = {name: "theirs", reports: [report(20, 1, 900, 5.5)]};

describe("the benchmark's tables", () => {
  it("show medians, totals and ratios", () => {
    expect(benchTable([ours, theirs])).toBe(
      [
        "        k-means  silhouettes   Ward  regression   total  ratio  memory",
        "ours      2.000        1.000  2.000       0.100   5.100  1.0 ×  110 MB",
        "theirs   20.000        1.000  1.000       0.100  22.100  4.3 ×  900 MB",
      ].join("\n"),
    );
  });

  it("show how far others' answers are from the first", () => {
    expect(answersTable([ours, theirs]).split("\n")[2]).toMatch(/^theirs\s+1\.0e-1\s+0\.0e\+0\s+0\.0e\+0$/);
  });

  it("name the stages in which another is quicker", () => {
    expect(slowerStages(ours, [theirs])).toEqual(["Ward"]);
    expect(slowerStages(ours, [])).toEqual([]);
  });
});
