import {quantile} from "d3-array";
import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type DuckdbEngine, openDuckdb} from "../../../../data-loaders/engine/population/duckdbEngine.js";
import {correlations} from "../../../../data-loaders/engine/population/passes/correlations.js";
import {lloydOverAll} from "../../../../data-loaders/engine/population/passes/lloyd.js";
import {logisticOverAll} from "../../../../data-loaders/engine/population/passes/logistic.js";
import {profiles} from "../../../../data-loaders/engine/population/passes/profiles.js";
import {quantiles} from "../../../../data-loaders/engine/population/passes/quantiles.js";
import {drawSample} from "../../../../data-loaders/engine/population/passes/sample.js";
import {summaries} from "../../../../data-loaders/engine/population/passes/summaries.js";
import {PassError, type Population, RUN} from "../../../../data-loaders/engine/population/population.js";
import {type ScaledVariable, scaledSql} from "../../../../data-loaders/engine/population/scaledVariables.js";
import {createTable} from "../../../../data-loaders/engine/tables/database.js";
import {double, integer, text} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {lloyd} from "../../../../src/lib/statistics/clustering/lloyd.js";
import {skewness} from "../../../../src/lib/statistics/description/skewness.js";
import {correlationMatrix} from "../../../../src/lib/statistics/matrices/correlationMatrix.js";
import {
  matrixFromColumns,
  selectColumns,
  selectRows,
} from "../../../../src/lib/statistics/matrices/matrix.js";
import {seededRandom} from "../../../../src/lib/statistics/matrices/seededRandom.js";
import {standardise} from "../../../../src/lib/statistics/matrices/standardise.js";
import {logisticRegression} from "../../../../src/lib/statistics/regression/logisticRegression.js";

const ROWS = 30_000;
const names = ["spent", "visits", "limit", "share"];
const {given, filled, y} = generated();
const {z, means, scales} = standardise(matrixFromColumns(filled));
const median = quantile(given[2], 0.5) ?? Number.NaN;
const variables: ScaledVariable[] = names.map((name, j) => ({
  name,
  median: name === "limit" ? median : 0,
  log: false,
  mean: means[j],
  scale: scales[j],
}));

let engine: DuckdbEngine;
let population: Population;

beforeAll(async () => {
  engine = await openDuckdb(":memory:");
  population = {engine, from: "customers", identity: "customer"};
  await createTable(engine.connection, "population", {
    name: "customers",
    definition: "",
    columns: [
      // several runs, so that adding them up is tested
      integer(RUN, "", (_: number, row: number) => Math.floor(row / 7_000)),
      text("customer", "", (_: number, row: number) => `k${row}`),
      integer("bad", "", (value: number) => value),
    ].map((column) => ({...column, values: Array.from(y, column.values)})),
  });
  await engine.connection.run("ALTER TABLE customers RENAME TO keys");
  await createTable(engine.connection, "population", {
    name: "numbers",
    definition: "",
    columns: names.map((name, j) => double(name, "", given[j])),
  });
  await engine.connection.run("CREATE TABLE customers AS SELECT * FROM keys POSITIONAL JOIN numbers");
});

afterAll(() => engine.close());

test("summaries are those of the functions in memory", async () => {
  const found = await summaries(
    population,
    names.map((name) => ({name, sql: `"${name}"`})),
  );
  for (const [j, {count, missing, mean, sd, min, max, skewness: skew}] of found.entries()) {
    const known = given[j].filter((value) => !Number.isNaN(value));
    const own = standardise({rows: known.length, cols: 1, values: known});
    expect(count).toBe(known.length);
    expect(missing).toBe(ROWS - known.length);
    expect([min, max]).toEqual([Math.min(...known), Math.max(...known)]);
    expect(relative(mean, own.means[0])).toBeLessThan(1e-9);
    expect(relative(sd, own.scales[0])).toBeLessThan(1e-9);
    expect(relative(skew, skewness(known))).toBeLessThan(1e-9);
  }
});

describe("quantiles are R's type 7", () => {
  const limit = {name: "limit", sql: '"limit"'};
  const probabilities = [0, 0.25, 0.5, 0.987, 1];
  const expected = probabilities.map((p) => quantile(given[2], p) ?? Number.NaN);

  test("as the engine computes them", async () => {
    const found = await quantiles(population, limit, probabilities);
    found.forEach((value, i) => {
      expect(relative(value, expected[i])).toBeLessThan(1e-9);
    });
  });

  describe("narrowed down, where the engine has only approximate ones", () => {
    async function narrowed(expression: string, from = population.from) {
      const {quantiles: _, ...dialect} = engine.dialect;
      const returned: number[] = [];
      const rows = async (pass: string, sql: string) => {
        const found = await engine.rows(pass, sql);
        returned.push(found.length);
        return found;
      };
      const asked = {...population, engine: {...engine, dialect, rows}};
      const found = await quantiles(asked, {name: "limit", sql: expression}, probabilities, from);
      return {found, queries: returned.length, most: Math.max(...returned)};
    }

    test("in three queries, of which each gives a few thousand lines", async () => {
      const {found, queries, most} = await narrowed('"limit"');
      found.forEach((value, i) => {
        expect(relative(value, expected[i])).toBeLessThan(1e-9);
      });
      expect(queries).toBeLessThanOrEqual(4);
      expect(most).toBeLessThan(5 * 4_097);
    });

    test.each([
      ["very unequal ones", "exp(40E0 * sin(range)) - 1E-3", 5_000],
      ["of both signs, as far apart as numbers can be", "1.7E308 * sin(range)", 3_000],
      ["as close together as numbers can be", "5E-324 * (range % 7)", 50],
      ["the same many times", "floor(sin(range) * 2E0)", 1_000],
      ["one", "3E0", 1],
      ["two", "CASE range WHEN 0 THEN -1E0 ELSE 4E0 END", 2],
    ])("of values that are %s", async (_, expression, rows) => {
      const from = `(SELECT ${expression} AS value FROM range(${rows})) AS made`;
      const values = (await engine.rows("values", `SELECT value FROM ${from} ORDER BY 1`)).map(([value]) =>
        Number(value),
      );
      const {found} = await narrowed("value", from);
      expect(found).toEqual(probabilities.map((p) => quantile(values, p)));
    });

    test("of no value at all", async () => {
      expect((await narrowed("CAST(NULL AS DOUBLE)")).found).toEqual(probabilities.map(() => Number.NaN));
    });
  });
});

test("correlations are those in memory", async () => {
  const found = await correlations(population, variables.map(scaledSql));
  const expected = correlationMatrix(z);
  expect(differs(found.values, expected.values)).toBeLessThan(1e-9);
});

test("Lloyd's algorithm from the same starts gives the same groups", async () => {
  const start = {rows: 3, cols: 4, values: z.values.slice(0, 12)};
  const expected = lloyd(z, start, 300);
  const found = await lloydOverAll(population, variables, start, {most: 300});
  expect(found.converged).toBe(true);
  expect(Array.from(found.sizes)).toEqual(
    [0, 1, 2].map((label) => expected.labels.filter((each) => each === label).length),
  );
  expect(differs(found.centroids.values, expected.centroids.values)).toBeLessThan(1e-9);
  expect(relative(found.inertia, expected.inertia)).toBeLessThan(1e-9);
});

test("the coefficients of a logistic regression are those in memory", async () => {
  const expected = logisticRegression(z, y);
  const found = await logisticOverAll(population, {
    outcome: "bad",
    predictors: variables.map(scaledSql),
    l2: 0,
  });
  expect(found.converged).toBe(true);
  expect(found.separation).toBe("none");
  expect(differs(found.coefficients, expected.coefficients)).toBeLessThan(1e-9);
  expect(differs(found.standardErrors, expected.standardErrors)).toBeLessThan(1e-9);
  expect(relative(found.deviance, expected.deviance)).toBeLessThan(1e-9);
  expect(relative(found.nullDeviance, expected.nullDeviance)).toBeLessThan(1e-9);
});

test("classes that a predictor tells apart are told in few steps", async () => {
  const predictors = [scaledSql(variables[0])];
  const outcome = "CASE WHEN spent > 2000 THEN 1 WHEN spent < 1900 THEN 0 END";
  const found = await logisticOverAll(population, {outcome, predictors, l2: 0});
  expect(found.separation).toBe("complete");
  expect(found.iterations).toBeLessThan(20);
  const penalised = await logisticOverAll(population, {outcome, predictors, l2: 1});
  const rows = Int32Array.from(filled[0].keys()).filter(
    (row) => !(filled[0][row] >= 1_900 && filled[0][row] <= 2_000),
  );
  const x = selectRows(selectColumns(z, [0]), rows);
  const expected = logisticRegression(
    x,
    Uint8Array.from(rows, (row) => (filled[0][row] > 2_000 ? 1 : 0)),
    {l2: 1},
  );
  expect(penalised.converged).toBe(true);
  expect(differs(penalised.coefficients, expected.coefficients)).toBeLessThan(1e-9);
});

test("profiles are counts, means, deviations and extremes of each group", async () => {
  const found = await profiles(population, {group: "bad", k: 2, columns: ["visits"]});
  for (const {group, count, total, mean, sd, min, max} of found) {
    const values = given[1].filter((_, row) => y[row] === group);
    const own = standardise({rows: values.length, cols: 1, values});
    expect(count).toBe(values.length);
    expect(
      relative(
        total,
        values.reduce((sum, value) => sum + value, 0),
      ),
    ).toBeLessThan(1e-9);
    expect(relative(mean, own.means[0])).toBeLessThan(1e-9);
    expect(relative(sd, own.scales[0] * Math.sqrt(count / (count - 1)))).toBeLessThan(1e-9);
    expect([min, max]).toEqual([Math.min(...values), Math.max(...values)]);
  }
  expect(found.length).toBe(2);
});

describe("a sample", () => {
  const wanted = {columns: ["customer", "bad"], size: 3_000, seed: 1};

  test("is the same whatever the order of the rows", async () => {
    const one = await drawSample(population, wanted);
    const other = await drawSample(
      {...population, from: "(SELECT * FROM customers ORDER BY spent) AS sorted"},
      wanted,
    );
    expect(one.length).toBe(3_000);
    expect(other).toEqual(one);
    expect(await drawSample(population, {...wanted, seed: 2})).not.toEqual(one);
  });

  test("gives each stratum its share, and small ones enough", async () => {
    const stratum = "CASE WHEN customer IN ('k1', 'k2') THEN 2 ELSE bad END";
    const drawn = await drawSample(population, {...wanted, stratum, fewest: 50});
    const of = (key: number) => drawn.filter((row) => row.stratum === key);
    expect(of(2).map(({weight}) => weight)).toEqual([1, 1]);
    const positives = y.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(of(1).length / drawn.length - positives / ROWS)).toBeLessThan(1e-3);
    // weights add up to the population
    expect(
      relative(
        drawn.reduce((sum, {weight}) => sum + weight, 0),
        ROWS,
      ),
    ).toBeLessThan(1e-9);
  });
});

test("a query that fails names its pass", async () => {
  await expect(quantiles(population, {name: "no such column", sql: "nothing"}, [0.5])).rejects.toThrow(
    PassError,
  );
  await expect(quantiles(population, {name: "no such column", sql: "nothing"}, [0.5])).rejects.toThrow(
    "extremes of no such column: ",
  );
});

/** Three groups of customers, one column with missing values, and an outcome. */
function generated() {
  const generator = seededRandom(5);
  const random = () => uniformFloat64(generator);
  const bell = () => random() + random() + random() - 1.5;
  const centres = [
    [900, 2, 5_000],
    [3_000, 12, 9_000],
    [400, 25, 3_000],
  ];
  const rows = Array.from({length: ROWS}, () => {
    const [spent, visits, limit] = centres[Math.floor(random() * 3)];
    return [
      Math.abs(spent * (1 + bell())),
      Math.abs(Math.round(visits + 6 * bell())),
      random() < 0.02 ? Number.NaN : Math.round(limit * Math.exp(bell()) * 100) / 100,
      random(),
    ];
  });
  const given = names.map((_, j) => Float64Array.from(rows, (row) => row[j]));
  const middle = quantile(given[2], 0.5) ?? 0;
  const filled = given.map((column) => column.map((value) => (Number.isNaN(value) ? middle : value)));
  const y = Uint8Array.from(rows, ([spent, visits, , share]) =>
    random() < 1 / (1 + Math.exp(1.5 + spent / 3_000 - visits / 15 - share)) ? 1 : 0,
  );
  return {given, filled, y};
}

function relative(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
}

function differs(found: Float64Array, expected: Float64Array): number {
  return found.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
}
