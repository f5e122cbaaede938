import {describe, expect, test} from "vitest";
import {createTable, withDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {double} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {parseRule} from "../../../../data-loaders/publish/scoring/parseRule.js";
import {ruleHolds, ruleSql, variablesOf} from "../../../../src/lib/scoring/rule.js";

/** Each variable with each of these values, NaN for a missing one. */
const values = [Number.NaN, -1.5, 0, 2, 40_000];
const rows = values.flatMap((a) => values.map((b) => ({a, b})));

/** What the engine answers to a rule. */
async function answers(rule: string): Promise<(boolean | null)[]> {
  return withDatabase(async (connection) => {
    const columns = [
      double(
        "a",
        "",
        rows.map(({a}) => a),
      ),
      double(
        "b",
        "",
        rows.map(({b}) => b),
      ),
    ];
    await createTable(connection, "memory", {name: "customers", definition: "", columns});
    const result = await connection.runAndReadAll(`SELECT ${rule} FROM memory.customers`);
    return result.getRows().map(([answer]) => (answer === null ? null : Boolean(answer)));
  });
}

describe("a label's rule", () => {
  test.each([
    "a < 40000",
    "a < b",
    "a >= 2 AND b <= 0",
    "a = 2 OR NOT (b > 1e3 AND a <> -1.5)",
    "a BETWEEN -1.5 AND 2.5",
    "NOT (a BETWEEN 0 AND b)",
    "a IS NULL OR b IS NOT NULL AND a < 1",
    "-a + 2.5 * b > a / 3",
    "a - 0.25 < b OR a + b IS NULL",
  ])("%s gives the engine's answers, as a tree and as SQL", async (expression) => {
    const rule = await parseRule(expression, ["a", "b"]);
    if (rule === undefined) throw new Error("it was not understood");
    const expected = await answers(expression);
    expect(rows.map((row) => ruleHolds(rule, row))).toEqual(expected);
    expect(await answers(ruleSql(rule))).toEqual(expected);
    expect(new Set(expected).size, "the values try it").toBeGreaterThan(1);
  });

  test("names its variables once, in its order", async () => {
    const rule = await parseRule("b < 2 AND (a > 1 OR b > 7)", ["a", "b"]);
    expect(rule && variablesOf(rule)).toEqual(["b", "a"]);
  });

  test.each([
    "defaulted = 'yes'",
    "ln(a) > 1",
    "a < c",
    "a IN (1, 2)",
    "a < NULL",
    "a / b > 1",
    "a / 0 > 1",
    "a <",
  ])("%s is not one that a page can apply", async (expression) => {
    expect(await parseRule(expression, ["a", "b"])).toBeUndefined();
  });
});
