import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {type DuckdbEngine, openDuckdb} from "../../data-loaders/engine/population/duckdbEngine.js";
import {correlations} from "../../data-loaders/engine/population/passes/correlations.js";
import {assignedFrom, lloydOverAll, lloydStep} from "../../data-loaders/engine/population/passes/lloyd.js";
import {logisticOverAll} from "../../data-loaders/engine/population/passes/logistic.js";
import {profiles} from "../../data-loaders/engine/population/passes/profiles.js";
import {quantiles} from "../../data-loaders/engine/population/passes/quantiles.js";
import {drawSample} from "../../data-loaders/engine/population/passes/sample.js";
import {type ColumnSummary, summaries} from "../../data-loaders/engine/population/passes/summaries.js";
import {type Population, RUN} from "../../data-loaders/engine/population/population.js";
import {type ScaledVariable, scaledSql} from "../../data-loaders/engine/population/scaledVariables.js";
import {quote} from "../../data-loaders/engine/tables/database.js";
import type {TrinoSession} from "../../data-loaders/engine/trino/trinoSession.js";
import {trinoTable} from "../../data-loaders/engine/trino/trinoTable.js";
import {InputError} from "../../data-loaders/source/inputError.js";
import {checkPopulation} from "../../data-loaders/source/population/checkPopulation.js";
import {givenColumns} from "../../data-loaders/source/warehouse/givenColumns.js";
import {tableVersion} from "../../data-loaders/source/warehouse/tableVersion.js";
import {warehousePopulation} from "../../data-loaders/source/warehouse/warehousePopulation.js";
import {adjustedRand} from "../../src/lib/statistics/clustering/adjustedRand.js";
import type {Matrix} from "../../src/lib/statistics/matrices/matrix.js";
import {cardUsage} from "../definitions.js";
import {generatedRows} from "./cluster/generatedRows.js";
import {loadTable, sessionOf} from "./cluster/loadTable.js";

const cluster = inject("trino");
const missing = "missing" in cluster ? cluster.missing : undefined;

/** A run of CI has a few minutes in all. */
const ROWS = process.env.CI === undefined ? 1_000_000 : 50_000;

const {contract} = cardUsage;
const features = contract.columns.filter(({role}) => role === "feature");
const columns = features.map(({name}) => ({name, sql: `"${name}"`}));

describe.skipIf(missing !== undefined)(
  `passes over ${ROWS.toLocaleString("en-US")} rows (${missing ?? "Trino runs"})`,
  () => {
    let duckdb: DuckdbEngine;
    let session: TrinoSession;
    let here: Population;
    let there: Population;
    let known: ColumnSummary[];
    let variables: ScaledVariable[];

    /** The population of a table under both engines, from the same Parquet files. */
    async function load(name: string, sql: string): Promise<{here: Population; there: Population}> {
      if ("missing" in cluster) throw new TypeError(cluster.missing);
      await loadTable(cluster, name, sql, []);
      const typed = contract.columns
        .filter(({role}) => role !== "extra")
        .map(({name: column, header, role}) =>
          role === "key" ? `"${header}" AS ${column}` : `CAST("${header}" AS DOUBLE) AS ${column}`,
        );
      await duckdb.connection.run(
        `CREATE TABLE ${name} AS SELECT 0 AS ${RUN}, ${typed.join(", ")} FROM read_parquet(${quote(join(cluster.files, name, "*.parquet"))})`,
      );
      const table = trinoTable(`trino://${cluster.host}/files/bank/${name}`, "INPUT_CARD_USAGE");
      const given = await givenColumns(session, table, contract.columns);
      const version = await tableVersion(session, table, ["cust_id"]);
      const {population} = await warehousePopulation(session, table, cardUsage, given, version);
      return {here: {engine: duckdb, from: name, identity: "customer_key"}, there: population};
    }

    beforeAll(async () => {
      if ("missing" in cluster) return;
      duckdb = await openDuckdb(":memory:");
      session = await sessionOf(cluster);
      ({here, there} = await load("generated", generatedRows(ROWS)));
      known = await summaries(here, columns);
      variables = known.map(({column, mean, sd}) => ({
        name: column,
        median: mean,
        log: false,
        mean,
        scale: sd,
      }));
    });
    afterAll(() => duckdb?.close());

    test("summaries are the same to 1e-9", async () => {
      const found = await summaries(there, columns);
      expect(found.length).toBe(17);
      found.forEach((summary, j) => {
        for (const measure of ["count", "missing", "min", "max", "mean", "sd", "skewness"] as const)
          expect(relative(summary[measure], known[j][measure])).toBeLessThan(1e-9);
      });
    });

    test("quantiles, which Trino only estimates, are exact", async () => {
      for (const column of [columns[0], columns[12]]) {
        const found = await quantiles(there, column, [0.25, 0.5, 0.99]);
        const expected = await quantiles(here, column, [0.25, 0.5, 0.99]);
        found.forEach((value, i) => {
          expect(relative(value, expected[i])).toBeLessThan(1e-9);
        });
      }
    });

    test("correlations are the same to 1e-9", async () => {
      const found = await correlations(there, variables.map(scaledSql));
      const expected = await correlations(here, variables.map(scaledSql));
      expect(differs(found.values, expected.values)).toBeLessThan(1e-9);
    });

    test("the same customers are in a sample", async () => {
      const wanted = {columns: ["customer_key", "balance"], size: 2_000, seed: 3};
      const found = await drawSample(there, wanted);
      expect(found.length).toBe(2_000);
      expect(found).toEqual(await drawSample(here, wanted));
    });

    test("from the same starts, groups are the same", async () => {
      const start = await starts(here, variables);
      const most = 5;
      const found = await lloydOverAll(there, variables, start, {most});
      const expected = await lloydOverAll(here, variables, start, {most});
      expect(Array.from(found.sizes)).toEqual(Array.from(expected.sizes));
      expect(differs(found.centroids.values, expected.centroids.values)).toBeLessThan(1e-9);
      expect(relative(found.inertia, expected.inertia)).toBeLessThan(1e-9);
      const labels = async (population: Population, centroids: Matrix) => {
        const from = assignedFrom(population, variables, centroids, [RUN, "customer_key"]);
        const wanted = {columns: ["customer_key", "_part"], size: 5_000, seed: 5};
        const drawn = await drawSample({...population, from}, wanted);
        return Int32Array.from(drawn, ({cells}) => Number(cells[1]));
      };
      const [one, other] = [await labels(there, found.centroids), await labels(here, expected.centroids)];
      expect(new Set(one).size).toBeGreaterThan(2);
      expect(adjustedRand(one, other)).toBe(1);
      const group = {group: "_part", k: start.rows, columns: ["_x0"]};
      const profiled = async (population: Population) =>
        profiles({...population, from: assignedFrom(population, variables, expected.centroids)}, group);
      const [there1, here1] = [await profiled(there), await profiled(here)];
      there1.forEach(({mean, sd}, i) => {
        expect(relative(mean, here1[i].mean)).toBeLessThan(1e-9);
        expect(relative(sd, here1[i].sd)).toBeLessThan(1e-9);
      });
    });

    test("coefficients are the same to 1e-9", async () => {
      const problem = {
        outcome:
          "CASE WHEN credit_limit IS NOT NULL THEN CASE WHEN balance > 0.5E0 * credit_limit THEN 1 ELSE 0 END END",
        predictors: variables
          .filter(({name}) => /purchases|cash_advance|payments/.test(name))
          .slice(0, 5)
          .map(scaledSql),
        l2: 0,
      };
      const found = await logisticOverAll(there, problem);
      const expected = await logisticOverAll(here, problem);
      expect(found.converged).toBe(true);
      expect(differs(found.coefficients, expected.coefficients)).toBeLessThan(1e-9);
      expect(differs(found.standardErrors, expected.standardErrors)).toBeLessThan(1e-9);
    });

    test("the contract finds the same to note", async () => {
      const source = {
        name: "customers",
        place: "row",
        row: undefined,
        columns: new Set(contract.columns.map(({name}) => name)),
      } as const;
      const found = await checkPopulation(there, contract, source);
      const expected = await checkPopulation(here, contract, source);
      expect(found.quality).toEqual(expected.quality);
      expect(found.quality.filter(({noted}) => noted > 0).length).toBeGreaterThan(5);
      expect(differs(Float64Array.from(found.medians), Float64Array.from(expected.medians))).toBeLessThan(
        1e-9,
      );
    });

    test("the contract finds the same problems", async () => {
      const broken = await load(
        "broken",
        `SELECT * REPLACE (
        CASE WHEN "CUST_ID" IN ('G1', 'G2') THEN 'G3' ELSE "CUST_ID" END AS "CUST_ID",
        CASE WHEN "CUST_ID" = 'G7' THEN -5 ELSE "BALANCE" END AS "BALANCE",
        CASE WHEN "CUST_ID" IN ('G8', 'G9') THEN 13 ELSE "TENURE" END AS "TENURE",
        CASE WHEN "CUST_ID" = 'G10' THEN 2.5 ELSE "PURCHASES_FREQUENCY" END AS "PURCHASES_FREQUENCY",
        CASE WHEN "CUST_ID" = 'G11' THEN NULL ELSE "PURCHASES" END AS "PURCHASES"
      ) FROM (${generatedRows(20_000)})`,
      );
      const source = {
        name: "customers",
        place: "row",
        row: undefined,
        columns: new Set(contract.columns.map(({name}) => name)),
      } as const;
      const problems = (population: Population) =>
        checkPopulation(population, contract, source).then(
          () => [],
          (error: unknown) => {
            if (!(error instanceof InputError)) throw error;
            return error.problems.map(({column, found, expected}) => ({column, found, expected}));
          },
        );
      const found = await problems(broken.there);
      expect(found.length).toBeGreaterThan(3);
      expect(found).toEqual(await problems(broken.here));
    });

    describe("in the middle of a pass over three million rows", () => {
      const times = Math.ceil(3_000_000 / ROWS);
      const longer = (population: Population): Population => ({
        ...population,
        from: `(SELECT given.* FROM ${population.from.replace(/ AS \w+$/, "")} AS given CROSS JOIN ${population === here ? `range(${times}) AS times(i)` : `UNNEST(sequence(1, ${times})) AS times(i)`}) AS longer`,
      });

      /** Begins a pass, and acts when both workers are at it; begins again where it was over before that. */
      async function during(act: (query: string, other: TrinoSession) => Promise<unknown>) {
        if ("missing" in cluster) throw new TypeError(cluster.missing);
        const start = await starts(here, variables);
        const other = await sessionOf(cluster);
        for (let attempt = 0; attempt < 5; attempt++) {
          let isOver = false;
          const running = lloydStep(longer(there), variables, start).then(
            (found) => ({found}),
            (error: unknown) => ({error}),
          );
          running.finally(() => {
            isOver = true;
          });
          while (!isOver) {
            const {rows} = await other.query(
              "tasks",
              "SELECT query_id FROM system.runtime.tasks JOIN system.runtime.queries USING (query_id) WHERE node_id LIKE 'worker%' AND tasks.state = 'RUNNING' AND raw_input_rows > 0 AND query LIKE '%AS part%' AND query NOT LIKE '%runtime%' GROUP BY query_id HAVING count(DISTINCT node_id) = 2",
            );
            if (rows.length > 0 && !isOver) {
              await act(String(rows[0][0]), other);
              return {start, other, ended: await running};
            }
            await wait(20);
          }
        }
        throw new Error("five passes were over before anybody could act");
      }

      test("whoever ends it on the cluster is told, and it is not asked again", async () => {
        const {ended} = await during((query, other) =>
          other.query("end", `CALL system.runtime.kill_query(query_id => '${query}', message => 'enough')`),
        );
        expect(String("error" in ended ? ended.error : "")).toMatch(
          /assignment to groups: ADMINISTRATIVELY_KILLED.*enough/s,
        );
      });

      test("a worker that dies changes nothing in what it gives", async () => {
        if ("missing" in cluster) throw new TypeError(cluster.missing);
        const {workers} = cluster;
        const {start, other, ended} = await during(async () => process.kill(workers[1], "SIGKILL"));
        if ("error" in ended) throw ended.error;
        const expected = await lloydStep(longer(here), variables, start);
        expect(Array.from(ended.found.sizes)).toEqual(Array.from(expected.sizes));
        expect(differs(ended.found.centroids.values, expected.centroids.values)).toBeLessThan(1e-9);
        const {rows} = await other.query(
          "failures",
          "SELECT error_code FROM system.runtime.queries WHERE state = 'FAILED' AND query LIKE '%AS part%' AND query NOT LIKE '%runtime%' AND error_code <> 'ADMINISTRATIVELY_KILLED'",
        );
        // the query was lost with the worker, and asked again of the one that is left
        expect(rows.length).toBeGreaterThan(0);
      });
    });
  },
);

/** Five customers as starts of groups. */
async function starts({engine, from}: Population, variables: readonly ScaledVariable[]) {
  const rows = await engine.rows(
    "starts",
    `SELECT ${variables.map(scaledSql).join(", ")} FROM ${from} WHERE customer_key IN ('G5', 'G500', 'G1500', 'G2500', 'G3501') ORDER BY customer_key`,
  );
  return {rows: rows.length, cols: variables.length, values: Float64Array.from(rows.flat(), Number)};
}

function relative(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
}

function differs(found: Float64Array, expected: Float64Array): number {
  expect(found.length).toBe(expected.length);
  return found.reduce((most, value, i) => Math.max(most, Math.abs(value - expected[i])), 0);
}
