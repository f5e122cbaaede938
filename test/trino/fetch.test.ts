import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import type {DatasetDefinition} from "../../data-loaders/datasets/dataset.js";
import {samplePath} from "../../data-loaders/datasets/samples.js";
import {silentProgress} from "../../data-loaders/engine/progress/progress.js";
import {quote, withDatabase} from "../../data-loaders/engine/tables/database.js";
import {trinoTable} from "../../data-loaders/engine/trino/trinoTable.js";
import {readFeatures, runPipeline} from "../../data-loaders/pipeline.js";
import {copyTable} from "../../data-loaders/source/warehouse/copyTable.js";
import {alllife, cardUsage} from "../definitions.js";
import {sessionOf, typedCsv} from "./cluster/loadTable.js";

const cluster = inject("trino");
const missing = "missing" in cluster ? cluster.missing : undefined;
const host = "missing" in cluster ? "" : cluster.host;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-trino-fetch-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const env = ({inputVariable}: DatasetDefinition, input: string) => ({
  [inputVariable]: input,
  CARDLENS_PSEUDONYM_KEY: "a secret of this test",
});

/** The sample as a file of the bank's own whose rows are in the order of the key. */
async function sortedFile(definition: DatasetDefinition): Promise<string> {
  const key = definition.contract.columns.find(({role}) => role === "key");
  const others = definition.contract.columns.filter((column) => column !== key);
  const order = [...(key ? [key] : []), ...others].map(({header}) => `"${header}" NULLS FIRST`);
  const file = join(folder, `${definition.id}.parquet`);
  await withDatabase((connection) =>
    connection.run(
      `COPY (SELECT * FROM (${typedCsv(definition, samplePath(definition))}) ORDER BY ${order.join(", ")}) TO ${quote(file)} (FORMAT parquet)`,
    ),
  );
  return file;
}

describe.skipIf(missing !== undefined)(`a table in Trino (${missing ?? "runs"})`, () => {
  test("gives the report that the same rows in a file give: AllLife, every stage", async () => {
    const run = (input: string) =>
      runPipeline(
        alllife,
        silentProgress,
        env(alllife, input),
        join(folder, "stages"),
        join(folder, "secret"),
      );
    const fromFile = await run(await sortedFile(alllife));
    const fromTable = await run(`trino://${host}/lake/bank/alllife`);
    expect(fromTable.input).toMatchObject({name: "lake.bank.alllife", rows: 660, synthetic: false});
    const results = ({stages}: typeof fromFile) =>
      stages.filter(({stage}) => !/ (source|publish)$/.test(stage)).map(({stage, result}) => [stage, result]);
    expect(results(fromTable)).toEqual(results(fromFile));
    expect(results(fromTable).length).toBeGreaterThan(10);
    // of what is published, only the table that tells where the rows come from differs
    const differ = fromTable.tables.filter(
      (table, i) => JSON.stringify(table.columns) !== JSON.stringify(fromFile.tables[i].columns),
    );
    expect(differ.map(({name}) => name)).toEqual(["input_file"]);
  });

  test("gives it also where there are more customers than every number is computed from", async () => {
    const run = (input: string) =>
      runPipeline(
        alllife,
        silentProgress,
        env(alllife, input),
        join(folder, "many"),
        join(folder, "secret"),
        300,
      );
    const fromFile = await run(await sortedFile(alllife));
    const fromTable = await run(`trino://${host}/lake/bank/alllife`);
    expect(fromTable.allCustomers?.rows).toBe(660);
    const differ = fromTable.tables.filter(
      (table, i) => JSON.stringify(table.columns) !== JSON.stringify(fromFile.tables[i].columns),
    );
    expect(differ.map(({name}) => name)).toEqual(["input_file"]);
  });

  test.each(["lake/bank/card_usage", "files/bank/card_usage", "shop/public/card_usage"])(
    "gives the same variables through every catalog: card usage in %s",
    async (place) => {
      if (place.startsWith("shop") && "hasPostgres" in cluster && !cluster.hasPostgres) return;
      const read = (input: string) =>
        readFeatures(
          cardUsage,
          silentProgress,
          env(cardUsage, input),
          join(folder, "stages"),
          join(folder, "secret"),
        );
      const fromFile = await read(await sortedFile(cardUsage));
      const fromTable = await read(`trino://${host}/${place}`);
      expect(fromTable.source.value.customers.rows).toBe(8950);
      expect(fromTable.source.value.customerIds).toEqual(fromFile.source.value.customerIds);
      expect(fromTable.features.key).toBe(fromFile.features.key);
    },
  );

  test("is refused by the contract in the cluster where it has more rows than fit here, and no row comes", async () => {
    if ("missing" in cluster) throw new TypeError(cluster.missing);
    const session = await sessionOf(cluster);
    await session.query(
      "broken table",
      `CREATE TABLE lake.bank.broken AS SELECT "customer key", CASE WHEN "customer key" LIKE '%7' THEN -1 ELSE "avg_credit_limit" END AS "avg_credit_limit", "total_credit_cards", "total_visits_bank", "total_visits_online", "total_calls_made" FROM lake.bank.alllife`,
    );
    const table = trinoTable(`trino://${host}/lake/bank/broken`, "INPUT_ALLLIFE");
    const copied = copyTable(session, table, alllife, join(folder, "copies"), silentProgress, 100);
    await expect(copied).rejects.toThrow(/column "Avg_Credit_Limit".*refuse/s);
    expect(existsSync(join(folder, "copies"))).toBe(false);
    const {rows} = await session.query(
      "queries",
      `SELECT count(*) FROM system.runtime.queries WHERE query LIKE 'SELECT CAST("customer key"%broken%'`,
    );
    expect(rows).toEqual([[0]]);
  });

  test("is not fetched again until its snapshot is another", async () => {
    const session = await sessionOf({host});
    const address = `trino://${host}/lake/bank/alllife`;
    const read = () =>
      readFeatures(
        alllife,
        silentProgress,
        env(alllife, address),
        join(folder, "stages"),
        join(folder, "secret"),
      );
    const fetches = async () => {
      const {rows} = await session.query(
        "queries",
        `SELECT count(*) FROM system.runtime.queries WHERE source = 'cardlens' AND query LIKE '%CAST("customer key"%' AND query NOT LIKE '%runtime%'`,
      );
      return Number(rows[0][0]);
    };
    const before = await read();
    const count = await fetches();
    expect(count).toBeGreaterThan(0);
    expect((await read()).input.sha256).toBe(before.input.sha256);
    expect(await fetches()).toBe(count);
    await session.query(
      "change",
      `UPDATE lake.bank.alllife SET "avg_credit_limit" = "avg_credit_limit" + 1000 WHERE "customer key" = (SELECT max("customer key") FROM lake.bank.alllife)`,
    );
    const after = await read();
    expect(await fetches()).toBe(count + 1);
    expect(after.input.sha256).not.toBe(before.input.sha256);
    const limits = ({source}: typeof before) => source.value.customers.numbers.credit_limit;
    const changed = limits(after).filter((limit, row) => limit !== limits(before)[row]);
    expect(changed.length).toBe(1);
  });
});
