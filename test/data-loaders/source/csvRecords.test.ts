import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {csvRecords} from "../../../src/lib/input/csvRecords.js";

const lineEnd = fc.constantFrom("\n", "\r", "\r\n");
const cell = fc
  .array(fc.constantFrom("a", "é", "😀", '"', ",", ";", " ", "\n", "\r", "\r\n"), {maxLength: 6})
  .map((parts) => parts.join(""));

function countLines(text: string): number {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split("\n").length - 1;
}

/** Writes by RFC 4180: every cell in quotes, each record with its own line end. */
function write(records: readonly {cells: string[]; end: string}[]): {text: string; lines: number[]} {
  let text = "";
  const lines: number[] = [];
  for (const {cells, end} of records) {
    lines.push(countLines(text) + 1);
    text += cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",") + end;
  }
  return {text, lines};
}

function parsed(text: string) {
  const {records, findings} = csvRecords(Buffer.from(text), ",");
  return {records: records.map(({cells, line}) => [line, ...cells]), faults: findings.map(({line}) => line)};
}

describe("csvRecords", () => {
  test("reads back any cells with their lines, with LF, CR and CRLF mixed within and between records", () => {
    const record = fc.record({cells: fc.array(cell, {minLength: 1, maxLength: 4}), end: lineEnd});
    fc.assert(
      fc.property(fc.array(record, {maxLength: 8}), (records) => {
        const {text, lines} = write(records);
        // a record that ends in CR before a line that begins with LF would be one CRLF: none begins so, all begin with a quote
        const result = csvRecords(Buffer.from(text), ",");
        expect(result.findings).toEqual([]);
        expect(result.records).toEqual(records.map(({cells}, i) => ({cells, line: lines[i]})));
      }),
      {numRuns: 300},
    );
  });

  test("goes on after a quote out of place, at the next line", () => {
    expect(parsed('a,b\n1,"x"y\n2,3\n4,z"\n5,6')).toEqual({
      records: [
        [1, "a", "b"],
        [3, "2", "3"],
        [5, "5", "6"],
      ],
      faults: [2, 4],
    });
  });

  test("names the line where a quote opens that is never closed, also after a value of several lines", () => {
    expect(parsed('a,b\r\n"x\r\ny","z\r\n2,3\r\n')).toEqual({
      records: [
        [1, "a", "b"],
        [4, "2", "3"],
      ],
      faults: [3],
    });
    expect(parsed('a,b\n"1\n2,3').faults).toEqual([2]);
    expect(parsed('a,b\n1,2\n"').faults).toEqual([3]);
    expect(parsed('"').faults).toEqual([1]);
  });

  test("gives up after a thousand faults", () => {
    expect(parsed('1,a"\n'.repeat(1_500)).faults).toHaveLength(1_000);
  });

  test("never loses a line without a fault: any text gives records or findings, and ends", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", '"', ",", "\n", "\r")).map((parts) => parts.join("")),
        (text) => {
          const {records, findings} = csvRecords(Buffer.from(text), ",");
          const last = countLines(text) + 1;
          for (const {line} of [...records, ...findings]) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(last);
          }
          if (!text.includes('"')) expect(findings).toEqual([]);
        },
      ),
      {numRuns: 500},
    );
  });
});
