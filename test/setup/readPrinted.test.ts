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
  ["1 customer", ",d customer/customers", 1, 0.5],
  ["1,234 customers who hold", ",d customer who holds/customers who hold", 1234, 0.5],
  ["Three groups", "Words group/groups", 3, 0],
  ["<1%", ".0%", 0.0025, 0.0025],
  [">99.9%", ".1%", 0.99975, 0.00025],
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
  ["1 customers", ",d customer/customers"],
  ["2 customer", ",d customer/customers"],
  ["12", ",d customer/customers"],
])("does not take %s for the format %s", (text, format) => {
  expect(readPrinted(text, format)).toBeUndefined();
});
