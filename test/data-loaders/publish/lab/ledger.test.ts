import {DuckDBInstance} from "@duckdb/node-api";
import {expect, test} from "vitest";
import {Ledger} from "../../../../data-loaders/publish/lab/ledger.js";
import type {EvidenceFile, EvidenceQuery} from "../../../../src/lib/narrative/evidenceFile.js";

const claim = (sql: string): EvidenceQuery => ({
  kind: "claim",
  label: "A claim",
  headers: {},
  sql,
  about: ["bank.customers"],
  value: "holds",
  text: "holds",
  tables: ["bank.customers"],
  figures: [],
  file: "page.sql",
  line: 1,
});

const queries = {
  "bank.holds": claim("SELECT min(calls) > 0 FROM bank.customers"),
  "bank.fails": claim("SELECT max(calls) < 2 FROM bank.customers"),
  "bank.no-column": claim("SELECT min(visits) > 0 FROM bank.customers"),
};

/** Asks the claims of a chapter of two customers, of whom the analysis has made anew all that it says. */
async function ask(others: Record<string, EvidenceQuery>, asBaseline = false) {
  const connection = await (await DuckDBInstance.create(":memory:", {threads: "1"})).connect();
  await connection.run("ATTACH ':memory:' AS bank");
  await connection.run("CREATE TABLE bank.main.customers AS FROM (VALUES (1), (2)) AS customers(calls)");
  const statements: string[] = [];
  const evidence: EvidenceFile = {databases: [], queries: {...queries, ...others}};
  const ledger = new Ledger(evidence, {id: "bank", schema: "bank"}, async (sql) => {
    statements.push(sql);
    const rows = (await connection.runAndReadAll(sql)).getRowsJS();
    return rows.map((row) => row.map((value) => (typeof value === "boolean" ? value : Number(value))));
  });
  if (asBaseline) await ledger.takeAsBaseline();
  const told = () =>
    ledger.ask(
      () => "made anew",
      async () => {},
    );
  const {claims} = await told();
  const before = statements.length;
  await told();
  connection.closeSync();
  return {
    states: Object.fromEntries(
      claims.map(({id, after, tested}) => [id, tested === "again" ? after : tested]),
    ),
    askedTwice: statements.length - before,
  };
}

const others = {"bank.holds": "holds", "bank.fails": "fails", "bank.no-column": "untestable"};

test.each([
  ["cannot be parsed", "SELECT FROM WHERE )"],
  ["calls a function that the engine lacks", "SELECT newer_function(calls) FROM bank.customers"],
  ["gives a function what it does not take there", "SELECT sqrt([calls]) > 0 FROM bank.customers"],
  ["reads what is not there", "SELECT count(*) > 0 FROM read_csv('/no-such-folder/file.csv')"],
])("a claim whose query %s is told apart, and the others are told", async (_, sql) => {
  const {states, askedTwice} = await ask({"bank.broken": claim(sql)});
  expect(states).toEqual({...others, "bank.broken": "not asked"});
  expect(askedTwice).toBe(0);
});

test("a claim that cannot be asked keeps its published verdict where the lab's own run is the baseline", async () => {
  const {states} = await ask(
    {"bank.broken": claim("SELECT newer_function(calls) FROM bank.customers")},
    true,
  );
  expect(states["bank.broken"]).toBe("not asked");
  expect(states["bank.holds"]).toBe("holds");
});
