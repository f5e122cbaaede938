import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
  truth,
} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {groupedTable} from "../../../../data-loaders/publish/disclosure/groupedTable.js";
import {groupRows} from "../../../../data-loaders/publish/disclosure/groupRows.js";
import {measureRows} from "../../../../data-loaders/publish/disclosure/measureRows.js";

const customers = fc.array(
  fc.record({
    segment: fc.constantFrom("a", "b", "rare"),
    region: fc.constantFrom("north", "south", "west"),
    highRisk: fc.option(fc.boolean()),
    limit: fc.double({min: 0, max: 1e6, noNaN: true}),
    calls: fc.integer({min: 0, max: 9}),
  }),
  {minLength: 1, maxLength: 400},
);

interface Customer {
  segment: string;
  region: string;
  highRisk: boolean | null;
  limit: number;
  calls: number;
}

function tableOf(rows: readonly Customer[]): PublishedTable {
  return table("customers", "Customers.", rows, [
    text("customer_id", "Pseudonym.", (_, i) => `c${i}`),
    integer("row_number", "Row.", (_, i) => i + 1),
    text("segment", "Segment.", (r) => r.segment),
    text("region", "Region.", (r) => r.region),
    truth("high_risk", "Label.", (r) => r.highRisk),
    double("limit", "Limit.", (r) => r.limit),
    integer("calls", "Calls.", (r) => r.calls),
  ]);
}

const published = ["segment", "region", "high_risk", "limit", "calls"];
const isMeasure = (name: string) => name === "limit" || name === "calls";

function grouped(rows: readonly Customer[], smallest: number) {
  const exact = tableOf(rows);
  const told = exact.columns.filter(({name}) => published.includes(name));
  const groups = groupRows(exact.columns[2].values, told, smallest);
  return {exact, groups, table: groupedTable(exact, groups, isMeasure)};
}

const column = ({columns}: PublishedTable, name: string) =>
  Array.from(columns.find((each) => each.name === name)?.values ?? []);

describe("rows in groups", () => {
  test("no combination of all published values stands on fewer rows than a group may have", () => {
    fc.assert(
      fc.property(customers, fc.integer({min: 1, max: 20}), (rows, smallest) => {
        const {table: result} = grouped(rows, smallest);
        const measured = measureRows(result, published);
        if (measured.rows > 0) expect(measured.smallestGroup).toBeGreaterThanOrEqual(smallest);
        if (smallest > 1) expect(measured.unique).toBe(0);
      }),
      {numRuns: 60},
    );
  });

  test("every row is in a group of its segment, but for segments that are too small", () => {
    fc.assert(
      fc.property(customers, fc.integer({min: 2, max: 20}), (rows, smallest) => {
        const {groups} = grouped(rows, smallest);
        const sizeOf = (segment: string) => rows.filter((row) => row.segment === segment).length;
        rows.forEach((row, i) => {
          expect(groups.groupOf[i] >= 0).toBe(sizeOf(row.segment) >= smallest);
        });
        for (const members of groups.groups)
          expect(new Set(members.map((row) => rows[row].segment)).size).toBe(1);
      }),
      {numRuns: 60},
    );
  });

  test("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const values = (all: readonly Customer[]) => {
          const {table: result} = grouped(all, 5);
          return published.map((name) => column(result, name));
        };
        const [before, after] = [values(rows), values(rows.toReversed())];
        published.forEach((name, i) => {
          if (name === "limit")
            for (const [j, value] of before[i].entries())
              expect(Number(after[i][j])).toBeCloseTo(Number(value), -2);
          else expect(after[i]).toEqual(before[i]);
        });
      }),
      {numRuns: 40},
    );
  });

  test("keep sums up to rounding, and tell no pseudonym and no place in the file", () => {
    const rows = Array.from({length: 200}, (_, i) => ({
      segment: i % 2 === 0 ? "a" : "b",
      region: "north",
      highRisk: i % 3 === 0,
      limit: 1_000 + 37 * i,
      calls: i % 10,
    }));
    const {exact, table: result} = grouped(rows, 10);
    const sum = (from: PublishedTable, name: string) =>
      column(from, name).reduce((a: number, b) => a + Number(b), 0);
    expect(Math.abs(sum(result, "limit") / sum(exact, "limit") - 1)).toBeLessThan(0.001);
    expect(new Set(column(result, "customer_id"))).toEqual(new Set([null]));
    expect(column(result, "row_number")).toEqual(rows.map((_, i) => i + 1));
    expect(result.columns.map(({name, type}) => [name, type])).toEqual(
      exact.columns.map(({name, type}) => [name, type]),
    );
  });

  test("a label that not all of a group have is withheld", () => {
    const rows = Array.from({length: 12}, (_, i) => ({
      segment: "a",
      region: i === 0 ? "south" : "north",
      highRisk: null,
      limit: 1,
      calls: 1,
    }));
    expect(new Set(column(grouped(rows, 10).table, "region"))).toEqual(new Set([null]));
  });
});
