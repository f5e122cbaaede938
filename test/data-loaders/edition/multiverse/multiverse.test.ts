import {beforeAll, describe, expect, test} from "vitest";
import {type PreparedEdition, prepareEdition} from "../../../../data-loaders/edition/edition.js";
import {alternativeFindings} from "../../../../data-loaders/edition/multiverse/alternativeFindings.js";
import type {Preparation} from "../../../../data-loaders/edition/multiverse/choices.js";
import {keptRows} from "../../../../data-loaders/edition/multiverse/keptCustomers.js";
import {runMultiverse} from "../../../../data-loaders/edition/multiverse/multiverse.js";
import {verdictsOn, withReport} from "../../../../data-loaders/edition/multiverse/runAnalysis.js";
import {openKernels} from "../../../../data-loaders/engine/kernels/openKernels.js";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {builtSite} from "../../../setup/builtSite.js";

/** From the cache of the site that all browser tests share. */
let prepared: PreparedEdition;

beforeAll(async () => {
  await builtSite();
  // the site is built without the secret that tests have
  const {CARDLENS_PSEUDONYM_KEY: _, ...env} = process.env;
  prepared = await prepareEdition(silentProgress, env);
});

const asReported: Omit<Preparation, "ks"> = {
  outliers: "kept",
  scale: "report",
  leftOut: [],
  leftOutFifth: null,
};

function claimsOf(id: string) {
  return prepared.evidence.claims
    .filter((claim) => claim.id.startsWith(`${id}.`))
    .map((claim) => ({...claim, about: claim.about.map(({from}) => from)}));
}

async function analyse(id: string, preparation: Preparation) {
  const edition = prepared.editions.find(({definition}) => definition.id === id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  const {findings, tables: published} = edition;
  const rows = keptRows(findings.customers.rows, preparation.leftOutFifth, findings.definition.search.seed);
  const [found] = await alternativeFindings(
    {...findings, description: findings.analyses.description},
    preparation,
    rows,
    {kernels: await openKernels(), advance: () => {}},
  );
  return withReport(prepared.databases, found.definition.schema, async (connection) => {
    const verdicts = (compared: typeof published) => verdictsOn(found, compared, claimsOf(id), connection);
    return {all: await verdicts([]), touched: await verdicts(published)};
  });
}

describe("an analysis with the report's own choices", () => {
  test.each([
    ["alllife", 3],
    ["card-usage", 4],
  ])("finds every claim of %s as the report does", async (id, k) => {
    const {all} = await analyse(id, {...asReported, ks: [k]});
    const reported = new Map(prepared.evidence.claims.map((claim) => [claim.id, claim.verdict]));
    expect(Object.keys(all).length).toBeGreaterThan(100);
    expect(all).toEqual(Object.fromEntries(Object.keys(all).map((claim) => [claim, reported.get(claim)])));
  });
});

test("a claim is left out only where it could not come out otherwise", async () => {
  const {all, touched} = await analyse("alllife", {...asReported, scale: "log", outliers: "fences", ks: [4]});
  const reported = new Map(prepared.evidence.claims.map((claim) => [claim.id, claim.verdict]));
  expect(Object.keys(touched).length).toBeLessThan(Object.keys(all).length);
  expect(Object.values(touched)).toContain("fails");
  for (const [claim, verdict] of Object.entries(all))
    expect([claim, verdict]).toEqual([claim, touched[claim] ?? reported.get(claim)]);
});

describe("the analyses that the build stored", () => {
  const stored = (claims: PreparedEdition["evidence"]["claims"]) =>
    runMultiverse({...prepared, evidence: {...prepared.evidence, claims}}, silentProgress, "stored");

  test("are fifty or more for each chapter, and are there whatever the sentences say", async () => {
    const renamed = prepared.evidence.claims.map((claim) => ({...claim, label: "Another sentence", line: 1}));
    const found = await stored(renamed);
    expect(found?.map(({id}) => id)).toEqual(["alllife", "card-usage"]);
    for (const {analyses} of found ?? []) expect(analyses.length).toBeGreaterThanOrEqual(50);
  });

  test("say in how many of them a claim holds, and on what it hangs", async () => {
    const found = await stored(prepared.evidence.claims);
    const firmness = found?.[0].firmness;
    expect(firmness?.get("alllife.branch-majority")).toMatchObject({
      dependence: "tested",
      failsWith: ["with 4 groups"],
    });
    expect(firmness?.get("alllife.gap-rule-further")).toMatchObject({
      dependence: "not repeated",
      analyses: 0,
    });
  });

  test("are not those of another query", async () => {
    const [first, ...others] = prepared.evidence.claims;
    expect(await stored([{...first, sql: `${first.sql} -- otherwise`}, ...others])).toBeUndefined();
  });
});
