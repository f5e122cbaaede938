import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import type {LabFile} from "../../../../data-loaders/publish/lab/labFile.js";
import {labKeys, tablesOfPart} from "../../../../data-loaders/publish/lab/labParts.js";
import {LabSession} from "../../../../data-loaders/publish/lab/labSession.js";
import {Ledger} from "../../../../data-loaders/publish/lab/ledger.js";
import type {LabAnswer, LedgerAnswer} from "../../../../src/lib/lab/labAnswers.js";
import {type LabSettings, publishedSettings} from "../../../../src/lib/lab/labSettings.js";
import type {EvidenceFile} from "../../../../src/lib/narrative/evidenceFile.js";
import {builtSite} from "../../../setup/builtSite.js";
import {differences} from "./differences.js";
import {openNodeEngine} from "./nodeEngine.js";

const {folder} = await builtSite();
const read = (path: string) => readFileSync(join(folder, "data", path), "utf8");
const evidence: EvidenceFile = JSON.parse(read("evidence.json"));
const chapterFile = (id: string): LabFile => JSON.parse(read(`${id}.lab.json`));
const kernels = await openKernels();

const scratch = mkdtempSync(join(tmpdir(), "cardlens-lab-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

async function open(id: string, file = chapterFile(id), database = join(folder, "data", `${id}.duckdb`)) {
  const others = evidence.databases.filter(({schema}) => schema !== file.chapter.schema);
  const engine = await openNodeEngine(
    database,
    Object.fromEntries(others.map(({schema, file: other}) => [schema, join(folder, other)])),
  );
  const session = await LabSession.open(engine, kernels, file, evidence);
  return {engine, session, file, published: publishedSettings(file.chapter)};
}

/** What an analysis tells, by kind; of several ledgers the last. */
async function analyse(session: LabSession, settings: LabSettings) {
  const answers = new Map<LabAnswer["kind"], LabAnswer>();
  await session.analyse(settings, {
    answer: (answer) => answers.set(answer.kind, answer),
    pause: async () => {},
    settle: async () => {},
  });
  const found = <Kind extends LabAnswer["kind"]>(kind: Kind) => {
    const answer = answers.get(kind);
    if (answer?.kind !== kind) throw new Error(`no answer on ${kind}`);
    return answer as Extract<LabAnswer, {kind: Kind}>;
  };
  return {groups: found("groups"), ledger: found("ledger"), found};
}

const fallen = ({claims}: LedgerAnswer) =>
  claims.filter(({before, after}) => before !== after).map(({id}) => id);

test.each(["alllife", "card-usage"])(
  "the published analysis gives the published tables, and every claim and figure of them, to the last digit: %s",
  async (id) => {
    const {engine, session, file, published} = await open(id);
    const made = await session.makeAll(published);
    for (const table of made)
      expect(
        differences(table, await engine.read(`SELECT * FROM lab_published.main."${table.name}"`)).slice(0, 5),
      ).toEqual([]);

    const ledger = new Ledger(evidence, file.chapter, engine.read);
    const told: LedgerAnswer = {
      kind: "ledger",
      ...(await ledger.ask(
        () => "made anew",
        async () => {},
      )),
    };
    const claims = Object.entries(evidence.queries).filter(
      ([name, query]) => query?.kind === "claim" && name.startsWith(`${id}.`),
    );
    expect(told.claims.length).toBe(claims.length);
    expect(fallen(told)).toEqual([]);
    expect(told.figures).toEqual([]);

    // each published table is one that the lab makes, one that it says it does not make, or of the file
    const listed = Object.values(tablesOfPart).flat();
    expect(made.map(({name}) => name).filter((name) => !listed.includes(name))).toEqual([]);
    const tables = await engine.read(
      "SELECT table_name FROM duckdb_tables() WHERE database_name = 'lab_published'",
    );
    const ofFile = tables.map(([name]) => String(name)).filter((name) => !listed.includes(name));
    expect(ofFile.sort()).toEqual(["chapter", "input_file", "quality_rules"]);
    engine.close();
  },
);

describe("a change of the analysis", () => {
  test("is told by groups, model, actions and claims, and the way back finds all as published", async () => {
    const {engine, session, published} = await open("alllife");
    const four = await analyse(session, {...published, k: 4, starts: 20});
    expect(four.groups.groups.length).toBe(4);
    expect(four.groups.flows.flat().reduce((sum, count) => sum + count, 0)).toBe(660);
    expect(four.groups.agreement).toBeLessThan(1);
    expect(fallen(four.ledger).length).toBeGreaterThan(0);
    expect(four.ledger.claims.filter(({tested}) => tested === "not here")).toEqual([]);
    const back = await analyse(session, published);
    expect(back.groups.moved).toBe(0);
    expect(back.groups.agreement).toBe(1);
    expect(fallen(back.ledger)).toEqual([]);
    expect(back.ledger.claims.every(({tested}) => tested === "untouched")).toBe(true);
    engine.close();
  });

  test("of costs asks only what reads the actions", async () => {
    const {engine, session, published} = await open("alllife");
    const {ledger} = await analyse(session, {...published, costs: {"premium-offer.response": 0}});
    for (const {id, tested} of ledger.claims) {
      const reads = evidence.queries[id]?.tables.some((table) => /\.action/.test(table));
      expect([id, tested]).toEqual([id, reads ? "again" : "untouched"]);
    }
    expect(fallen(ledger).length).toBeGreaterThan(0);
    engine.close();
  });

  test("of the rows' order changes what is said of the row number and nothing else", async () => {
    const {engine, session, published} = await open("alllife");
    const {groups, ledger} = await analyse(session, {...published, order: "shuffled"});
    expect(groups.moved).toBe(0);
    const ofOrder = fallen(ledger).filter((id) => !/row_number/.test(evidence.queries[id]?.sql ?? ""));
    expect(ofOrder).toEqual([]);
    engine.close();
  });

  test("leaves customers out, of whom no table knows then", async () => {
    const {engine, session, published} = await open("alllife");
    const {groups} = await analyse(session, {
      ...published,
      starts: 5,
      leftOut: {column: "credit_limit", test: "largest", count: 10},
    });
    expect(groups.customers).toBe(650);
    const [[most]] = await engine.read("SELECT max(credit_limit) FROM alllife.customers");
    const [[left]] = await engine.read(
      "SELECT max(credit_limit) FROM (SELECT credit_limit FROM lab_published.main.customers ORDER BY credit_limit DESC OFFSET 10)",
    );
    expect(most).toBe(left);
    await expect(
      analyse(session, {...published, leftOut: {column: "credit_limit", test: ">", value: 0}}),
    ).rejects.toThrow(/0 customers are left/);
    engine.close();
  });

  test("gives way to a newer one, and leaves nothing of itself behind", async () => {
    const {engine, session, published} = await open("alllife");
    let turns = 0;
    const superseded = session.analyse(
      {...published, k: 5, starts: 5},
      {
        answer() {},
        async pause() {
          if (++turns > 6) throw new Error("a newer change");
        },
        async settle() {},
      },
    );
    await expect(superseded).rejects.toThrow("a newer change");
    expect(fallen((await analyse(session, published)).ledger)).toEqual([]);
    const [[groups]] = await engine.read("SELECT count(*) FROM alllife.segments");
    expect(groups).toBe(3);
    engine.close();
  });

  test.each(["ward", "complete", "average"] as const)("to %s divides by the tree", async (method) => {
    const {engine, session, published} = await open("alllife");
    const {groups, ledger} = await analyse(session, {...published, method});
    const [[found]] = await engine.read(
      `SELECT count(DISTINCT kmeans_cluster) FROM alllife.customers WHERE kmeans_cluster IS NOT NULL`,
    );
    expect(found).toBe(3);
    expect(groups.agreement).toBeLessThan(1);
    // resamples are divided by k-means, and held against the groups of the tree
    expect(ledger.missingTables).toEqual([]);
    engine.close();
  });

  test("of a rule that flags nobody says so, and its claims have nothing to test", async () => {
    const {engine, session, published} = await open("alllife");
    const {found, ledger} = await analyse(session, {
      ...published,
      rule: {column: "calls", comparison: ">", line: 1e6},
    });
    expect(found("model").reason).toMatch(/flags 0 of 660/);
    const ofModel = ledger.claims.filter(({id}) =>
      evidence.queries[id]?.tables.includes("alllife.risk_coefficients"),
    );
    expect(new Set(ofModel.map(({after}) => after))).toEqual(new Set(["untestable"]));
    engine.close();
  });
});

test("where the published rows are not exact, changes are held against the lab's own run", async () => {
  const original = chapterFile("alllife");
  const file = {...original, chapter: {...original.chapter, exact: false}};
  const database = join(scratch, "rounded.duckdb");
  writeFileSync(database, readFileSync(join(folder, "data", "alllife.duckdb")));
  const {engine, session, published} = await open("alllife", file, database);
  expect(session.isExact).toBe(false);
  const {groups, ledger} = await analyse(session, published);
  expect(groups.moved).toBe(0);
  expect(fallen(ledger)).toEqual([]);
  engine.close();
});

test("a key changes with what its tables depend on, and with nothing else", () => {
  const published = publishedSettings(chapterFile("alllife").chapter);
  const keys = labKeys(published);
  const changed = (change: Partial<LabSettings>) => {
    const other = labKeys({...published, ...change});
    return Object.entries(other).flatMap(([part, key]) =>
      Object.entries(keys).some(([name, before]) => name === part && before === key) ? [] : [part],
    );
  };
  expect(changed({dayCost: 1})).toEqual(["actions"]);
  expect(changed({threshold: 0.3})).toEqual(["parameters"]);
  expect(changed({rule: {column: "calls", comparison: "<", line: 1}})).toEqual([
    "risk",
    "customers",
    "parameters",
    "actions",
    "elsewhere",
  ]);
  expect(changed({k: 4})).not.toContain("risk");
  expect(changed({order: "shuffled"})).toEqual(Object.keys(keys));
});
