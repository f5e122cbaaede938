import {csvParse} from "d3";
import fc from "fast-check";
import {expect, test} from "vitest";
import type {Cell} from "../../../../src/lib/database/cell.js";
import {csvLines} from "../../../../src/lib/database/csvLines.js";

const csv = (name: string, ...cells: Cell[]) => csvLines([[name], ...cells.map((cell) => [cell])]);

test("writes numbers, truth values and text as they are", () => {
  expect(csv("a", 1.5, -2, true, "text", "-3", 1e-7)).toBe(
    "a\r\n1.5\r\n-2\r\ntrue\r\ntext\r\n-3\r\n1e-7\r\n",
  );
});

test("tells NULL from empty text", () => {
  expect(csv("a", null, "")).toBe('a\r\n\r\n""\r\n');
});

test("puts an apostrophe before text that a spreadsheet would run, in headings too", () => {
  expect(csv("=A1", "=1+1", "+x", "-x", "@x", "\tx", "a=1")).toBe(
    "'=A1\r\n'=1+1\r\n'+x\r\n'-x\r\n'@x\r\n'\tx\r\na=1\r\n",
  );
});

test("d3's reader reads all text back that is no formula", () => {
  const harmless = fc.string({minLength: 1}).filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(harmless, {minLength: 1}), (texts) => {
      expect(csvParse(csv("a", ...texts)).map(({a}) => a)).toEqual(texts);
    }),
  );
});
