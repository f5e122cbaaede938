import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {isMissing, numberReader, otherMarkReader} from "../../../src/lib/input/readNumber.js";

const english = numberReader({decimal: ".", thousands: ","});
const german = numberReader({decimal: ",", thousands: "."});
const french = numberReader({decimal: ",", thousands: " "});

describe("numberReader", () => {
  test.each([
    ["0", 0],
    ["-0", 0],
    ["007", 7],
    ["+1.50", 1.5],
    [".5", 0.5],
    ["5.", 5],
    ["1e3", 1000],
    ["1.5E-2", 0.015],
    ["100,000.00", 100_000],
    ["1,234,567", 1_234_567],
    ["1234567.25", 1_234_567.25],
  ])("reads %j as %d", (text, value) => {
    expect(Object.is(english(text), value)).toBe(true);
  });

  test.each([
    "",
    " ",
    "1,5",
    "12,34",
    "1,2345",
    ",123",
    "1,,000",
    "1,000,00",
    "0x10",
    "1e",
    "e3",
    "NaN",
    "Infinity",
    "1e309",
    "--1",
    "1 000",
    "1_000",
    "١",
  ])("refuses %j", (text) => {
    expect(english(text)).toBeNaN();
  });

  test("reads the marks of other dialects", () => {
    expect(german("1.234,5")).toBe(1234.5);
    expect(german("1.5")).toBeNaN();
    expect([french("1 234,5"), french("1\u00a0234,5"), french("1\u202f234,5")]).toEqual([
      1234.5, 1234.5, 1234.5,
    ]);
    expect(numberReader({decimal: ".", thousands: ""})("1,000")).toBeNaN();
  });

  test("reads every finite double as it is written in JavaScript", () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (value) => {
        expect(english(String(value))).toBe(value + 0);
      }),
    );
  });

  test("reads what Intl groups in its own locale", () => {
    const write = new Intl.NumberFormat("en-US", {maximumFractionDigits: 3});
    fc.assert(
      fc.property(fc.integer({min: -1e12, max: 1e12}), (thousandths) => {
        const value = thousandths / 1000;
        expect(english(write.format(value))).toBeCloseTo(value, 9);
      }),
    );
  });
});

test("otherMarkReader reads what the dialect does not: a comma for a point, a point for a comma", () => {
  expect(otherMarkReader({decimal: "."})("1,5")).toBe(1.5);
  expect(otherMarkReader({decimal: "."})("1.234,5")).toBe(1234.5);
  expect(otherMarkReader({decimal: ","})("1.5")).toBe(1.5);
  expect(otherMarkReader({decimal: "."})("abc")).toBeNaN();
});

test("isMissing knows five marks, in any case, and no others", () => {
  expect(["", "NA", "na", "N/A", "null", "-"].every(isMissing)).toBe(true);
  expect(["0", "NaN", "none", "--", "."].some(isMissing)).toBe(false);
});
