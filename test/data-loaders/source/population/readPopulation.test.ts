import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {openDuckdb} from "../../../../data-loaders/engine/population/duckdbEngine.js";
import type {QualityRule} from "../../../../data-loaders/source/customers.js";
import {openLargeInput, rowsAtMost} from "../../../../data-loaders/source/population/largeInput.js";
import {readPopulation} from "../../../../data-loaders/source/population/readPopulation.js";
import {readCustomers} from "../../../../data-loaders/source/readCustomers.js";
import {alllife} from "../../../definitions.js";
import {goodFile, HEADER, inFolder, withoutFolder} from "../fixture.js";

/** What reading a file comes to: rows and notes, or the refusal. */
async function outcome(
  read: () => Promise<{rows: number; quality: readonly QualityRule[]}>,
): Promise<string> {
  try {
    const {rows, quality} = await read();
    const noted = quality
      .filter(({noted}) => noted > 0)
      .map(({id, noted, detail}) => `${id} ${noted} ${detail}`);
    return [`${rows} rows`, ...noted.sort()].join("\n");
  } catch (error) {
    return withoutFolder(error instanceof Error ? error.message : String(error));
  }
}

function both(content: string | Uint8Array, definition = alllife): Promise<{few: string; many: string}> {
  return inFolder(async (folder) => {
    const path = join(folder, "alllife.csv");
    writeFileSync(path, content);
    const few = await outcome(() => readCustomers(path, definition, {synthetic: false}));
    const many = await outcome(async () =>
      readPopulation(await openLargeInput(path), definition, join(folder, "all.duckdb")),
    );
    return {few, many};
  });
}

describe("a large file is read as a small one is", () => {
  test.each([
    ["good", goodFile()],
    ["lines that end in CRLF", goodFile().replaceAll("\n", "\r\n")],
    ["no end of the last line", goodFile().trimEnd()],
    ["a mark at the beginning", `\ufeff${goodFile()}`],
    ["padding and thousands marks", goodFile({3: "3,10003, 3000 ,4,1,2,3", 5: '5,10005,"5,000",6,1,2,3'})],
    [
      "texts and fractions in place of numbers",
      goodFile({3: "3,10003,abc,4,1,2,3", 9: "9,10009,9000,1.5,1,2,3"}),
    ],
    [
      "NaN, Infinity and 0x10",
      goodFile({3: "3,10003,NaN,4,1,2,3", 4: "4,10004,Infinity,4,1,2,3", 5: "5,10005,0x10,4,1,2,3"}),
    ],
    ["values that are missing", goodFile({3: "3,10003,,4,1,2,3", 9: "9,10009,NA,1,1,2,3"})],
    ["values beyond their range", goodFile({3: "3,10003,-5,4,1,2,3", 9: "9,10009,9000,1,99999,2,3"})],
    ["a row that is too short", goodFile({3: "3,10003,3000,4,1"})],
    ["a row that is too long", goodFile({3: "3,10003,3000,4,1,2,3,4"})],
    [
      "limits in thousands",
      `${HEADER}\n${Array.from({length: 40}, (_, i) => `${i + 1},${10_000 + i},${5 + i},1,${i % 7},2,3`).join("\n")}\n`,
    ],
    ["another separator", goodFile().replaceAll(",", ";")],
    ["a column that is missing", goodFile().replace("Total_calls_made", "Calls per year")],
    ["Windows-1252", Buffer.concat([Buffer.from(goodFile()), Buffer.from([0x31, 0x33, 0x2c, 0xe9, 0x0a])])],
    ["an empty file", ""],
  ])("%s", async (_, content) => {
    const {few, many} = await both(content);
    expect(many).toBe(few);
  });

  test("a unit is told by the values other than zero", async () => {
    const columns = alllife.contract.columns.map((column) =>
      column.name === "calls" ? {...column, median: {min: 1, max: 10}} : column,
    );
    const definition = {...alllife, contract: {...alllife.contract, columns}};
    const rows = Array.from(
      {length: 40},
      (_, i) => `${i + 1},${10_000 + i},${5_000 + i},1,${i % 7},2,${i % 2 === 0 ? 3_000 + 10 * i : 0}`,
    );
    const {few, many} = await both(`${HEADER}\n${rows.join("\n")}\n`, definition);
    expect(many).toBe(few);
    expect(many).toContain('column "Total_calls_made": found a median of 3,190, 1,000 times too large');
  });

  test("keys and rows that come again are counted, and whole rows left out", async () => {
    const {few, many} = await both(goodFile({3: "2,10002,2000,3,1,2,3", 5: "5,10004,9000,6,1,2,3"}));
    expect(few).toMatch(/^11 rows[\s\S]*rows.key 1 One key stands[\s\S]*rows.repeated 1 1 row repeating/);
    expect(many).toMatch(/^11 rows[\s\S]*rows.key 1 One key stands[\s\S]*rows.repeated 1 1 row repeating/);
  });

  test("where cells hold line breaks, places are rows", async () => {
    const {many} = await both(goodFile({3: '3,"10\n003",3000,4,1,2,3', 7: "7,10007,abc,8,1,2,3"}));
    expect(many).toContain('alllife.csv, row 7, column "Avg_Credit_Limit": found "abc"');
  });

  test("empty lines and lines of separators are passed over and counted", async () => {
    const {many} = await both(goodFile({3: "3,10003,3000,4,1,2,3\n\n,,,,,,"}));
    expect(many).toMatch(/^12 rows[\s\S]*rows.empty 2 2 lines without any value/);
  });

  test("a quote that is never closed is refused", async () => {
    const {many} = await both(goodFile({3: '3,"10003,3000,4,1,2,3'}));
    expect(many).toContain("alllife.csv, line 4: found a value whose double quotes do not close");
  });
});

test("of a problem in many rows all are counted, and the first hundred places named", async () => {
  const rows = Array.from(
    {length: 400},
    (_, i) => `${i},${10_000 + i},${i < 300 ? "abc" : 9_000 + i},1,1,2,3`,
  );
  const {many} = await both(`${HEADER}\n${rows.join("\n")}\n`);
  expect(many).toContain("lines 2, 3, 4 and 97 more");
  expect(many).toContain("200 more of this kind");
});

test("values, keys and missing ones stand in the table as in the file", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "alllife.csv");
    writeFileSync(path, goodFile({3: '3, 0010003 ,"3,000.50",4,1,2,3'}));
    expect(await rowsAtMost(path)).toBe(12);
    await readPopulation(await openLargeInput(path), alllife, join(folder, "all.duckdb"));
    const engine = await openDuckdb(join(folder, "all.duckdb"), {readOnly: true});
    const [row] = await engine.rows(
      "row",
      "SELECT _row, customer_key, credit_limit FROM customers WHERE _row = 3",
    );
    await engine.close();
    expect(row).toEqual([3, "0010003", 3_000.5]);
  });
});
