import {expect, test} from "vitest";
import {joinedName} from "../../../data-loaders/source/describingValues.js";

test.each([
  [["under 25", "25 to under 35"], "under 35"],
  [["under 1 year", "1 to under 2 years", "2 to under 5 years"], "under 5 years"],
  [["25 to under 35", "35 to under 45"], "25 to under 45"],
  [["65 to under 75", "75 or more"], "65 or more"],
  [["5 to under 10 years", "10 years or more"], "5 years or more"],
  [["young", "old"], "young to old"],
  [["25 to under 35"], "25 to under 35"],
])("bands %j are joined as %s", (names, joined) => {
  expect(joinedName(names)).toBe(joined);
});
