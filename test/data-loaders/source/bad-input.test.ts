import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import type {ColumnRule, Contract, DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {alllife} from "../../definitions.js";
import {complaint, goodFile, goodRow, goodRows, HEADER, read, refusal, rule} from "./fixture.js";

function withContract(change: Partial<Contract>): DatasetDefinition {
  return {...alllife, contract: {...alllife.contract, ...change}};
}

function withColumn(name: string, change: Partial<ColumnRule>): DatasetDefinition {
  const columns = alllife.contract.columns.map((column) =>
    column.name === name ? {...column, ...change} : column,
  );
  return withContract({columns});
}

describe("accepted", () => {
  test.each([
    ["a UTF-8 byte-order mark", `\ufeff${goodFile()}`],
    ["LF", goodFile()],
    ["CRLF", goodFile().replaceAll("\n", "\r\n")],
    ["CR", goodFile().replaceAll("\n", "\r")],
    [
      "mixed line ends",
      [HEADER, ...goodRows()].reduce((text, row, i) => text + ["\r\n", "\n", "\r"][i % 3] + row),
    ],
    ["no line end at the end", goodFile().trimEnd()],
  ])("%s", async (_, content) => {
    const table = await read(content);
    expect(table.rows).toBe(12);
    expect(table.numbers).toEqual((await read(goodFile())).numbers);
  });

  test("1e3 as a number", async () => {
    const table = await read(goodFile({3: "3,10003,1e3,1,1,2,3"}));
    expect(table.numbers.credit_limit[2]).toBe(1000);
    expect(rule(table, "credit_limit.spelling").noted).toBe(0);
  });

  test("keys as text, with leading zeros and with all of 25 digits", async () => {
    const long = "1234567890123456789012345";
    const table = await read(
      goodFile({1: "1,00123,1000,1,1,2,3", 2: `2,${long},2000,1,1,2,3`, 3: "3,3E12,3000,1,1,2,3"}),
    );
    expect(table.text.customer_key.slice(0, 3)).toEqual(["00123", long, "3E12"]);
  });

  test("formulas, markup and __proto__, as text", async () => {
    const keys = ['=HYPERLINK("http://example.org")', "<img onerror=alert(1)>", "__proto__"];
    const rows = keys.map((key, i) => `${i + 1},"${key.replaceAll('"', '""')}",${i + 1}000,1,1,2,3`);
    const table = await read(goodFile({1: rows[0], 2: rows[1], 3: rows[2]}));
    expect(table.text.customer_key.slice(0, 3)).toEqual(keys);
    const header = await read(goodFile().replace("Sl_No", "__proto__"));
    expect(rule(header, "header.further").detail).toBe('Left out: "__proto__".');
  });
});

describe("accepted and noted", () => {
  test("thousands marks and padding in numbers, padding of keys", async () => {
    const table = await read(
      goodFile({
        4: '4, 10004 ," 100,000.00 ",1,1,2,3',
        5: "5,10005, 7000 ,1,1,2,3",
        8: '8,10008,"8,000",1,1,2,3',
      }),
    );
    expect(Array.from(table.numbers.credit_limit.slice(3, 5))).toEqual([100_000, 7_000]);
    expect(table.text.customer_key[3]).toBe("10004");
    expect(rule(table, "credit_limit.spelling")).toMatchObject({
      checked: 12,
      passed: 9,
      noted: 3,
      failed: 0,
      detail: "3 rows with padding or thousands marks, read as the number meant: lines 5–6 and 9.",
    });
    expect(rule(table, "customer_key.spelling").noted).toBe(1);
  });

  test.each([
    ["padded", HEADER.replaceAll(",", " , ")],
    ["upper-case", HEADER.toUpperCase()],
    ["snake_case", HEADER.toLowerCase().replaceAll(" ", "_")],
    ["CamelCase", HEADER.replace(/[_ ]/g, "")],
  ])("%s headers", async (_, header) => {
    const table = await read(goodFile().replace(HEADER, header));
    expect(table.rows).toBe(12);
    expect(rule(table, "header.spelling").noted).toBeGreaterThan(0);
  });

  test("a further column, columns without a name, and the row number, left out", async () => {
    const table = await read([`${HEADER},Age,,`, ...goodRows().map((row) => `${row},40,,`)].join("\n"));
    expect(Object.keys(table.numbers)).not.toContain("Age");
    expect(rule(table, "header.further")).toMatchObject({
      noted: 4,
      detail: 'Left out: "Sl_No", "Age", a column without a name, a column without a name.',
    });
  });

  test("columns in another order, read by name", async () => {
    const turned = [HEADER, ...goodRows()].map((row) => row.split(",").toReversed().join(","));
    const table = await read(turned.join("\n"));
    expect(table.numbers).toEqual((await read(goodFile())).numbers);
    expect(rule(table, "header.order").noted).toBe(6);
  });

  test("no row number at all", async () => {
    const cut = [HEADER, ...goodRows()].map((row) => row.slice(row.indexOf(",") + 1));
    expect((await read(cut.join("\n"))).rows).toBe(12);
  });

  test("blank lines, and lines of separators only, passed over; lines are counted with them", async () => {
    const table = await read(`\n${goodFile({2: `${goodRow(2)}\n\n,,,,,,`})}\n`);
    expect(table.rows).toBe(12);
    expect(rule(table, "rows.empty")).toMatchObject({
      noted: 4,
      detail: "4 rows without any value, passed over: lines 1, 5–6 and 17.",
    });
  });

  test.each(["", "NA", "n/a", "NULL", "-", "  "])(
    "%j as missing, where the contract allows it",
    async (cell) => {
      const definition = withColumn("calls", {missing: "median"});
      const table = await read(goodFile({2: `2,10002,2000,1,1,2,${cell}`}), definition);
      expect(table.numbers.calls[1]).toBeNaN();
      expect(rule(table, "calls.missing").detail).toBe(
        "1 row without a value, filled with the median: line 3.",
      );
    },
  );

  test("a value beyond the expected range that is possible", async () => {
    const table = await read(goodFile({2: "2,10002,2000,1,400,2,3"}));
    expect(table.numbers.branch_visits[1]).toBe(400);
    expect(rule(table, "branch_visits.range").detail).toBe("1 row beyond that range, kept: line 3.");
  });

  test("a key on several rows, all kept, never published", async () => {
    const table = await read(
      goodFile({5: "5,10001,9500,1,1,2,3", 7: "7,10002,9600,1,1,2,3", 9: "9,10001,9700,1,1,2,3"}),
    );
    expect(table.rows).toBe(12);
    expect(rule(table, "rows.key")).toMatchObject({
      noted: 3,
      detail:
        "2 keys stand on more than one row, with different values; all rows were kept. Lines 2, 6 and 10; lines 3 and 8.",
    });
    expect(JSON.stringify(table.quality)).not.toMatch(/1000[12]/);
  });

  test("an exactly repeated row, dropped or kept as the contract says", async () => {
    const content = goodFile({12: `12${goodRow(1).slice(1)}\n13,10013,13000,1,1,2,3`});
    const dropped = await read(content);
    expect([dropped.rows, dropped.input.rows]).toEqual([12, 13]);
    expect(dropped.text.customer_key.at(-1)).toBe("10013");
    expect(rule(dropped, "rows.repeated").detail).toBe("1 row repeating an earlier one, left out: line 13.");
    expect(rule(dropped, "rows.key").noted).toBe(0);
    const kept = await read(content, withContract({duplicateRows: "keep"}));
    expect(kept.rows).toBe(13);
    expect(rule(kept, "rows.repeated").noted).toBe(1);
  });

  test("a row with all the features of another customer", async () => {
    const table = await read(goodFile({12: "12,10012,1000,2,1,2,3"}));
    expect(rule(table, "rows.profile").detail).toBe(
      "1 row with all the features of an earlier row, kept: line 13.",
    );
  });

  test("the same file twice: rows that are left out are not counted again as rows that agree", async () => {
    const [header, ...rows] = goodFile().trimEnd().split("\n");
    const table = await read(`${[header, ...rows, ...rows].join("\n")}\n`);
    expect(rule(table, "rows.repeated").noted).toBe(rows.length);
    expect(rule(table, "rows.profile")).toMatchObject({checked: rows.length, noted: 0});
  });

  test("a constant column", async () => {
    const table = await read(goodFile());
    expect(rule(table, "branch_visits.constant")).toMatchObject({
      noted: 12,
      detail: "1 in every row, so left out of the distances.",
    });
    expect(rule(table, "credit_limit.constant").noted).toBe(0);
  });
});

describe("refused, with everything that is wrong", () => {
  test("missing columns, all named, with what else the file has", async () => {
    const header = HEADER.replace("Total_Credit_Cards", "cards").replace("Total_calls_made", "phone");
    expect(await complaint(goodFile().replace(HEADER, header))).toMatchSnapshot();
  });

  test("a header twice", async () => {
    const doubled = [`${HEADER},total credit_cards`, ...goodRows().map((row) => `${row},1`)];
    expect(await complaint(doubled.join("\n"))).toMatchSnapshot();
  });

  test("a row too short, a row too long", async () => {
    expect(await complaint(goodFile({2: "2,10002,2000", 4: "4,10004,100,000.00,1,1,2,3"}))).toMatchSnapshot();
  });

  test("a quote never closed, by the line where it opens, and the problems of the lines after", async () => {
    const content = goodFile({3: '3,"10003,3000,1,1,2,3', 6: "6,10006,abc,1,1,2,3"});
    expect(await complaint(content)).toMatchSnapshot();
  });

  test("a quote never closed where later rows have quotes too", async () => {
    const quotedRows = goodRows().map((row, i) =>
      row.replace(`,${1_000 * (i + 1)},`, `,"${1_000 * (i + 1)}",`),
    );
    quotedRows[4] = quotedRows[4].replace('"5000"', '"5000');
    const {problems} = await refusal([HEADER, ...quotedRows].join("\r\n"));
    expect(problems.map(({line}) => line)).toEqual([6]);
  });

  test("quotes out of place", async () => {
    const content = goodFile({2: '2,10002,"2000"0,1,1,2,3', 4: '4,100"04,4000,1,1,2,3'});
    expect(await complaint(content)).toMatchSnapshot();
  });

  test("a line of over 2 MB", async () => {
    expect(await complaint(goodFile({3: `3,${"x".repeat(2_100_000)},3000,1,1,2,3`}))).toMatchSnapshot();
  });

  test("a quote that runs over 2 MB of lines", async () => {
    const filler = Array.from({length: 60_000}, (_, i) => `${i},${"9".repeat(20)},3000,1,1,2,3`).join("\n");
    const {problems} = await refusal(`${goodFile()}13,"1\n${filler}`);
    expect(problems[0]).toMatchObject({line: 14, found: expect.stringContaining("never closed")});
  });

  test.each([
    ["an empty file", ""],
    ["blank lines only", "\r\n \n"],
    ["a header only", HEADER],
    ["one row", `${HEADER}\n${goodRow(1)}`],
    ["fewer rows than the models need", [HEADER, ...goodRows().slice(0, 10)].join("\n")],
  ])("%s", async (_, content) => {
    expect(await complaint(content)).toMatchSnapshot();
  });

  test("fewer rows that differ than the models need", async () => {
    const rows = Array.from({length: 30}, (_, i) => `${i + 1},${10_001 + i},${1_000 * (i % 3)},1,1,2,3`);
    expect(await complaint([HEADER, ...rows].join("\n"))).toMatchSnapshot();
  });

  test.each([
    "abc",
    "NaN",
    "Infinity",
    "-inf",
    "0x10",
    "1_000",
    "$5",
    "5 %",
    "1,5",
    "1,00,000",
    "1e999",
    "=1+1",
    "1.2.3",
    "٣",
  ])("%j in a number column", async (cell) => {
    const {problems} = await refusal(goodFile({2: `2,10002,"${cell}",1,1,2,3`}));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({line: 3, column: "Avg_Credit_Limit"});
    expect(problems[0].found).toContain(JSON.stringify(cell));
  });

  test("a decimal comma in one cell is called so", async () => {
    expect(await complaint(goodFile({2: '2,10002,"1,5",1,1,2,3'}))).toMatchSnapshot();
  });

  test.each(["", "NA", "NULL", "-"])("%j where a value must stand", async (cell) => {
    const {problems} = await refusal(
      goodFile({2: `2,10002,2000,1,1,2,${cell}`, 4: `4,${cell},4000,1,1,2,3`}),
    );
    expect(problems.map(({line, column, found}) => [line, column, found])).toEqual([
      [3, "Total_calls_made", "no value"],
      [5, "Customer Key", "no value"],
    ]);
  });

  test("a column without any value, once", async () => {
    const rows = goodRows().map((row) => row.replace(/3$/, ""));
    expect(await complaint([HEADER, ...rows].join("\n"))).toMatchSnapshot();
    const definition = withColumn("calls", {missing: "median"});
    expect((await refusal([HEADER, ...rows].join("\n"), definition)).problems).toHaveLength(1);
  });

  test("a negative limit, a negative count, a count with a fraction, too many cards", async () => {
    const content = goodFile({
      2: "2,10002,-1,1,1,2,3",
      3: "3,10003,3000,1,-2,2,3",
      4: "4,10004,4000,1.5,1,2,3",
      5: "5,10005,5000,101,1,2,3",
    });
    expect(await complaint(content)).toMatchSnapshot();
  });

  test.each([
    "Total,,78000,60,12,24,36",
    "13,TOTAL,78000,60,12,24,36",
    "Grand total:,,78000,60,12,24,36",
    "Sum,,,,,,",
  ])("a row of totals: %s", async (row) => {
    const {problems} = await refusal(`${goodFile()}${row}\n`);
    expect(problems.map(({line, found}) => [line, found])).toEqual([[14, "a row of totals"]]);
  });

  test("lines above the header", async () => {
    expect(await complaint(`AllLife Bank\nExported on 2021-03-01\n\n${goodFile()}`)).toMatchSnapshot();
  });

  test("no header, or another table", async () => {
    expect(await complaint(goodRows().join("\n"))).toMatchSnapshot();
  });

  test("a key on several rows, or a row twice, where the contract says so", async () => {
    const definition = withContract({duplicateKeys: "fail", duplicateRows: "fail"});
    const content = goodFile({5: "5,10001,9500,1,1,2,3", 12: `12${goodRow(2).slice(1)}`});
    expect(await complaint(content, definition)).toMatchSnapshot();
  });

  test("a key that a spreadsheet has shortened", async () => {
    expect(await complaint(goodFile({2: "2,1.23457E+18,2000,1,1,2,3"}))).toMatchSnapshot();
  });
});

describe("refused as a whole, for one reason", () => {
  const utf16 = Buffer.from(goodFile(), "utf16le");
  test.each<[string, Uint8Array]>([
    ["UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ["UTF-16, big-endian", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ["UTF-16 without a mark", utf16],
    ["Windows-1252", Buffer.from(goodFile({2: "2,Müller,2000,1,1,2,3"}), "latin1")],
    ["a NUL byte", Buffer.from(goodFile({2: "2,1\0,2000,1,1,2,3"}))],
    ["gzip", gzipSync(goodFile())],
    ["zip", Buffer.from("PK\u0003\u0004 alllife.csv")],
    ["xlsx", Buffer.from("PK\u0003\u0004 [Content_Types].xml … xl/workbook.xml")],
    ["xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ["Parquet", Buffer.from("PAR1")],
    ["a web page", Buffer.from("<!DOCTYPE html><html><title>Sign in</title>")],
    ["JSON", Buffer.from('[{"Sl_No": 1}]')],
  ])("%s", async (_, content) => {
    const error = await refusal(content);
    expect(error.problems).toHaveLength(1);
    expect(error.message.split("\n").slice(1).join("\n")).toMatchSnapshot();
  });

  test.each<[string, (row: string) => string]>([
    ["semicolons and decimal commas", (row) => row.replaceAll(",", ";").replace("000;", "000,50;")],
    ["semicolons and decimal points", (row) => row.replaceAll(",", ";").replace("000;", "000.5;")],
    ["semicolons, German thousands", (row) => row.replaceAll(",", ";").replace("000;", ".000,00;")],
    ["tabs", (row) => row.replaceAll(",", "\t")],
  ])("%s", async (_, write) => {
    const content = [HEADER, ...goodRows()].map(write).join("\n");
    expect(await complaint(content)).toMatchSnapshot();
  });

  test("a declared locale is read: semicolons, decimal commas, points between thousands", async () => {
    const definition = withContract({dialect: {separator: ";", decimal: ",", thousands: "."}});
    const content = [HEADER, ...goodRows({1: "1,10001,1.234#5,1,1,2,3"})]
      .join("\n")
      .replaceAll(",", ";")
      .replace("#", ",");
    expect((await read(content, definition)).numbers.credit_limit[0]).toBe(1234.5);
    expect(await complaint(goodFile(), definition)).toMatchSnapshot();
  });
});

describe("the message", () => {
  test("groups what differs in line and value only; the error has all", async () => {
    const rows = Array.from({length: 40}, (_, i) => `${i + 1},${10_001 + i},${5_000 + i},x,y,2,z`);
    const content = [HEADER, ...rows, '41,"a,1,1,1,1,1', "42,10042"].join("\n");
    const error = await refusal(content);
    expect(error.problems).toHaveLength(122);
    expect(error.message.split("\n")[0]).toMatch(/122 problems of 5 kinds$/);
    expect(await complaint(content)).toMatchSnapshot();
  });

  test("shows values cut, quoted and without control characters", async () => {
    const {problems} = await refusal(goodFile({2: `2,10002,\u001b[31m\u202e${"x".repeat(100)},1,1,2,3`}));
    expect(problems[0].found).toBe(`"\\u001b[31m\\u202e${"x".repeat(34)}…"`);
  });

  test("gives file, line, column, found, expected and remedy", async () => {
    const error = await refusal(goodFile({2: "2,10002,abc,1,1,2,3"}));
    expect(error.problems).toEqual([
      {
        file: expect.stringMatching(/alllife\.csv$/),
        line: 3,
        column: "Avg_Credit_Limit",
        found: '"abc"',
        expected: "a number from 0 to 1,000,000,000",
        remedy:
          'Write the value in digits, with "." before a fraction, with or without "," between thousands.',
      },
    ]);
    expect(error.name).toBe("InputError");
  });
});
