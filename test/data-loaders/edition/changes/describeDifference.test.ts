import {expect, test} from "vitest";
import {describeDifference} from "../../../../data-loaders/edition/changes/describeDifference.js";

test.each([
  [0.076, 0.115, ".1%", "+3.9 points"],
  [1_000_000, 18_370_000, "$,.1s", "+$17,370,000"],
  [660, 436, ",d", "−224"],
  [0.9999, 0.9997, ".4f", "−0.0002"],
  ["Premium", "Branch", "", ""],
  [null, 3, ",d", ""],
])("from %s to %s in the format %j is %j", (old, now, format, expected) => {
  expect(describeDifference(old, now, format)).toBe(expected);
});
