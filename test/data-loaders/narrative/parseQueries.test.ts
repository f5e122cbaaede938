import {describe, expect, test} from "vitest";
import {checkDefinitions} from "../../../data-loaders/narrative/checkDefinitions.js";
import {parseQueries} from "../../../data-loaders/narrative/parseQueries.js";
import {printed} from "./evidence.js";

const parse = (text: string) => parseQueries(text, "src/bank/figures.sql");
const complaints = (text: string) => printed(parse(text).problems);

describe("a file of named queries", () => {
  test("gives each query its id, headers, SQL and place", () => {
    const text = `-- Figures of the bank.

-- figure: bank.customers
-- label: Customers
-- format: ,d
SELECT count(*)
FROM bank.customers; -- all of them

-- claim: bank.grows
-- label: It grows
SELECT true
`;
    const {queries, problems} = parse(text);
    expect(problems).toEqual([]);
    expect(queries).toEqual([
      {
        kind: "figure",
        id: "bank.customers",
        label: "Customers",
        headers: {format: ",d"},
        sql: "SELECT count(*)\nFROM bank.customers",
        file: "src/bank/figures.sql",
        line: 3,
        sqlLine: 6,
      },
      expect.objectContaining({kind: "claim", id: "bank.grows", sql: "SELECT true", line: 9, sqlLine: 11}),
    ]);
  });

  test.each(["\n", "\r\n", "\r"])("is read with line ends %j", (end) => {
    const text = ["-- figure: a.b", "-- label: B", "SELECT 1", "  AS b;", ""].join(end);
    expect(parse(text)).toMatchObject({problems: [], queries: [{sql: "SELECT 1\n  AS b", sqlLine: 3}]});
  });

  test("may hold comments and empty lines within a query", () => {
    const text = "-- figure: a.b\n-- label: B\nSELECT\n\n-- label: not a header here\n1;\n";
    expect(parse(text)).toMatchObject({
      problems: [],
      queries: [{label: "B", sql: "SELECT\n\n-- label: not a header here\n1"}],
    });
  });

  test("is refused with every mistake at its line", () => {
    const text = `SELECT 0;
-- figure: Bank
SELECT 1;

-- figure: bank.empty
-- label: Nothing

-- claim: bank.odd
-- labell: Misspelt
-- unit: customers
SELECT true;
`;
    expect(complaints(text)).toMatchInlineSnapshot(`
      "src/bank/figures.sql:1:1: error: SQL before the first query; begin it with -- figure: id or another kind of query
      src/bank/figures.sql:9:1: error: unknown header "labell" of claim bank.odd; known: label, evidence, figures
      src/bank/figures.sql:10:1: error: unknown header "unit" of claim bank.odd; known: label, evidence, figures
      src/bank/figures.sql:2:1: error: invalid figure id; not of the form chapter.name in lower case: Bank
      src/bank/figures.sql:2:1: error: figure Bank has no label; add a line -- label: …
      src/bank/figures.sql:5:1: error: figure bank.empty has no query
      src/bank/figures.sql:8:1: error: claim bank.odd has no label; add a line -- label: …"
    `);
  });
});

test("two queries of the same id are an error at the second, with the place of the first", () => {
  const {queries} = parse(
    "-- figure: a.one\n-- label: One\nSELECT 1;\n\n-- claim: a.one\n-- label: Again\n-- evidence: description\nSELECT true;\n",
  );
  expect(printed(checkDefinitions(queries))).toMatchInlineSnapshot(
    `"src/bank/figures.sql:5:1: error: a.one is defined already at src/bank/figures.sql:1; give one of them another id"`,
  );
});

test("a query that is there already, and a claim that does not say how strong it is, are advice", () => {
  const {queries} = parse(
    "-- figure: a.one\n-- label: One\nSELECT 1;\n\n-- figure: a.uno\n-- label: Uno\nselect\n 1;\n\n-- claim: a.is\n-- label: Is\nSELECT true;\n",
  );
  expect(printed(checkDefinitions(queries))).toMatchInlineSnapshot(`
    "src/bank/figures.sql:5:1: advice: figure a.uno has the query of a.one (src/bank/figures.sql:1); keep one of them
    src/bank/figures.sql:10:1: advice: claim a.is does not say how strong it is; add a line -- evidence: …"
  `);
});

test("a claim rests on figures that exist", () => {
  const {queries} = parse(
    "-- figure: a.one\n-- label: One\nSELECT 1;\n\n-- claim: a.is\n-- label: Is\n-- evidence: description\n-- figures: a.one, a.onne\nSELECT true;\n",
  );
  expect(printed(checkDefinitions(queries))).toMatchInlineSnapshot(
    `"src/bank/figures.sql:5:1: error: claim a.is rests on no figure a.onne; did you mean a.one?"`,
  );
});
