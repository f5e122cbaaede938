import {describe, expect, test} from "vitest";
import {lineAt, lineStarts, listLines} from "../../../src/lib/input/lines.js";

describe("lineStarts and lineAt", () => {
  test("count LF, CR and CRLF as one line end each", () => {
    const starts = lineStarts(Buffer.from("a\nb\rc\r\nd\n\r\ne"));
    expect(starts).toEqual([0, 2, 4, 7, 9, 11]);
    expect([0, 1, 2, 4, 6, 7, 9, 11, 99].map((offset) => lineAt(starts, offset))).toEqual([
      1, 1, 2, 3, 3, 4, 5, 6, 6,
    ]);
  });
});

describe("listLines", () => {
  test("joins neighbours", () => {
    expect(listLines([7], "line")).toBe("line 7");
    expect(listLines([3, 9, 12, 13, 14], "line")).toBe("lines 3, 9 and 12–14");
    expect(listLines([1, 2, 3], "row")).toBe("rows 1–3");
  });

  test("counts what comes after twenty runs", () => {
    const lines = Array.from({length: 1_500}, (_, i) => 2 * i + 1);
    expect(listLines(lines, "line")).toMatch(/^lines 1, 3, .*, 39 and 1,480 more$/);
  });
});
