import {expect, test} from "vitest";
import type {PageMeasure} from "../../../../../data-loaders/commands/bench/site/measurePage.js";
import {excessOf, siteTable} from "../../../../../data-loaders/commands/bench/site/siteTable.js";

const measure = (page: string, rest: Partial<PageMeasure> = {}): PageMeasure => ({
  page,
  profile: "phone",
  visit: "cold",
  bytes: 50_000,
  shift: 0,
  blocking: 0,
  paint: 300,
  chart: null,
  moved: "p.",
  ...rest,
});

test("the worst page is first, against the budget of its kind, and what is over is marked", () => {
  const measures = [
    measure("index.html", {bytes: 120_000}),
    measure("risk.html", {bytes: 120_000}),
    measure("figures.html", {shift: 0.05, moved: "section.group"}),
  ];
  expect(measures.map((each) => Number(excessOf(each).toFixed(3)))).toEqual([1.2, 0.4, 2.5]);
  expect(
    siteTable(measures)
      .split("\n")
      .map((line) => line.trim()),
  ).toEqual([
    expect.stringMatching(/^page/),
    expect.stringMatching(/^figures\.html +phone +cold +50 +0\.050 ! .*section\.group$/),
    expect.stringMatching(/^index\.html +phone +cold +120 ! +0\.000/),
    expect.stringMatching(/^risk\.html +phone +cold +120 +0\.000/),
  ]);
});

test("a first chart and blocking count too", () => {
  expect(excessOf(measure("risk.html", {chart: 1_500}))).toBeCloseTo(1.5);
  expect(excessOf(measure("a/index.html", {blocking: 300}))).toBeCloseTo(1.5);
});
