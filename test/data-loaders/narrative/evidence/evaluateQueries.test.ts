import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {benchmarkVerdict} from "../../../../data-loaders/edition/review/benchmarksList.js";
import {writeDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {double, integer} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {evaluateQueries} from "../../../../data-loaders/narrative/evidence/evaluateQueries.js";
import type {PublishedDatabase} from "../../../../data-loaders/narrative/evidence/withPublished.js";
import {parseBenchmarks} from "../../../../data-loaders/narrative/syntax/parseBenchmarks.js";
import {parseQueries} from "../../../../data-loaders/narrative/syntax/parseQueries.js";
import {printed} from "../evidence.js";

let folder: string;
let databases: PublishedDatabase[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-"));
  const columns = [integer("id", "Id", [0, 1, 2, 3]), double("credit", "Credit", [0, 1.5, 3, 4.5])];
  await writeDatabase(folder, "bank", "bank.duckdb", [{name: "customers", definition: "Customers", columns}]);
  databases = [{schema: "bank", path: join(folder, "bank.duckdb"), key: ""}];
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function evaluate(...queries: string[]) {
  const text = queries.map((query) => `${query}\n`).join("\n");
  return evaluateQueries(databases, parseQueries(text, "src/bank/figures.sql").queries);
}

/** The same of a row of a table of benchmarks. */
function evaluateTable(row: string) {
  const text = `id,label,published,tolerance,software,query,format\n${row}\n`;
  return evaluateQueries(databases, parseBenchmarks(text, "src/bank/benchmarks.csv").queries);
}

const figure = (sql: string, format = "") => `-- figure: bank.it\n-- label: It\n-- format: ${format}\n${sql}`;

describe("a figure", () => {
  test.each([
    ["SELECT count(*) FROM bank.customers", ",d", 4, "4"],
    ["SELECT avg(credit) FROM bank.customers", "$.2f", 2.25, "$2.25"],
    ["SELECT 12345678901::HUGEINT", ",d", 12345678901, "12,345,678,901"],
    ["SELECT 0.125::DECIMAL(5, 3)", ".1%", 0.125, "12.5%"],
    ["SELECT 'Premium'", "", "Premium", "Premium"],
    ["SELECT 3", "words", 3, "three"],
    ["SELECT true", "", true, "true"],
    ["SELECT avg(credit) FROM bank.customers WHERE id > 99", "$.2f", null, "no value"],
    ["SELECT id FROM bank.customers WHERE id > 99", ",d", null, "no value"],
  ])("of %s in format %j is %j, printed %j", async (sql, format, value, text) => {
    const {figures, problems} = await evaluate(figure(sql, format));
    expect(problems).toEqual([]);
    expect(figures).toMatchObject([{id: "bank.it", value, text}]);
  });

  test("with a format that is none fails at the line of its format, and is named", async () => {
    const {figures, problems} = await evaluate("", figure("SELECT 3", ".0z%"));
    expect(figures).toEqual([]);
    expect(printed(problems)).toBe(
      "src/bank/figures.sql:5:1: error: figure bank.it: invalid format; not a d3 format (as ,d or .1%), words, Words or times: .0z%",
    );
    expect(problems.map(({id}) => id)).toEqual(["bank.it"]);
  });

  test.each(["SELECT 'Premium'", "SELECT NULL"])(
    "with a format that is none fails whatever its value is: %s",
    async (sql) => {
      const {figures, problems} = await evaluate(figure(sql, ".0z%"));
      expect(figures).toEqual([]);
      expect(printed(problems)).toContain(
        "invalid format; not a d3 format (as ,d or .1%), words, Words or times: .0z%",
      );
    },
  );

  test("of a family is computed for each value; a mistake names the one it is in, at its line", async () => {
    const {figures, problems} = await evaluate(
      "-- each column: credit debt",
      "-- figure: bank.{column}.mean\n-- label: Mean {column}\nSELECT avg({column})\nFROM bank.customers",
    );
    expect(figures).toMatchObject([{id: "bank.credit.mean", label: "Mean credit", value: 2.25}]);
    expect(printed(problems)).toMatch(
      /^src\/bank\/figures\.sql:5:\d+: error: figure bank\.debt\.mean: .*"debt"/,
    );
  });

  test.each([
    ["two rows", "SELECT id FROM bank.customers WHERE id < 2"],
    ["two columns", "SELECT 1, 2"],
    ["a date", "SELECT DATE '2024-01-01'"],
    ["a list", "SELECT [1, 2]"],
    ["a mistake in the second line", "SELECT count(*)\nFROM bank.custmers"],
    ["a mistake in syntax", "SELEC 1"],
    ["a format that is none", "SELECT 1", "%%"],
  ])("that gives %s is an error at its line", async (_, sql, format = "") => {
    const {figures, problems} = await evaluate(figure(sql, format));
    expect(figures).toEqual([]);
    expect(printed(problems)).toMatchSnapshot();
  });
});

describe("a claim", () => {
  const claimed = (sql: string, ...about: string[]) =>
    ["-- claim: bank.it", "-- label: It", ...about.map((from) => `-- about: ${from}`), sql].join("\n");

  test.each([
    ["holds", "SELECT true"],
    ["fails", "SELECT false"],
    ["untestable", "SELECT avg(credit) > 2 FROM bank.customers WHERE id > 99"],
  ])("%s as its query says: %s", async (verdict, sql) => {
    const {claims, problems} = await evaluate(claimed(sql));
    expect({problems, verdicts: claims.map((claim) => claim.verdict)}).toEqual({
      problems: [],
      verdicts: [verdict],
    });
  });

  test.each([
    ["holds", ["bank.customers"]],
    ["holds", ["bank.customers WHERE id = 1", "(SELECT 1)"]],
    ["untestable", ["bank.customers WHERE id > 99"]],
    ["untestable", ["bank.customers", "bank.customers WHERE credit < 0"]],
  ])("over an empty set is never true (%s, %j)", async (verdict, about) => {
    const {claims, problems} = await evaluate(claimed("SELECT true", ...about));
    expect({problems, verdicts: claims.map((claim) => claim.verdict)}).toEqual({
      problems: [],
      verdicts: [verdict],
    });
  });

  test("may give no row where nothing is there that it is about", async () => {
    const sql = "SELECT credit > 1 FROM bank.customers WHERE id = 99";
    const empty = await evaluate(claimed(sql, "bank.customers WHERE id = 99"));
    expect(empty.problems).toEqual([]);
    expect(empty.claims).toMatchObject([{verdict: "untestable"}]);
    expect(printed((await evaluate(claimed(sql))).problems)).toContain("gives 0 rows of 1 columns");
  });

  test("is an error at its own lines where its query or what it is about is wrong, also with nothing to test", async () => {
    const {problems} = await evaluate(claimed("SELECT nothing", "bank.customers WHERE id = 99"));
    expect(printed(problems)).toMatch(/^src\/bank\/figures\.sql:4:8: error: claim bank\.it: .*"nothing"/);
    const about = await evaluate(claimed("SELECT true", "bank.customers", "bank.customer"));
    expect(printed(about.problems)).toMatch(
      /^src\/bank\/figures\.sql:4:1: error: claim bank\.it: about: .*customer/,
    );
  });

  test.each(["SELECT 1", "SELECT 'true'"])("is an error where %s is its query", async (sql) => {
    const {claims, problems} = await evaluate(`-- claim: bank.it\n-- label: It\n${sql}`);
    expect(claims).toEqual([]);
    expect(printed(problems)).toMatchSnapshot();
  });
});

test("a benchmark with a format that is none fails at the line of its format", async () => {
  const {benchmarks, problems} = await evaluateTable("bank.it,It,1,0,R,SELECT 1,.0z%");
  expect(benchmarks).toEqual([]);
  expect(printed(problems)).toBe(
    "src/bank/benchmarks.csv:2:1: error: benchmark bank.it: invalid format; not a d3 format (as ,d or .1%), words, Words or times: .0z%",
  );
});

describe("NULL", () => {
  test("is a statement that these data cannot test", async () => {
    const {statements} = await evaluate("-- statement: bank.it\n-- label: It\nSELECT NULL::BOOLEAN, NULL");
    expect(statements).toMatchObject([{holds: null, found: "nothing"}]);
  });

  test.each(["NULL", "'NaN'::DOUBLE"])("is a benchmark that cannot be compared (%s)", async (value) => {
    const {benchmarks, problems} = await evaluateTable(`bank.it,It,1,0,R,SELECT ${value},`);
    expect(problems).toEqual([]);
    expect(benchmarks.map((benchmark) => [benchmark.value, benchmarkVerdict(benchmark, false)])).toEqual([
      [null, "no value"],
    ]);
  });

  test.each(["'NaN'::DOUBLE", "'-Infinity'::DOUBLE"])("is what a figure of %s has", async (value) => {
    const {figures, problems} = await evaluate(`-- figure: bank.it\n-- label: It\nSELECT ${value}`);
    expect({problems, figures: figures.map((figure) => [figure.value, figure.text])}).toEqual({
      problems: [],
      figures: [[null, "no value"]],
    });
  });
});

test("all queries that fail are reported, and the others have their values", async () => {
  const {figures, problems} = await evaluate(
    "-- figure: a.one\n-- label: One\nSELECT 1",
    "-- figure: a.two\n-- label: Two\nSELECT nothing",
    "-- figure: a.four\n-- label: Four\nSELECT 4",
    "-- figure: a.three\n-- label: Three\nSELECT nothing",
  );
  expect(figures.map(({id}) => id)).toEqual(["a.one", "a.four"]);
  expect(problems.map(({line, message}) => [line, message.split("\n")[0]])).toMatchInlineSnapshot(`
    [
      [
        7,
        "figure a.two: Binder Error: Referenced column "nothing" was not found because the FROM clause is missing",
      ],
      [
        15,
        "figure a.three: Binder Error: Referenced column "nothing" was not found because the FROM clause is missing",
      ],
    ]
  `);
});
