import {expect, test} from "vitest";
import {claimVerdicts} from "../../../../data-loaders/edition/multiverse/claimVerdicts.js";
import {withDatabase} from "../../../../data-loaders/engine/tables/database.js";

const rows = "(VALUES (1, true), (2, NULL)) AS t(n, b)";
const claim = (id: string, sql: string, about = [rows]) => ({id, sql, about});

const sound = [
  claim("holds", `SELECT max(n) = 2 FROM ${rows}`),
  claim("fails", `SELECT max(n) = 1 FROM ${rows} -- a remark`),
  claim("ordered", `SELECT n = 1 FROM ${rows} ORDER BY n LIMIT 1`),
  claim("null", `SELECT b FROM ${rows} WHERE n = 2`),
  claim("of nobody", `SELECT count(*) = 0 FROM ${rows} WHERE n > 2`, [rows, `${rows} WHERE n > 2`]),
  claim("no row", `SELECT b FROM ${rows} WHERE n > 2`),
  claim("two rows", `SELECT n > 0 FROM ${rows}`),
];
const expected = {
  holds: "holds",
  fails: "fails",
  ordered: "holds",
  null: "untestable",
  "of nobody": "untestable",
  "no row": "untestable",
  "two rows": "untestable",
};

test("claims that are asked together have the verdicts that each has alone", async () => {
  await withDatabase(async (connection) => {
    expect(await claimVerdicts(connection, sound)).toEqual(expected);
  });
});

test.each([
  ["is no truth value", `SELECT n FROM ${rows} LIMIT 1`],
  ["names no table", "SELECT true FROM missing"],
  ["cannot be computed", `SELECT CAST('word' || n AS INTEGER) > 0 FROM ${rows} LIMIT 1`],
])("a claim that %s takes nothing from the others", async (_, sql) => {
  await withDatabase(async (connection) => {
    const verdicts = await claimVerdicts(connection, [claim("broken", sql), ...sound]);
    expect(verdicts).toEqual({...expected, broken: "untestable"});
  });
});
