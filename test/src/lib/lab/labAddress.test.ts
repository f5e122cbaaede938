import {describe, expect, test} from "vitest";
import {settingsFromQuery, settingsToQuery} from "../../../../src/lib/lab/labAddress.js";
import type {LabChapter} from "../../../../src/lib/lab/labChapter.js";
import {type LabSettings, publishedSettings, sameSettings} from "../../../../src/lib/lab/labSettings.js";

const variable = (name: string, log = false) => ({
  name,
  label: name,
  unit: "",
  log,
  least: 0,
  greatest: 100,
  missing: 0,
});

const chapter: LabChapter = {
  id: "bank",
  schema: "bank",
  title: "Bank",
  currency: "$",
  customers: 100,
  exact: true,
  variables: [variable("amount", true), variable("visits"), variable("calls")],
  categories: [{name: "region", label: "Region", levels: ["North", "South = rest"]}],
  choices: {method: "kmeans", missing: "median", outliers: "kept", scaling: "deviation"},
  k: 3,
  search: {from: 2, to: 10, restarts: 20, seed: 1},
  groups: [],
  risk: {
    sentence: "The amount is below the line.",
    rule: {column: "amount", comparison: "<", line: 40},
    constant: "line",
    observed: false,
    threshold: 0.5,
  },
  actions: [
    {
      id: "write",
      title: "Write",
      assumptions: {response: {meaning: "Answers", value: 0.2, min: 0, max: 1, step: 0.01}},
    },
  ],
  dayCost: {meaning: "A day", value: 400, min: 0, max: 1000, step: 5},
};
const published = publishedSettings(chapter);

const changes: [string, Partial<LabSettings>][] = [
  ["", {}],
  ["k=4&seed=7&starts=3", {k: 4, seed: 7, starts: 3}],
  ["without=visits", {variables: ["amount", "calls"]}],
  ["log=amount,calls", {logs: ["amount", "calls"]}],
  ["log=none", {logs: []}],
  [
    "method=ward&missing=mean&outliers=fences&scaling=range&order=shuffled",
    {method: "ward", missing: "mean", outliers: "fences", scaling: "range", order: "shuffled"},
  ],
  ["threshold=0.3&risk=calls>=8", {threshold: 0.3, rule: {column: "calls", comparison: ">=", line: 8}}],
  ["drop=largest:10:amount", {leftOut: {column: "amount", test: "largest", count: 10}}],
  ["drop=visits<=2", {leftOut: {column: "visits", test: "<=", value: 2}}],
  ["drop=region=South = rest", {leftOut: {column: "region", test: "is", level: "South = rest"}}],
  ["cost.write.response=0.4&day=300", {costs: {"write.response": 0.4}, dayCost: 300}],
];

test.each(changes)("%s stands for what differs from the published analysis", (address, change) => {
  const settings = {...published, ...change};
  const query = settingsToQuery(settings, chapter);
  expect(decodeURIComponent(String(query)).replaceAll("+", " ")).toBe(address);
  expect(settingsFromQuery(new URLSearchParams(String(query)), chapter)).toEqual(settings);
});

describe("an address that says what cannot be", () => {
  test.each([
    "k=99",
    "k=2.5",
    "k=",
    "seed=0",
    "starts=many",
    "threshold=2",
    "method=magic",
    "risk=income<10",
    "risk=calls<DROP TABLE x",
    "drop=largest:10:income",
    "drop=largest:100:amount",
    "drop=region=East",
    "cost.write.response=7",
    "cost.write.change=0.1",
    "cost.burn.response=0.1",
    "day=1001",
    "without=amount,visits",
  ])("%s opens the published analysis", (address) => {
    const settings = settingsFromQuery(new URLSearchParams(address), chapter);
    expect(sameSettings(settings, published)).toBe(true);
  });
});
