import {describe, expect, test} from "vitest";
import {
  double,
  integer,
  type PublishedTable,
  table,
  text,
} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {withholdCells} from "../../../../data-loaders/publish/disclosure/withholdCells.js";

const column = ({columns}: PublishedTable, name: string) =>
  Array.from(columns.find((each) => each.name === name)?.values ?? []);

describe("small counts", () => {
  test("are withheld with what their row says of the few, and the definition says so", () => {
    const bins = [
      {customers: 120, mean: 3.5, lower: 0},
      {customers: 9, mean: 8.25, lower: 10},
      {customers: 10, mean: 9, lower: 20},
      {customers: 0, mean: null, lower: 30},
      {customers: 1, mean: 44.5, lower: 40},
    ];
    const {table: result, withheld} = withholdCells(
      table("bands", "Bands.", bins, [
        integer("customers", "Customers.", (r) => r.customers),
        double("mean", "Mean.", (r) => r.mean),
        double("lower", "Lower end.", (r) => r.lower),
      ]),
    );
    expect(column(result, "customers")).toEqual([120, null, 10, 0, null]);
    expect(column(result, "mean")).toEqual([3.5, null, 9, null, null]);
    expect(column(result, "lower")).toEqual([0, 10, 20, 30, 40]);
    expect(withheld).toBe(2);
    expect(result.definition).toContain("Counts below 10 are withheld (NULL)");
  });

  test("that are withheld before cannot be computed from the others and the total beside them", () => {
    const rows = ["young", "old"].flatMap((level, i) =>
      ["all", "premium", "branch"].map((segment, j) => ({
        level,
        segment,
        customers: [
          [64, null, 60],
          [236, 46, 190],
        ][i][j],
      })),
    );
    const {table: result} = withholdCells(
      table("segment_levels", "Levels.", rows, [
        text("variable", "Column.", () => "age"),
        text("level", "Level.", (r) => r.level),
        text("segment", "Segment.", (r) => r.segment),
        integer("customers", "Customers.", (r) => r.customers),
      ]),
    );
    // of two segments and two levels with known totals, all four cells hang together
    expect(column(result, "customers")).toEqual([64, null, null, 236, null, null]);
  });

  test("cannot be computed from the others of a cross-table with known totals", () => {
    const counts = [
      [50, 3, 40],
      [20, 60, 0],
      [11, 12, 70],
    ];
    const cells = counts.flatMap((row, i) => row.map((customers, j) => ({i, j, customers})));
    const {table: result} = withholdCells(
      table("cluster_agreement", "Cross-table.", cells, [
        integer("kmeans_cluster", "One.", (r) => r.i),
        integer("ward_cluster", "Other.", (r) => r.j),
        integer("customers", "Customers.", (r) => r.customers),
      ]),
    );
    const hidden = column(result, "customers").map((value) => value === null);
    for (const line of [0, 1, 2]) {
      const inRow = cells.filter((cell, k) => cell.i === line && hidden[k]).length;
      const inColumn = cells.filter((cell, k) => cell.j === line && hidden[k]).length;
      expect(inRow).not.toBe(1);
      expect(inColumn).not.toBe(1);
    }
    expect(hidden.filter(Boolean).length).toBe(4);
  });

  test("nor from their sum, where they come to fewer than ten", () => {
    const {table: result} = withholdCells(
      table(
        "segments",
        "Segments.",
        [50, 1, 1, 48],
        [text("segment", "Segment.", String), integer("customers", "Customers.", (n) => n)],
      ),
    );
    expect(column(result, "customers")).toEqual([50, null, null, null]);
  });

  test("nor from the other half of a known sum", () => {
    const {table: result} = withholdCells(
      table(
        "risk_confusion",
        "Confusion.",
        [{tp: 4, fn: 200, fp: 30, tn: 400}],
        [
          double("threshold", "Threshold.", () => 0.5),
          integer("true_positives", "Found.", (r) => r.tp),
          integer("false_negatives", "Missed.", (r) => r.fn),
          integer("false_positives", "False alarms.", (r) => r.fp),
          integer("true_negatives", "Right.", (r) => r.tn),
        ],
      ),
    );
    expect(result.columns.map(({values}) => values[0])).toEqual([0.5, null, null, 30, 400]);
  });

  test("none changes nothing", () => {
    const given = table(
      "segments",
      "Segments.",
      [20, 30],
      [text("segment", "Segment.", String), integer("customers", "Customers.", (n) => n)],
    );
    expect(withholdCells(given)).toEqual({table: given, withheld: 0});
  });
});
