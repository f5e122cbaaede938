import {randomLcg} from "d3-random";
import {describe, expect, test} from "vitest";
import {
  integer,
  type PublishedTable,
  table,
  text,
} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {withholdCells} from "../../../../data-loaders/publish/disclosure/withholdCells.js";
import {withholdPairs} from "../../../../data-loaders/publish/disclosure/withholdPairs.js";

/** Customers of one segment by age (rows) and region (columns), as the two tables that are published of them. */
function published(counts: readonly (readonly number[])[]): {pairs: PublishedTable; totals: PublishedTable} {
  const cells = counts.flatMap((row, i) => row.map((customers, j) => ({i, j, customers})));
  const regions = counts[0].map((_, j) => counts.reduce((sum, row) => sum + row[j], 0));
  const levels = [
    ...counts.map((row, i) => ({
      variable: "age",
      level: `a${i}`,
      customers: row.reduce((a, b) => a + b, 0),
    })),
    ...regions.map((customers, j) => ({variable: "region", level: `r${j}`, customers})),
  ];
  return {
    pairs: table("level_pairs", "Pairs.", cells, [
      text("variable", "", () => "age"),
      text("level", "", (r) => `a${r.i}`),
      text("other_variable", "", () => "region"),
      text("other_level", "", (r) => `r${r.j}`),
      text("segment", "", () => "one"),
      integer("customers", "", (r) => r.customers),
    ]),
    totals: table("segment_levels", "Levels.", levels, [
      text("variable", "", (r) => r.variable),
      text("level", "", (r) => r.level),
      text("segment", "", () => "one"),
      integer("customers", "", (r) => r.customers),
    ]),
  };
}

const column = ({columns}: PublishedTable, name: string) =>
  Array.from(columns.find((each) => each.name === name)?.values ?? []);

/**
 * Which withheld numbers a reader can compute from those that are published: a linear system of the totals, by elimination.
 */
function computable(pairs: PublishedTable, totals: PublishedTable): string[] {
  const unknowns: string[] = [];
  const at = (name: string) => (unknowns.includes(name) ? unknowns.indexOf(name) : unknowns.push(name) - 1);
  const equations = new Map<string, number[]>();
  const add = (line: string, name: string, sign: number) => {
    const terms = equations.get(line) ?? [];
    terms[at(name)] = sign;
    equations.set(line, terms);
  };
  const [levels, others, counts] = ["level", "other_level", "customers"].map((name) => column(pairs, name));
  counts.forEach((count, row) => {
    if (count !== null) return;
    add(String(levels[row]), `${levels[row]} ${others[row]}`, 1);
    add(String(others[row]), `${levels[row]} ${others[row]}`, 1);
  });
  const [variables, names, sums] = ["variable", "level", "customers"].map((name) => column(totals, name));
  sums.forEach((count, row) => {
    if (count !== null) return;
    add(String(names[row]), `total of ${names[row]}`, -1);
    add(`all by ${variables[row]}`, `total of ${names[row]}`, 1);
  });
  const rows = [...equations.values()].map((terms) => unknowns.map((_, j) => terms[j] ?? 0));
  let rank = 0;
  for (let j = 0; j < unknowns.length; j++) {
    const pivot = rows.findIndex((row, i) => i >= rank && Math.abs(row[j]) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot], rows[rank]];
    const scale = rows[rank][j];
    rows[rank] = rows[rank].map((value) => value / scale);
    for (const [i, row] of rows.entries())
      if (i !== rank && row[j] !== 0)
        rows[i] = row.map((value, column) => value - row[j] * rows[rank][column]);
    rank++;
  }
  return rows.flatMap((row) => {
    const terms = row.flatMap((value, j) => (Math.abs(value) > 1e-9 ? [unknowns[j]] : []));
    return terms.length === 1 ? terms : [];
  });
}

describe("counts of two columns", () => {
  test("of fewer than ten customers are withheld, and no others where nothing gives them away", () => {
    const {pairs, totals} = published([
      [5, 20, 30],
      [7, 8, 40],
      [60, 9, 50],
    ]);
    const {table: result, withheld} = withholdPairs(pairs, totals);
    expect(column(result, "customers")).toEqual([null, null, 30, null, null, 40, null, null, 50]);
    expect(withheld).toBe(6);
    expect(result.definition).toContain("Counts below 10 are withheld (NULL)");
  });

  test("a link between two circuits of withheld counts is not left to be computed", () => {
    // each line has two withheld counts or more, and yet the one in the middle would follow from the others
    const counts = [
      [5, 6, 50, 50, 9],
      [6, 5, 50, 50, 50],
      [50, 50, 5, 6, 50],
      [50, 50, 6, 5, 50],
      [50, 50, 5, 50, 6],
    ];
    const {pairs, totals} = published(counts);
    const simple = column(pairs, "customers").map((n) => (Number(n) < 10 ? null : Number(n)));
    const naive = {
      ...pairs,
      columns: pairs.columns.map((c) => (c.name === "customers" ? {...c, values: simple} : c)),
    };
    expect(computable(naive, totals)).not.toEqual([]);
    expect(computable(withholdPairs(pairs, totals).table, totals)).toEqual([]);
  });

  test("in three hundred tables, none that is withheld can be computed, nor a withheld total", () => {
    const random = randomLcg(7);
    let hidden = 0;
    for (let i = 0; i < 300; i++) {
      const [rows, columns] = [2 + Math.floor(4 * random()), 2 + Math.floor(4 * random())];
      const counts = Array.from({length: rows}, () =>
        Array.from({length: columns}, () => Math.floor(80 * random() ** 3)),
      );
      const given = published(counts);
      const levels = {...given.totals};
      const totals = withholdCells(levels).table;
      const {table: pairs, withheld} = withholdPairs(given.pairs, totals);
      hidden += withheld;
      // what follows from the totals alone cannot be helped here
      const before = computable(withholdAll(given.pairs), totals);
      const known = computable(pairs, totals).filter((name) => !before.includes(name));
      expect(known, JSON.stringify(counts)).toEqual([]);
    }
    expect(hidden).toBeGreaterThan(300);
  });
});

/** The pairs with each count withheld: what follows from the totals alone. */
function withholdAll(pairs: PublishedTable): PublishedTable {
  return {
    ...pairs,
    columns: pairs.columns.map((c) =>
      c.name === "customers" ? {...c, values: Array.from(c.values, () => null)} : c,
    ),
  };
}
