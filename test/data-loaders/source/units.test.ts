import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import type {ColumnRule, DatasetDefinition} from "../../../data-loaders/datasets/dataset.js";
import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {unitNotes} from "../../../data-loaders/source/units.js";
import {csvRecords} from "../../../src/lib/input/csvRecords.js";
import {plainHeader} from "../../../src/lib/input/plainHeader.js";
import {alllife, cardUsage} from "../../definitions.js";
import {complaint, read, refusal, rule} from "./fixture.js";

/** The embedded sample with the cells of some columns changed. */
function sampleWith(
  definition: DatasetDefinition,
  change: (value: number, column: ColumnRule, row: number) => number | string,
): string {
  const [header, ...rows] = csvRecords(readFileSync(samplePath(definition)), ",").records;
  const columns = header.cells.map((name) =>
    definition.contract.columns.find(
      (column) => plainHeader(column.header) === plainHeader(name) && column.role === "feature",
    ),
  );
  const lines = rows.map(({cells}, i) =>
    cells.map((cell, j) => {
      const column = columns[j];
      if (column === undefined || cell === "") return cell;
      return String(change(Number(cell.replaceAll(",", "")), column, i));
    }),
  );
  return [header.cells, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n");
}

function withColumn(
  definition: DatasetDefinition,
  name: string,
  change: Partial<ColumnRule>,
): DatasetDefinition {
  const columns = definition.contract.columns.map((column) =>
    column.name === name ? {...column, ...change} : column,
  );
  return {...definition, contract: {...definition.contract, columns}};
}

describe("a unit that is off by a power of ten", () => {
  const limitTimes = (factor: number) =>
    sampleWith(alllife, (value, {name}) => (name === "credit_limit" ? value * factor : value));

  test.each([
    ["thousands", 0.001],
    ["times a thousand", 1_000],
    ["cents", 100],
  ])("stops the build in one line: limits in %s", async (_, factor) => {
    expect(await complaint(limitTimes(factor))).toMatchSnapshot();
  });

  test("is declared by a factor, which is noted", async () => {
    const definition = withColumn(alllife, "credit_limit", {factor: 1_000});
    const table = await read(limitTimes(0.001), definition);
    expect(table.numbers.credit_limit).toEqual((await read(limitTimes(1))).numbers.credit_limit);
    expect(rule(table, "credit_limit.factor")).toMatchObject({noted: table.rows});
    expect(rule(table, "credit_limit.factor").detail).toContain("multiplied by 1,000");
  });

  test.each([
    ["ten times too large", 10, "multiple of 10,000", "declare factor: 0.1 in"],
    ["ten times too small", 0.1, "multiple of 100,", "declare factor: 10 in"],
  ])(
    "is noted by its steps where the median does not tell: limits %s",
    async (times, factor, steps, remedy) => {
      const table = await read(limitTimes(factor));
      const found = rule(table, "credit_limit.step");
      expect(found).toMatchObject({
        noted: table.rows,
        detail: expect.stringContaining(`the unit looks ${times}`),
      });
      expect(found.detail).toContain(steps);
      expect(found.detail).toContain(remedy);
      expect(unitNotes("limits.csv", table.quality)).toEqual([`limits.csv, credit_limit: ${found.detail}`]);
    },
  );

  test("is not found in limits that are only less round, or few", async () => {
    const limits = (change: (value: number, row: number) => number) =>
      sampleWith(alllife, (value, {name}, row) => (name === "credit_limit" ? change(value, row) : value));
    for (const content of [
      limits((value, row) => value + (row % 2) * 500),
      limits((value) => value + 0.01),
      limits((value) => (value > 20_000 ? 80_000 : 20_000)),
    ])
      expect(unitNotes("limits.csv", (await read(content)).quality)).toEqual([]);
  });

  test("of all amounts of a file is one problem that names the columns", async () => {
    const content = sampleWith(cardUsage, (value, {unit}) => (unit === "$" ? value * 100 : value));
    expect(await complaint(content, cardUsage)).toMatchSnapshot();
  });

  test("of a column most of whose values are zero is found by the others", async () => {
    const content = sampleWith(cardUsage, (value, {name}) =>
      name === "cash_advance" ? value * 1_000 : value,
    );
    expect(await complaint(content, cardUsage)).toMatch(
      /column "CASH_ADVANCE": found a median of 1,1\d\d,\d+(\.\d+)?, 1,000 times too large/,
    );
  });

  test("of a column in which a few values are other than zero is not judged by these", async () => {
    const content = sampleWith(cardUsage, (value, {name}, row) =>
      name === "cash_advance" ? (row % 4 === 0 ? 100_000_000 : 0) : value,
    );
    const table = await read(content, cardUsage);
    expect(table.quality.map(({id}) => id)).not.toContain("cash_advance.median");
  });

  test("of ten is found by the steps of nearly all limits", async () => {
    const content = sampleWith(cardUsage, (value, {unit}) => (unit === "$" ? value * 10 : value));
    const notes = unitNotes("cards.csv", (await read(content, cardUsage)).quality);
    expect(notes).toEqual([
      expect.stringContaining("Nearly every value is a multiple of 1,000, where 100 is usual"),
    ]);
  });

  test("is not found where the median is just beyond its range: that is noted", async () => {
    const content = sampleWith(cardUsage, (value, {name}) =>
      name === "credit_limit" ? 0.09 * value : value,
    );
    const table = await read(content, cardUsage);
    const noted = rule(table, "credit_limit.median");
    expect(noted.noted).toBe(table.rows);
    expect(noted.detail).toMatch(/^The median is 2\d\d/);
  });

  test("is not found where the median is only unusual: that is noted", async () => {
    const content = sampleWith(alllife, (value, {name}) =>
      name === "credit_limit" ? Math.min(value, 0) : value,
    );
    const table = await read(content, withColumn(alllife, "credit_limit", {min: 0}));
    expect(rule(table, "credit_limit.median")).toMatchObject({
      noted: table.rows,
      detail: expect.stringContaining("The median is 0."),
    });
  });

  test.each([alllife, cardUsage])(
    "is not found in the sample of $title, nor is anything far beyond",
    async (definition) => {
      const table = await read(readFileSync(samplePath(definition)), definition);
      const found = table.quality.filter(
        ({id, noted}) => /\.(median|tail|factor|step)$/.test(id) && noted > 0,
      );
      expect(found).toEqual([]);
    },
  );
});

describe("a file that is standardised already", () => {
  test.each([alllife, cardUsage])("is refused in one line: $title", async (definition) => {
    const {numbers} = await read(readFileSync(samplePath(definition)), definition);
    const scales = Object.fromEntries(
      Object.entries(numbers).map(([name, values]) => {
        const known = values.filter((value) => !Number.isNaN(value));
        const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
        const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
        return [name, {mean, sd}];
      }),
    );
    const content = sampleWith(definition, (value, {name}) => (value - scales[name].mean) / scales[name].sd);
    const {problems} = await refusal(content, definition);
    expect(problems).toHaveLength(1);
    expect(problems[0].found).toBe(
      `values that look standardised: mean 0 and standard deviation 1 in ${Object.keys(numbers).length} columns`,
    );
  });
});

describe("checks between columns, and of a column's own tail", () => {
  test("24 amounts a thousand times too large are noted, each way that they show", async () => {
    const content = sampleWith(cardUsage, (value, {name}, row) =>
      (name === "balance" || name === "payments") && row % 373 === 0 ? 1_000 * (value + 1_000) : value,
    );
    const table = await read(content, cardUsage);
    for (const id of ["balance.range", "balance.tail", "payments.range", "payments.tail"])
      expect(rule(table, id).noted).toBe(24);
    expect(rule(table, "relation.balance-limit").noted).toBeGreaterThanOrEqual(24);
    expect(rule(table, "relation.payments-owed").noted).toBeGreaterThanOrEqual(24);
    expect(rule(table, "balance.tail").detail).toMatch(
      /^24 rows over ten times [\d,.]+, kept: lines 2, 375, /,
    );
  });

  test("one limit of 999,000,000 among 660 is noted", async () => {
    const content = sampleWith(alllife, (value, {name}, row) =>
      name === "credit_limit" && row === 300 ? 999_000_000 : value,
    );
    const table = await read(content);
    expect(rule(table, "credit_limit.range").noted).toBe(1);
    expect(rule(table, "credit_limit.tail").noted).toBe(1);
  });

  test("a row that contradicts itself is noted by its line; a missing value is not checked", async () => {
    const content = sampleWith(cardUsage, (value, {name}, row) => {
      if (row === 5 && name === "purchase_transactions") return 0;
      if (row === 5 && (name === "purchases" || name === "one_off_purchases")) return 900;
      if (row === 5 && name === "installment_purchases") return 0;
      return row === 5 && name === "purchases_frequency" ? 1 : value;
    });
    const table = await read(content, cardUsage);
    expect(rule(table, "relation.purchase-months").detail).toBe("1 row where that is not so, kept: line 7.");
    expect(rule(table, "relation.purchases-counted").detail).toBe(
      "1 row where that is not so, kept: line 7.",
    );
    const missing = table.numbers.credit_limit.filter(Number.isNaN).length;
    expect(rule(table, "relation.balance-limit").checked).toBe(table.rows - missing);
  });
});
