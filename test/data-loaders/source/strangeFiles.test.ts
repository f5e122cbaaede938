import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, test} from "vitest";
import type {DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {InputError} from "../../../data-loaders/source/inputError.js";
import {readCustomers} from "../../../data-loaders/source/readCustomers.js";
import {readSource} from "../../../data-loaders/source/readSource.js";
import type {Dialect} from "../../../src/lib/input/dialect.js";
import {alllife, cardUsage} from "../../definitions.js";
import {complaint, goodFile, goodRows, HEADER, read, refusal, rule, withoutFolder} from "./fixture.js";

const {dialect} = alllife.contract;

function withDialect(change: Partial<Dialect>): DatasetDefinition {
  return {...alllife, contract: {...alllife.contract, dialect: {...dialect, ...change}}};
}

/** The good file with its limits written in another way. */
function limitsAs(write: (limit: string) => string): string {
  const rows = goodRows().map((row) =>
    row.replace(/^([^,]*,[^,]*),(\d+)/, (_, start, limit) => `${start},"${write(limit)}"`),
  );
  return `${[HEADER, ...rows].join("\n")}\n`;
}

describe("amounts in another format", () => {
  const indian = (limit: string) => `1,${limit.padStart(5, "0").replace(/(\d{2})(\d{3})$/, "$1,$2")}.00`;
  test.each<[string, (limit: string) => string, Partial<Dialect>, number]>([
    ["dollars", (limit) => `$${limit.replace(/(\d{3})$/, ",$1")}.00`, {currency: "$"}, 3000],
    ["a currency behind, and a sign before", (limit) => `${limit} €`, {currency: "€"}, 3000],
    ["Swiss", (limit) => `CHF ${limit.replace(/(\d{3})$/, "'$1")}`, {currency: "CHF", thousands: "'"}, 3000],
    ["typographic apostrophes", (limit) => limit.replace(/(\d{3})$/, "’$1"), {thousands: "'"}, 3000],
    ["Indian", indian, {grouping: "indian"}, 103_000],
  ])(
    "%s: one problem for the column, which says what to declare; then read",
    async (_, write, change, third) => {
      const content = limitsAs(write);
      const {problems} = await refusal(content);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({line: null, column: "Avg_Credit_Limit"});
      for (const [name, value] of Object.entries(change))
        expect(problems[0].remedy).toContain(`${name}: ${JSON.stringify(value)}`);
      expect(await complaint(content)).toMatchSnapshot();
      const table = await read(content, withDialect(change));
      expect(table.numbers.credit_limit[2]).toBe(third);
    },
  );

  test("decimal commas in a Parquet file's text are one problem, and are read where they are declared", async () => {
    const query = `SELECT * REPLACE (replace("Avg_Credit_Limit"::VARCHAR, '.', ',') AS "Avg_Credit_Limit") FROM (${TYPED})`;
    const refused = await refusedParquet(query);
    expect(refused).toHaveLength(1);
    expect(refused[0].remedy).toContain('decimal: ","');
    const german = withDialect({separator: ";", decimal: ",", thousands: "."});
    expect((await readParquet(query, german)).numbers.credit_limit[0]).toBe(1000.5);
  });

  test("a value that mixes formats is refused as what it is", async () => {
    const mixed = withDialect({currency: "$"});
    for (const cell of ["$$5", "5$$", "€5", "$1,00", "$", "$ -", "-$-5", "- $ 5"]) {
      const {problems} = await refusal(goodFile({2: `2,10002,"${cell}",1,1,2,3`}), mixed);
      expect(problems.map(({line}) => line)).toEqual([3]);
    }
    const signs = await read(
      goodFile({2: '2,10002,"$5",1,1,2,3', 3: '3,10003,"+$ 6",1,1,2,3', 4: "4,10004,7 $,1,1,2,3"}),
      mixed,
    );
    expect(Array.from(signs.numbers.credit_limit.slice(1, 4))).toEqual([5, 6, 7]);
  });
});

test("shares that lost their decimal points are one kind of problem that says so", async () => {
  const columns = cardUsage.contract.columns.filter(({role}) => role !== "extra");
  const value = (name: string, i: number) => {
    if (name === "customer_key") return `C${i}`;
    if (name === "full_payment_share") return i % 2 === 0 ? "875" : "0.5";
    return name === "tenure" ? "12" : name.includes("frequency") ? "0.5" : `${1_000 + i}`;
  };
  const rows = Array.from({length: 40}, (_, i) => columns.map(({name}) => value(name, i)).join(","));
  const error = await refusal([columns.map(({header}) => header).join(","), ...rows].join("\n"), cardUsage);
  expect(error.problems).toHaveLength(20);
  expect(withoutFolder(error.message)).toMatchSnapshot();
});

describe("rows that are none", () => {
  test("the header again is one problem a row, named so", async () => {
    const content = goodFile({6: `6,10006,6000,7,1,2,3\n${HEADER}`});
    const {problems} = await refusal(content);
    expect(problems).toEqual([
      {
        file: expect.any(String),
        line: 8,
        column: null,
        found: "the column names again",
        expected: "the column names once, on line 1",
        remedy: "Delete the row.",
      },
    ]);
  });

  test("one line above the header is deleted as one", async () => {
    expect(await complaint(`AllLife Bank\n${goodFile()}`)).toMatch(/Delete line 1\.$/);
  });
});

describe("text in UTF-32", () => {
  const points = Array.from(goodFile(), (character) => character.codePointAt(0) ?? 0);
  const bytes = (little: boolean, marked: boolean) => {
    const buffer = Buffer.alloc(4 * (points.length + (marked ? 1 : 0)));
    [...(marked ? [0xfeff] : []), ...points].forEach((point, i) => {
      if (little) buffer.writeUInt32LE(point, 4 * i);
      else buffer.writeUInt32BE(point, 4 * i);
    });
    return buffer;
  };
  const hasIconv = spawnSync("iconv", ["--version"]).status === 0;

  test.each([
    ["little-endian, marked", true, true],
    ["big-endian, marked", false, true],
    ["little-endian", true, false],
    ["big-endian", false, false],
  ])("%s, is called so, and the command works", async (_, little, marked) => {
    const content = bytes(little, marked);
    const [{found, remedy}] = (await refusal(content)).problems;
    expect(found).toBe("text in UTF-32");
    const [, encoding] = /iconv -f (\S+) -t UTF-8 </.exec(remedy) ?? [];
    expect(encoding).toMatch(/^UTF-32(LE|BE)?$/);
    if (!hasIconv) return;
    const converted = spawnSync("iconv", ["-f", encoding, "-t", "UTF-8"], {input: content});
    expect((await read(converted.stdout)).rows).toBe(12);
  });

  test.each([
    ["utf16le", "UTF-16LE"],
    ["swapped", "UTF-16BE"],
  ])("UTF-16 without a mark is told with the order of its bytes: %s", async (order, encoding) => {
    const content = Buffer.from(goodFile(), "utf16le");
    const [{found, remedy}] = (await refusal(order === "swapped" ? content.swap16() : content)).problems;
    expect(found).toBe("text in UTF-16");
    expect(remedy).toContain(`iconv -f ${encoding} -t UTF-8`);
  });
});

describe("characters that cannot be seen", () => {
  test.each([
    ["a zero-width space", "100\u200b01"],
    ["a soft hyphen", "\u00ad10001"],
    ["a mark of direction", "10001\u202e"],
    ["a space within", "100\u00a001"],
  ])("in a key, beside the same key without, are noted: %s", async (_, key) => {
    const table = await read(goodFile({5: `5,${key},5000,1,1,2,3`}));
    expect(table.rows).toBe(12);
    const noted = rule(table, "customer_key.seen");
    expect(noted).toMatchObject({checked: 12, noted: 1});
    expect(noted.detail).toMatch(/: line 6\.$/);
    expect(noted.detail).not.toContain("10001");
    expect(rule(await read(goodFile()), "customer_key.seen").noted).toBe(0);
  });

  test.each(["\u202e", "\u2066", "\u2069", "\u061c", "\u00ad", "\u2060", "\u{e0001}"])(
    "are escaped in messages: %j",
    async (character) => {
      const {message} = await refusal(goodFile({2: `2,10002,1${character}2,1,1,2,3`}));
      expect(message).not.toContain(character);
      expect(message).toMatch(/found "1(\\u[0-9a-f]{4})+2"/);
    },
  );

  test("are escaped in the names of files", async () => {
    const error = await refusal(goodFile({2: "2,10002,x,1,1,2,3"}), alllife, "bank\u202evsc.csv");
    expect(error.message).not.toContain("\u202e");
    expect(error.message).toContain("bank\\u202evsc.csv, line 3");
  });
});

describe("a file without keys", () => {
  const cut = [HEADER, ...goodRows()].map((row) => row.split(",").toSpliced(1, 1).join(",")).join("\n");

  test("is read where the definition says so: row numbers stand for the customers", async () => {
    const table = await read(cut);
    expect(table.rows).toBe(12);
    expect(table.input.hasKeys).toBe(false);
    expect(rule(table, "rows.keys").noted).toBe(12);
    expect(rule(table, "rows.keys").detail).toContain("cannot be followed");
    expect(rule(table, "rows.key")).toMatchObject({checked: 0, noted: 0});
    const bytes = new TextEncoder().encode(cut);
    const input = {
      path: "alllife.csv",
      name: "alllife.csv",
      bytes,
      sha256: "",
      synthetic: false,
      format: "csv",
    } as const;
    const {customerIds} = await readSource(input, alllife, "a secret of this test");
    expect(customerIds.slice(0, 2)).toEqual(["row1", "row2"]);
    expect(customerIds).toHaveLength(12);
  });

  test("is refused where it does not say so", async () => {
    const columns = alllife.contract.columns.map(({mayBeAbsent, ...column}) => column);
    const {problems} = await refusal(cut, {...alllife, contract: {...alllife.contract, columns}});
    expect(problems.map(({column, found}) => [column, found])).toEqual([["Customer Key", "no such column"]]);
  });

  test("may have an index without a name in front", async () => {
    const indexed = cut.split("\n").map((row, i) => (i === 0 ? `,${row}` : `${i - 1},${row}`));
    expect((await read(indexed.join("\n"))).rows).toBe(12);
  });
});

const TYPED = `SELECT i AS "Sl_No", (10000 + i) AS "Customer Key", (1000.5 * i)::DOUBLE AS "Avg_Credit_Limit",
  (i % 9 + 1) AS "Total_Credit_Cards", 1 AS "Total_visits_bank", 2 AS "Total_visits_online", 3 AS "Total_calls_made" FROM range(1, 13) rows(i)`;

async function readParquet(query: string, definition: DatasetDefinition = alllife) {
  const folder = mkdtempSync(join(tmpdir(), "cardlens-"));
  try {
    const path = join(folder, "alllife.parquet");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    return await readCustomers(path, definition, {synthetic: false});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function refusedParquet(query: string) {
  const error = await readParquet(query).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error("the file was accepted", {cause: error});
  return error.problems;
}

test.each([
  ["Avg_Credit_Limit", "true", "BOOLEAN"],
  ["Avg_Credit_Limit", "TIMESTAMP '2021-03-01'", "TIMESTAMP"],
  ["Total_calls_made", "[1, 2]", "INTEGER[]"],
  ["Total_calls_made", "DATE '2021-03-01'", "DATE"],
  ["Customer Key", "'a'::BLOB", "BLOB"],
  ["Customer Key", "[1, 2]", "INTEGER[]"],
  ["Customer Key", "true", "BOOLEAN"],
  ["Customer Key", "{a: 1}", "STRUCT(a INTEGER)"],
])("a Parquet column %s of %s is one problem, with its type %s", async (column, value, type) => {
  const problems = await refusedParquet(`SELECT * REPLACE (${value} AS "${column}") FROM (${TYPED})`);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({line: null, column, found: `a column of type ${type}`});
});
