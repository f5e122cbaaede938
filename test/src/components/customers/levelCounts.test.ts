import {expect, test} from "vitest";
import {
  countChosen,
  type LevelCount,
  type PairCount,
} from "../../../../src/components/customers/levelCounts.js";

const segments = ["low", "high"];
const levels: LevelCount[] = segments.flatMap((segment, i) =>
  ["young", "old"].map((level, j) => ({
    variable: "age",
    level,
    segment,
    customers: [
      [40, 60],
      [null, 30],
    ][i][j],
  })),
);
const pairs: PairCount[] = levels.flatMap((count) =>
  ["north", "south"].map((region, j) => ({
    ...count,
    other_variable: "region",
    other_level: region,
    customers: count.customers === null ? null : count.customers / 2 + j,
  })),
);

test("customers are counted by the levels of one column, joined", () => {
  expect(countChosen(segments, [{name: "age", levels: ["old"]}], levels)).toEqual([
    {segment: "low", customers: 60, isWithheld: false},
    {segment: "high", customers: 30, isWithheld: false},
  ]);
  expect(countChosen(segments, [{name: "age", levels: ["old", "young"]}], levels)).toEqual([
    {segment: "low", customers: 100, isWithheld: false},
    {segment: "high", customers: 30, isWithheld: true},
  ]);
});

test("two columns are crossed, whichever comes first", () => {
  const age = {name: "age", levels: ["old"]};
  const region = {name: "region", levels: ["south"]};
  const found = [
    {segment: "low", customers: 31, isWithheld: false},
    {segment: "high", customers: 16, isWithheld: false},
  ];
  expect(countChosen(segments, [age, region], pairs)).toEqual(found);
  expect(countChosen(segments, [region, age], pairs)).toEqual(found);
  expect(countChosen(segments, [{name: "age", levels: ["young"]}, region], pairs)[1]).toEqual({
    segment: "high",
    customers: 0,
    isWithheld: true,
  });
});
