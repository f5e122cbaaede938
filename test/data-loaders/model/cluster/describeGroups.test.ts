import {expect, test} from "vitest";
import {describeGroups} from "../../../../data-loaders/model/cluster/describeGroups.js";

const ranks = {rows: 2, cols: 2, values: Float64Array.from([0.9, 0.3, 0.2, 0.5])};

test("a group is called by what sets it apart; nouns of another language keep their capitals", () => {
  expect(describeGroups(ranks, ["Hotline Calls", "Minutes"])).toEqual([
    "High hotline calls, low minutes",
    "Low hotline calls",
  ]);
  expect(describeGroups(ranks, ["Anrufe Hotline", "Gesprächsminuten"])).toEqual([
    "High Anrufe Hotline, low Gesprächsminuten",
    "Low Anrufe Hotline",
  ]);
});
