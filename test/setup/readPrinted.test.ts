import {expect, test} from "vitest";
import {readPrinted} from "./readPrinted.js";

test.each<[text: string, format: string, number: number, rounding: number]>([
  ["$12,000", "$,.2r", 12_000, 500],
  ["−0.41", ".2f", -0.41, 0.005],
  ["66.7%", ".1%", 0.667, 0.0005],
  ["1,234", ",d", 1234, 0.5],
  ["Three", "Words", 3, 0],
  ["twice", "times", 2, 0],
  ["four times", "times", 4, 0],
])("reads %s in the format %s", (text, format, number, rounding) => {
  const reading = readPrinted(text, format);
  expect(reading?.number).toBeCloseTo(number, 12);
  expect(reading?.rounding).toBeCloseTo(rounding, 12);
});

test.each([
  ["1234", ",d"],
  ["0.4", ".2f"],
  ["three", "Words"],
  ["4 times", "times"],
  ["12", "$,.0f"],
])("does not take %s for the format %s", (text, format) => {
  expect(readPrinted(text, format)).toBeUndefined();
});
