import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {moduleCode} from "../../../../data-loaders/engine/content/moduleCode.js";
import {cachePath} from "../../../../data-loaders/engine/project/cachePath.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {chartsProblems, placeInSource} from "../../../../data-loaders/narrative/evidence/chartProblem.js";
import {formatProblem} from "../../../../data-loaders/narrative/syntax/problem.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(cachePath("charts-"));
});
afterAll(() => rmSync(folder, {recursive: true}));

test("a module that does not compile is a problem at its place", async () => {
  const file = join(folder, "broken.ts");
  writeFileSync(file, "export const charts = [];\nexport const other = [1, 2;\n");
  const error = await moduleCode(`file://${file}`).catch((caught: unknown) => caught);
  const [problem] = chartsProblems(error, "src/bank/risk/charts.ts");
  expect(formatProblem(problem)).toMatch(/broken\.ts:2:27: error: Expected "]" but found ";"$/);
  expect(problem.id).toBe("bank.*");
});

test("an error in the report's modules stands at the first of its frames there", () => {
  const error = new TypeError("rows.foo is undefined");
  error.stack = [
    "TypeError: rows.foo is undefined",
    "    at Object.draw (node:internal/x:1:2)",
    `    at draw (file://${projectPath("node_modules/x/y.js")}:3:4)`,
    `    at formatFigure (file://${projectPath("src/lib/narrative/formatFigure.ts")}:7:8)`,
    `    at draw (file://${projectPath("src/charts/segmentCharts.ts")}:12:34)`,
    `    at chartHtml (${projectPath("data-loaders/narrative/evidence/drawCharts.ts")}:5:6)`,
  ].join("\n");
  expect(placeInSource(error)).toEqual({file: "src/charts/segmentCharts.ts", line: 12, column: 34});
  expect(chartsProblems(error, "src/bank/charts.ts").map(formatProblem)).toEqual([
    "src/charts/segmentCharts.ts:12:34: error: TypeError: rows.foo is undefined",
  ]);
});

test("an error elsewhere is none of the charts'", () => {
  const error = new Error("the database cannot be opened");
  expect(() => chartsProblems(error, "src/bank/charts.ts")).toThrow(error);
});
