import {describe, expect, test} from "vitest";
import {checkDefinitions} from "../../../../data-loaders/narrative/evidence/checkDefinitions.js";
import {parseQueries} from "../../../../data-loaders/narrative/syntax/parseQueries.js";
import {printed} from "../evidence.js";

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
-- about: bank.customers WHERE credit > 0
-- about: bank.segments
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
        formatLine: 5,
        about: [],
      },
      expect.objectContaining({
        kind: "claim",
        id: "bank.grows",
        sql: "SELECT true",
        line: 9,
        sqlLine: 13,
        about: [
          {from: "bank.customers WHERE credit > 0", line: 11},
          {from: "bank.segments", line: 12},
        ],
      }),
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

  test.each([
    ["on lines of their own", "SELECT 1;\n\n-- next\n  -- one\n", "SELECT 1"],
    ["on the last line", "SELECT 1 -- next; one", "SELECT 1"],
    ["none of which is in quotes", "SELECT '--', \"--\" FROM t -- it's", "SELECT '--', \"--\" FROM t"],
  ])("loses the comments at its end: %s", (_, sql, kept) => {
    expect(parse(`-- figure: a.b\n-- label: B\n${sql}`).queries[0].sql).toBe(kept);
  });

  test("is read at once where a query holds many lines of comment", () => {
    const sql = `SELECT 1\n${"-- why\n".repeat(200)}FROM t`;
    expect(parse(`-- figure: a.b\n-- label: B\n${sql}`).queries[0].sql).toBe(sql);
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
-- about:
SELECT true;
`;
    expect(complaints(text)).toMatchInlineSnapshot(`
      "src/bank/figures.sql:1:1: error: SQL before the first query; begin it with -- figure: id or another kind of query
      src/bank/figures.sql:9:1: error: unknown header "labell" of claim bank.odd; known: label, about, evidence, figures
      src/bank/figures.sql:10:1: error: unknown header "unit" of claim bank.odd; known: label, about, evidence, figures
      src/bank/figures.sql:11:1: error: about of claim bank.odd names nothing; write a table, with a condition or without, as in -- about: bank.customers WHERE calls > 0
      src/bank/figures.sql:2:1: error: invalid figure id; not of the form chapter.name in lower case: Bank
      src/bank/figures.sql:2:1: error: figure Bank has no label; add a line -- label: …
      src/bank/figures.sql:5:1: error: figure bank.empty has no query
      src/bank/figures.sql:8:1: error: claim bank.odd has no label; add a line -- label: …"
    `);
  });
});

test("two queries of the same id are an error at the second, with the place of the first", () => {
  const {queries} = parse(
    "-- figure: a.one\n-- label: One\nSELECT 1;\n\n-- claim: a.one\n-- label: Again\n-- about: bank.customers\n-- evidence: description\nSELECT true;\n",
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
    src/bank/figures.sql:10:1: error: claim a.is does not say what it is about; add a line -- about: … with what its sentence speaks of, as in -- about: bank.customers WHERE calls > 0
    src/bank/figures.sql:10:1: advice: claim a.is does not say how strong it is; add a line -- evidence: …"
  `);
});

test("a claim rests on figures that exist", () => {
  const {queries} = parse(
    "-- figure: a.one\n-- label: One\nSELECT 1;\n\n-- claim: a.is\n-- label: Is\n-- about: bank.customers\n-- evidence: description\n-- figures: a.one, a.onne\nSELECT true;\n",
  );
  expect(printed(checkDefinitions(queries))).toMatchInlineSnapshot(
    `"src/bank/figures.sql:5:1: error: claim a.is rests on no figure a.onne; did you mean a.one?"`,
  );
});

describe("a family of queries", () => {
  const family = `-- each action: call-backs, staffing

-- figure: bank.do.{action}.customers
-- label: Customers of {action}
-- format: ,d
SELECT customers
FROM bank.actions WHERE action = '{action}';

-- figure: bank.all
-- label: All
SELECT count(*) FROM bank.actions;

-- claim: bank.{action}-pays
-- label: Pays
-- about: bank.actions WHERE action = '{action}'
-- figures: bank.do.{action}.customers
SELECT true; -- each action
`;

  test("gives a plain query for each value, at the family's place", () => {
    const {queries, problems} = parse(family);
    expect(problems).toEqual([]);
    expect(queries.map(({id}) => id)).toEqual([
      "bank.do.call-backs.customers",
      "bank.do.staffing.customers",
      "bank.all",
      "bank.call-backs-pays",
      "bank.staffing-pays",
    ]);
    expect(queries[1]).toEqual({
      kind: "figure",
      id: "bank.do.staffing.customers",
      label: "Customers of staffing",
      headers: {format: ",d"},
      sql: "SELECT customers\nFROM bank.actions WHERE action = 'staffing'",
      file: "src/bank/figures.sql",
      line: 3,
      sqlLine: 6,
      formatLine: 5,
      about: [],
    });
    expect(queries[4].headers).toEqual({figures: "bank.do.staffing.customers"});
    expect(queries[4].about).toEqual([{from: "bank.actions WHERE action = 'staffing'", line: 15}]);
  });

  test("takes the values of the last list above it", () => {
    const text = `-- each action: one two
-- figure: a.{action}
-- label: A
SELECT 1;
-- each action: three
-- claim: a.{action}-is
-- label: A
SELECT true;
`;
    const {queries, problems} = parse(text);
    expect(problems).toEqual([]);
    expect(queries.map(({id}) => id)).toEqual(["a.one", "a.two", "a.three-is"]);
    expect(queries[0].sql).toBe("SELECT 1");
  });

  test("has all combinations of several placeholders", () => {
    const text =
      "-- each who: a b\n-- each what: x y\n-- figure: bank.{who}.{what}\n-- label: L\nSELECT '{who}{what}';\n";
    expect(parse(text).queries.map(({id, sql}) => [id, sql])).toEqual([
      ["bank.a.x", "SELECT 'ax'"],
      ["bank.a.y", "SELECT 'ay'"],
      ["bank.b.x", "SELECT 'bx'"],
      ["bank.b.y", "SELECT 'by'"],
    ]);
  });

  test("is refused with every mistake at its line, once for the family", () => {
    const text = `-- each: one two
-- each action:
-- each unused: one
-- each action: one One one
-- figure: a.{acton}
-- label: Misspelt
SELECT 1;
-- figure: a.plain
-- label: Without it
SELECT '{action}';
-- figure: a.{action}
SELECT '{acton}';
`;
    expect(complaints(text)).toMatchInlineSnapshot(`
      "src/bank/figures.sql:1:1: error: each needs a name in lower case, as in -- each action: one two; found: -- each: one two
      src/bank/figures.sql:2:1: error: each action has no values; write -- each action: one two
      src/bank/figures.sql:4:1: error: each action: invalid value; not of lower case, digits and hyphens: One
      src/bank/figures.sql:4:1: error: each action: value is there twice: one
      src/bank/figures.sql:11:1: error: figure a.{action} has no label; add a line -- label: …
      src/bank/figures.sql:5:1: error: figure a.{acton}: no values for {acton}; add a line -- each acton: … above it; did you mean action?
      src/bank/figures.sql:8:1: error: figure a.plain uses {action}, which its id does not hold
      src/bank/figures.sql:11:1: error: figure a.{action} uses {acton}, which its id does not hold; did you mean action?
      src/bank/figures.sql:3:1: error: each unused: no id from here on holds {unused}; take the line out"
    `);
    expect(parse(text).queries.map(({id}) => id)).toEqual(["a.plain", "a.one"]);
  });

  test("is no matter of braces that name no list", () => {
    const text = "-- figure: a.b\n-- label: B\nSELECT regexp_matches('ab', '[a-z]{2}') AND '{x}' <> '';\n";
    expect(parse(text)).toMatchObject({problems: [], queries: [{id: "a.b"}]});
  });
});
