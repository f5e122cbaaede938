import {expect, test} from "vitest";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {withWholeValues} from "../../../../data-loaders/publish/population/withWholeValues.js";
import type {WholeValue} from "../../../../data-loaders/publish/tables/populationFindings.js";

const drawn = {sampled: 12_000, compared: 2_500, seed: 1, silhouettes: new Float64Array()};

function withAll(tables: readonly PublishedTable[], whole: readonly WholeValue[] = []): PublishedTable[] {
  return withWholeValues(tables, {rows: 120_000, whole}, drawn);
}

const values = (found: PublishedTable, name: string) =>
  Array.from(found.columns.find((column) => column.name === name)?.values ?? []);

test("counts of the sample, and of those of it who are compared, are scaled up alike", () => {
  const counts = (name: string, columns: readonly string[]) =>
    table(
      name,
      "Counts.",
      [100],
      columns.map((column) => integer(column, "A count.", (count: number) => count)),
    );
  const [flows, preparations] = withAll([
    counts("k_flows", ["customers", "k"]),
    counts("preparations", ["customers", "moved", "outlying", "k"]),
  ]);
  expect(values(flows, "customers")).toEqual([1_000]);
  expect(["customers", "moved", "outlying"].flatMap((name) => values(preparations, name))).toEqual([
    4_800, 4_800, 4_800,
  ]);
  expect([...values(flows, "k"), ...values(preparations, "k")]).toEqual([100, 100]);
  expect(flows.definition).toContain("Of a sample: 12,000 of 120,000 customers");
  expect(flows.definition).toContain("right to 0.9 percentage points");
});

test("what is known of all customers takes the place of the sample's, row by row; the rest says whose it is", () => {
  const segments = table(
    "segments",
    "Segments.",
    ["a", "b"],
    [
      text("segment", "Identifier.", (id) => id),
      integer("position", "Order.", (_, i) => i + 1),
      integer("customers", "Customers.", () => 10),
      double("silhouette", "Mean silhouette.", () => 0.5),
    ],
  );
  const [found] = withAll(
    [segments],
    [
      {table: "segments", key: {position: 2}, values: {customers: 70_000}},
      {table: "segments", key: {position: 1}, values: {customers: 50_000}},
    ],
  );
  expect(values(found, "customers")).toEqual([50_000, 70_000]);
  const definition = (name: string) => found.columns.find((column) => column.name === name)?.definition;
  expect(definition("customers")).toBe("Customers.");
  expect(definition("silhouette")).toContain("Of a sample");
});
