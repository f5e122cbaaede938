import {existsSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {CustomerTable} from "../../../data-loaders/source/customers.js";
import {readCustomers} from "../../../data-loaders/source/readCustomers.js";
import {alllife, cardUsage} from "../../definitions.js";

const ALLLIFE = "../shared/data/alllife.csv";
const CARD_USAGE = "../shared/data/ccgeneral.csv";

function mean(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function noted({quality}: CustomerTable): Record<string, [number, string]> {
  return Object.fromEntries(
    quality.filter((rule) => rule.noted > 0).map((rule) => [rule.id, [rule.noted, rule.detail]]),
  );
}

function skipWithout(path: string) {
  return {skip: existsSync(path) ? false : `${path} is absent`};
}

describe("the published AllLife file", () => {
  const {skip} = skipWithout(ALLLIFE);

  test.skipIf(skip)(`has 660 rows with the published means${skip ? ` (skipped: ${skip})` : ""}`, async () => {
    const table = await readCustomers(ALLLIFE, alllife, {synthetic: false});
    expect(table.rows).toBe(660);
    expect(Object.keys(table.text)).toEqual(["customer_key"]);
    const means = Object.fromEntries(
      Object.entries(table.numbers).map(([name, values]) => [name, mean(values)]),
    );
    expect(means.credit_limit).toBeCloseTo(34574.2424, 4);
    expect(means.credit_cards).toBeCloseTo(4.7061, 4);
    expect(means.branch_visits).toBeCloseTo(2.403, 4);
    expect(means.online_visits).toBeCloseTo(2.6061, 4);
    expect(means.calls).toBeCloseTo(3.5833, 4);
    expect(table.input).toEqual({
      name: "alllife.csv",
      bytes: 21104,
      sha256: "b465a21d08e683bebb033e5bec386403e3da64f80bba90d9c39aa882006ca6f4",
      rows: 660,
      synthetic: false,
      hasKeys: true,
    });
  });

  test.skipIf(skip)("notes its blemishes by line, without a customer's key", async () => {
    const table = await readCustomers(ALLLIFE, alllife, {synthetic: false});
    expect(noted(table)).toMatchSnapshot();
    const published = JSON.stringify(table.quality);
    for (const key of table.text.customer_key) expect(published).not.toContain(key);
  });
});

describe("the published card-usage file", () => {
  const {skip} = skipWithout(CARD_USAGE);

  test.skipIf(skip)(`has 8,950 rows, 313 and 1 missing${skip ? ` (skipped: ${skip})` : ""}`, async () => {
    const table = await readCustomers(CARD_USAGE, cardUsage, {synthetic: false});
    expect(table.rows).toBe(8950);
    expect(Object.keys(table.numbers)).toHaveLength(17);
    expect(table.numbers.minimum_payments.filter(Number.isNaN)).toHaveLength(313);
    expect(table.numbers.credit_limit.filter(Number.isNaN)).toHaveLength(1);
    expect(mean(table.numbers.balance)).toBeCloseTo(1564.4748276781, 8);
    expect(Math.max(...table.numbers.cash_advance_frequency)).toBe(1.5);
  });

  test.skipIf(skip)("notes its blemishes by line", async () => {
    expect(noted(await readCustomers(CARD_USAGE, cardUsage, {synthetic: false}))).toMatchSnapshot();
  });
});
