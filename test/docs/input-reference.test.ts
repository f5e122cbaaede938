import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {ColumnRule} from "../../data-loaders/datasets/dataset.js";
import {InputError} from "../../data-loaders/source/inputError.js";
import {PSEUDONYM_VARIABLE} from "../../data-loaders/source/pseudonymSecret.js";
import {kindText, rangeText} from "../../src/lib/input/numberRange.js";
import {complaint, goodFile} from "../data-loaders/source/fixture.js";
import {alllife, cardUsage} from "../definitions.js";

const reference = readFileSync("docs/reference/input.md", "utf8");
const tables = reference.replace(/ +\|/g, " |");

const PUBLISHED = {
  key: "a pseudonym",
  extra: "not published, may be absent",
  describe: "a level",
  outcome: "the label",
};

function documentedRow(column: ColumnRule): string {
  const cells = [
    `\`${column.header}\``,
    column.role === "feature" ? `\`${column.name}\`` : PUBLISHED[column.role],
    column.type === "text" ? "text" : kindText(column),
    rangeText(column.expected ?? {}).trim(),
    column.missing === "fail" ? "stops" : "filled with the median",
  ];
  return `| ${cells.join(" | ")} |`.replaceAll("  ", " ");
}

describe.each([alllife, cardUsage])("docs/reference/input.md on $title", (definition) => {
  test("has its file, its variable and each column as the contract declares it", () => {
    expect(tables).toContain(
      `| ${definition.title} | \`${definition.inputFile}\` or \`${definition.inputFile.replace(/csv$/, "parquet")}\` | \`${definition.inputVariable}\` |`,
    );
    for (const column of definition.contract.columns) expect(tables).toContain(documentedRow(column));
  });
});

describe("docs/reference/input.md", () => {
  test("names the secret's variable", () => {
    expect(reference).toContain(PSEUDONYM_VARIABLE);
  });

  test("shows a message as it is", async () => {
    const shown = /```text\n(cannot use [^`]*)\n```/.exec(reference)?.[1];
    const message = await complaint(goodFile({2: "2,10002,abc,1,1,2,3", 4: "4,10004,100,000.00,1,1,2,3"}));
    expect(message.replace("…/", "data-loaders/input/")).toBe(shown);
  });

  test("says how many problems a message shows", () => {
    const finding = {line: 1, column: null, found: "x", remedy: ""};
    const shown = (expected: (i: number) => string) =>
      new InputError(
        "f",
        Array.from({length: 99}, (_, i) => ({...finding, expected: expected(i)})),
      ).message
        .split("\n")
        .filter((line) => line.startsWith("  f")).length;
    expect(reference).toContain("at most 20 kinds");
    expect([shown((i) => String(i)), shown(() => "")]).toEqual([20, 1]);
  });

  test("names the medians that each contract expects", () => {
    for (const {contract} of [alllife, cardUsage])
      for (const {header, median} of contract.columns)
        if (median !== undefined)
          expect(reference).toMatch(new RegExp(`\`${header}\`[^.]*${rangeText(median).trim()}`));
  });
});
