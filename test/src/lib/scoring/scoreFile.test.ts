import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {parquetWriteBuffer} from "hyparquet-writer";
import {describe, expect, it} from "vitest";
import {withDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {csvLines} from "../../../../src/lib/database/csvLines.js";
import {csvPieces} from "../../../../src/lib/input/csvPieces.js";
import {cellReader} from "../../../../src/lib/scoring/cellReader.js";
import {parquetRecords} from "../../../../src/lib/scoring/parquetRecords.js";
import type {SavedModel} from "../../../../src/lib/scoring/savedModel.js";
import {scoreCustomer} from "../../../../src/lib/scoring/scoreCustomer.js";
import {fitsModel, scoreFile, scoreRecords} from "../../../../src/lib/scoring/scoreFile.js";
import {scoresTable} from "../../../../src/lib/scoring/scoresTable.js";

/** Two variables, two segments, one of the variables in the regression. */
const model: SavedModel = {
  $schema: "model.schema.json",
  format: 1,
  dataset: "tiny",
  title: "Tiny",
  versions: {cardlens: "0.1.0"},
  input: {name: "tiny.csv", sha256: "0".repeat(64), rows: 10, synthetic: true},
  dialect: {separator: ",", decimal: ".", thousands: ","},
  columns: [
    column("key", "Customer Key", "key"),
    {...column("limit", "Credit_Limit", "feature"), min: 0, missing: "median"},
    {...column("calls", "Calls", "feature"), type: "integer", min: 0, max: 100},
  ],
  variables: [
    {name: "limit", median: 20, mean: 30, scale: 10, lowest: 0, highest: 90},
    {name: "calls", median: 2, mean: 4, scale: 2, lowest: 0, highest: 9},
  ],
  segments: [
    {id: "low", name: "Low", centroid: [-1, 1]},
    {id: "high", name: "High", centroid: [1, -1]},
  ],
  risk: {
    label: "The limit is low.",
    evidence: "policy",
    rule: {is: "<", of: [{column: "limit"}, {value: 20}]},
    definedBy: ["limit"],
    leftOut: [],
    rows: 10,
    intercept: 0.5,
    terms: [{variable: "calls", coefficient: 2, mean: 4, scale: 2}],
    covariance: [
      [0.04, 0.01],
      [0.01, 0.09],
    ],
    separation: "none",
    penalty: 0,
    threshold: 0.5,
  },
};

function column(name: string, header: string, role: "key" | "feature"): SavedModel["columns"][number] {
  return {
    name,
    header,
    type: role === "key" ? "text" : "number",
    role,
    label: name,
    unit: "",
    definition: name,
    missing: "fail",
  };
}

function scored(text: string) {
  const pieces = [...scoreFile(new TextEncoder().encode(text), model, "customers.csv")];
  return {rows: pieces.flatMap(({rows}) => rows), problems: pieces.flatMap(({problems}) => problems), pieces};
}

describe("scoreCustomer", () => {
  it("gives distances, probability, interval and reasons that can be worked out by hand", () => {
    const score = scoreCustomer(model, {limit: 40, calls: 6});
    // z = (1, 1): distance to (−1, 1) is 2, to (1, −1) is 2: ties go to the first
    expect(score.distances).toEqual([2, 2]);
    expect(score.segment).toBe(0);
    const logOdds = 0.5 + 2;
    expect(score.probability).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 14);
    const half = 1.959963984540054 * Math.sqrt(0.04 + 2 * 0.01 + 0.09);
    expect(score.lower).toBeCloseTo(1 / (1 + Math.exp(half - logOdds)), 14);
    expect(score.upper).toBeCloseTo(1 / (1 + Math.exp(-half - logOdds)), 14);
    expect(score.riskReasons).toEqual([{variable: "calls", value: 6, z: 1, contribution: 2}]);
    expect(score.isAboveLine).toBe(true);
    expect(score.imputed).toEqual([]);
  });

  it("answers by the rule, whatever the other variables would guess", () => {
    expect(scoreCustomer(model, {limit: 150_000, calls: 90})).toMatchObject({rule: false, isAboveLine: true});
    expect(scoreCustomer(model, {limit: 19, calls: 0})).toMatchObject({rule: true, isAboveLine: false});
    expect(scoreCustomer(model, {limit: null, calls: 2}).rule, "the median is nobody's limit").toBeNull();
  });

  it("takes the median for what is missing, and says so", () => {
    const score = scoreCustomer(model, {limit: null, calls: 2});
    expect(score.imputed).toEqual(["limit"]);
    expect(score.segmentReasons[0].value).toBe(20);
  });

  it("has reasons that add up to the difference of the squared distances, and a probability in its interval", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0, max: 1e6, noNaN: true}),
        fc.integer({min: 0, max: 100}),
        (limit, calls) => {
          const {distances, segmentReasons, probability, lower, upper} = scoreCustomer(model, {limit, calls});
          const [a, b] = distances.toSorted((x, y) => x - y);
          const sum = segmentReasons.reduce((total, {gain}) => total + gain, 0);
          expect(Math.abs(sum - (b * b - a * a))).toBeLessThanOrEqual(1e-9 * (1 + b * b));
          expect(lower).toBeLessThanOrEqual(probability);
          expect(upper).toBeGreaterThanOrEqual(probability);
        },
      ),
    );
  });
});

describe("scoreFile", () => {
  it("reads columns by name in any order and spelling, and numbers in the dialect", () => {
    const {rows, problems} = scored(
      'calls, CREDIT LIMIT ,extra,Customer Key\n6," 1,040.00 ",x,A1\r\n2,,y,A2\n',
    );
    expect(problems).toEqual([]);
    expect(rows.map(({line, key}) => [line, key])).toEqual([
      [2, "A1"],
      [3, "A2"],
    ]);
    expect(rows[0].score).toEqual(scoreCustomer(model, {limit: 1040, calls: 6}));
    expect(rows[1].score.imputed).toEqual(["limit"]);
  });

  it("reads a file's own unit where the model declares a factor; forms are in the column's unit", () => {
    const inThousands = {
      ...model,
      columns: model.columns.map((each) => (each.name === "limit" ? {...each, factor: 1_000} : each)),
    };
    const bytes = new TextEncoder().encode("Customer Key,Credit_Limit,Calls\nA,1.04,6\n");
    const [{rows}] = [...scoreFile(bytes, inThousands, "tiny.csv")];
    expect(rows[0].score).toEqual(scoreCustomer(model, {limit: 1_040, calls: 6}));
    const limit = inThousands.columns[1];
    expect(cellReader(limit, model.dialect)("1,040")).toMatchObject({value: 1_040});
  });

  it("reports bad rows by line and keeps the rest", () => {
    const {rows, problems} = scored(
      'Customer Key,Credit_Limit,Calls\nA,10,1\nB,-5,2\nC,10,1.5\nD,10\n\nE,ten,\nF,"10"x,3\nG,10,101\nH,10,4\n',
    );
    expect(rows.map(({key}) => key)).toEqual(["A", "H"]);
    expect(
      problems.map(({line, column: name, found, expected}) => `${line} ${name}: ${found}; ${expected}`),
    ).toEqual([
      '3 Credit_Limit: "-5"; a number of at least 0',
      '4 Calls: "1.5"; a whole number from 0 to 100',
      "5 null: 2 values; 3 values, as many as there are names in the first line",
      '7 Credit_Limit: "ten"; a number of at least 0',
      "7 Calls: no value; a whole number from 0 to 100",
      "8 null: a quoted value that begins here and goes on after its closing quote; a separator or the end of the line after the closing quote",
      '9 Calls: "101"; a whole number from 0 to 100',
    ]);
  });

  it("refuses a file as a whole that lacks a column, has one twice, or is not text", () => {
    const refused = (bytes: string | Uint8Array, name = "customers.csv") => {
      const pieces = [
        ...scoreFile(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, model, name),
      ];
      expect(pieces.map(({isRefused, rows}) => [isRefused, rows.length])).toEqual([[true, 0]]);
      return pieces[0].problems;
    };
    const refusals = (bytes: string | Uint8Array) =>
      refused(bytes).map(({line, column, found}) => `${line} ${column}: ${found}`);
    expect(refusals("Customer Key,Limit,Calls,CALLS\nA,1,2,2\n")).toEqual([
      "1 Calls: the header 2 times, in columns 3, 4",
      "1 Credit_Limit: no such column",
    ]);
    expect(refusals("Credit_Limit;Calls\n1,5;2\n")).toEqual([
      "null null: what looks like values separated by semicolon, with a decimal comma",
    ]);
    expect(refusals("Report of May\n\nCredit_Limit,Calls\n15,2\n")).toEqual([
      '1 null: other lines above the column names, beginning "Report of May"',
    ]);
    expect(refusals("a,b\n1,2\n")).toEqual(['1 null: none of the column names, but "a,b"']);
    expect(refusals("")).toEqual(["null null: an empty file"]);
    expect(refusals(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toEqual(["null null: text in UTF-16"]);
    expect(refused(Uint8Array.of(0xff, 0xfe, 0x41, 0), "May's export.csv")[0].remedy).toBe(
      `Save it as "CSV UTF-8", or convert it: iconv -f UTF-16 -t UTF-8 < 'May'\\''s export.csv' > utf8.csv.`,
    );
    expect(refusals(Uint8Array.of(0x1f, 0x8b, 8, 0))).toEqual(["null null: a gzip archive"]);
    expect(refusals(Uint8Array.of(0x41, 0x0a, 0xe9, 0x0a))).toEqual([
      "2 null: a byte that is not UTF-8 (the file may be in Windows-1252 or Latin-1)",
    ]);
  });

  it("takes a column twice that it does not need, and a file without keys", () => {
    const {rows, problems} = scored("note,Credit_Limit,Calls,note\nx,10,1,y\n");
    expect(problems).toEqual([]);
    expect(rows.map(({key}) => key)).toEqual([""]);
  });

  it("gives the same rows and lines when a file is long and read in pieces", () => {
    const lines = Array.from({length: 30_000}, (_, i) => `"k\n${i}",${i % 90},${i % 100}`);
    const {rows, pieces, problems} = scored(
      `\ufeffCustomer Key,Credit_Limit,Calls\n${lines.join("\r\n")}\r\n`,
    );
    expect(problems).toEqual([]);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.at(-1)?.share).toBe(1);
    expect(rows.length).toBe(30_000);
    expect(rows[29_999].line).toBe(2 + 2 * 29_999);
    expect(rows[12_345].score).toEqual(scoreCustomer(model, {limit: 12_345 % 90, calls: 45}));
  });
});

describe("a Parquet file", () => {
  const parquet = (limits: (number | null)[]) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          {name: "Credit_Limit", data: limits, type: "DOUBLE"},
          {name: "customer key", data: limits.map((_, i) => `K${i}`), type: "STRING"},
          {name: "Calls", data: limits.map((_, i) => i), type: "INT32"},
        ],
      }),
    );

  it("is scored as the same table in CSV is, with a row in place of a line", async () => {
    const table = await parquetRecords(parquet([12.5, -1, null]), model.dialect);
    if (!("records" in table)) throw new Error(table.found);
    const [{rows, problems}] = [...scoreRecords(table, model)];
    const csv = scored("Credit_Limit,Customer Key,Calls\n12.5,K0,0\n-1,K1,1\n,K2,2\n");
    expect(rows.map(({key, score}) => ({key, score}))).toEqual(
      csv.rows.map(({key, score}) => ({key, score})),
    );
    expect(rows.map(({line}) => line)).toEqual([1, 3]);
    expect(problems).toEqual(csv.problems.map((problem) => ({...problem, line: 2})));
  });

  it("keeps the decimal mark of the contract", async () => {
    const dialect = {...model.dialect, decimal: ",", thousands: "."} as const;
    const table = await parquetRecords(parquet([12.5]), dialect);
    expect("records" in table && table.records[0].cells).toEqual(["12,5", "K0", "0"]);
  });

  it("is refused with the true reason where it is damaged, packed in another way, or lacks a column", async () => {
    const bytes = parquet([1]);
    const cut = await parquetRecords(bytes.subarray(0, 60), model.dialect);
    expect("found" in cut && cut.found).toMatch(/^a Parquet file that cannot be read \(/);
    const zstd = await withDatabase(async (connection) => {
      const folder = mkdtempSync(join(tmpdir(), "cardlens-parquet-"));
      const path = join(folder, "zstd.parquet");
      await connection.run(`COPY (SELECT 1 AS "Calls") TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
      const packed = new Uint8Array(readFileSync(path));
      rmSync(folder, {recursive: true});
      return parquetRecords(packed, model.dialect);
    });
    expect(zstd).toMatchObject({
      found: "a Parquet file that is compressed with ZSTD",
      remedy: "Write it with Snappy, or save the table as CSV.",
    });
    const table = await parquetRecords(
      new Uint8Array(parquetWriteBuffer({columnData: [{name: "Calls", data: [1], type: "INT32"}]})),
      model.dialect,
    );
    if (!("records" in table)) throw new Error(table.found);
    expect([...scoreRecords(table, model)]).toMatchObject([
      {isRefused: true, problems: [{column: "Credit_Limit"}]},
    ]);
  });
});

describe("a file of another data set", () => {
  it("is known by its columns, as text and as a table", () => {
    const text = (names: string) => new TextEncoder().encode(`${names}\n1,2\n`);
    expect(fitsModel(text("calls,credit limit"), model)).toBe(true);
    expect(fitsModel(text("BALANCE,PURCHASES"), model)).toBe(false);
    expect(fitsModel({header: {cells: ["Calls", "CreditLimit"], line: 1}, records: []}, model)).toBe(true);
  });
});

describe("csvPieces", () => {
  it("cuts at line ends outside quotes, and loses nothing", () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é")}),
        fc.integer({min: 1, max: 9}),
        (text, size) => {
          const bytes = new TextEncoder().encode(text);
          const pieces = [...csvPieces(bytes, size)];
          expect(pieces.flatMap((piece) => [...piece.bytes])).toEqual([...bytes]);
          for (const {bytes: piece, firstLine} of pieces) {
            const before = new TextDecoder().decode(bytes.subarray(0, piece.byteOffset));
            expect(firstLine).toBe(before.split(/\r\n|\n|\r/).length);
          }
        },
      ),
    );
  });
});

describe("scoresTable", () => {
  it("writes a key that looks like a formula so that no spreadsheet runs it", () => {
    const {rows} = scored('Customer Key,Credit_Limit,Calls\n"=HYPERLINK(""x"")",10,1\n');
    const csv = csvLines(scoresTable(rows, model));
    expect(csv.split("\r\n")[0]).toBe(
      "Customer Key,line,segment,distance_low,distance_high,rule_holds,rule_limit,guess_probability,guess_low,guess_high,imputed",
    );
    expect(csv).toContain(`"'=HYPERLINK(""x"")",2,low,`);
  });
});
