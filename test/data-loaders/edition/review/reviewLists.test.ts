import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {changesList} from "../../../../data-loaders/edition/review/changesList.js";
import {figuresList} from "../../../../data-loaders/edition/review/figuresList.js";
import type {PageUse} from "../../../../data-loaders/edition/review/pageUses.js";
import {statementsList} from "../../../../data-loaders/edition/review/statementsList.js";
import type {Markup} from "../../../../data-loaders/engine/html/markup.js";
import type {Figure, Statement} from "../../../../data-loaders/narrative/evidence/evaluateQueries.js";

const place = {file: "bank.sql", line: 1, sqlLine: 3, about: []};

function statement(id: string, holds: boolean | null, headers: Record<string, string> = {}): Statement {
  const query = {
    kind: "statement" as const,
    id,
    label: `What ${id} says`,
    headers,
    sql: "SELECT …",
    ...place,
  };
  return {...query, holds, found: "-0.41, from 2-3 to −1"};
}

function figure(id: string): Figure {
  const query = {kind: "figure" as const, id, label: id, headers: {}, sql: "SELECT …", ...place};
  return {...query, value: 1, text: "1"};
}

function use(page: string, id: string): [string, PageUse[]] {
  return [`figure ${id}`, [{kind: "figure", id, line: 4, column: 1, page}]];
}

const parse = (html: Markup | string) => new JSDOM(String(html)).window.document;
const texts = (html: Markup | string, selector: string) =>
  Array.from(parse(html).querySelectorAll(selector), ({textContent}) => textContent.trim());

describe("what the sources said", () => {
  const list = statementsList([
    statement("one", true),
    statement("detail", false),
    statement("unknown", null),
    statement("wrong", false, {consequence: "decision"}),
    statement("weighty", true, {consequence: "decision"}),
  ]);

  test("begins with the errors that would change a decision", () => {
    expect(texts(list, "h2")).toEqual([
      "Errors that would change a decision",
      "Points of detail that do not hold",
      "Statements that cannot be tested",
      "Statements that hold",
    ]);
    expect(texts(list, "td:first-child code")).toEqual(["wrong", "detail", "unknown", "weighty", "one"]);
  });

  test("counts points of detail apart from errors", () => {
    expect(texts(list, "p")[0]).toBe(
      "Of 5 statements, 2 hold, 2 do not, and 1 cannot be tested with these data. Of those that do not hold, 1 would change a decision and 1 would not: they are points of detail.",
    );
  });

  test("prints negative numbers with a minus sign, and leaves ranges alone", () => {
    expect(texts(list, "td:nth-child(3)")[0]).toBe("−0.41, from 2-3 to −1");
  });

  test("leaves out a group in which there is nothing", () => {
    expect(texts(statementsList([statement("one", true)]), "h2")).toEqual(["Statements that hold"]);
  });
});

test("figures stand under the first page that quotes them, closed", () => {
  const uses = new Map([use("src/bank/risk.md", "b"), use("src/bank/index.md", "a")]);
  const list = figuresList(
    [figure("a"), figure("b"), figure("c")],
    uses,
    new Map([["b", "Of a sample: 12 of 40."]]),
  );
  expect(texts(list, "details.review-group > summary")).toEqual([
    "bank/risk 1",
    "bank/index 1",
    "Quoted on no page 1",
  ]);
  expect(parse(list).querySelectorAll("details.review-group[open]").length).toBe(0);
  expect(texts(list, "td:first-child code")).toEqual(["b", "a", "c"]);
  // what is of a sample says so beside its name
  expect(texts(list, "td:first-child small")).toEqual(["Of a sample: 12 of 40."]);
});

test("the changes of a first edition say what the page will show, with an example that is called one", () => {
  const list = changesList(
    null,
    {figures: [], claims: [], statements: [], benchmarks: [], problems: []},
    new Map(),
  );
  expect(texts(list, "h2")).toEqual(["What this page will show"]);
  expect(texts(list, "h2 + p")).toEqual([
    "An example with invented values. It says nothing about this report.",
  ]);
  expect(parse(list).querySelectorAll(".example table").length).toBe(2);
});
