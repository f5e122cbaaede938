import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {editionTable, rowsOf} from "../../../data-loaders/edition/editionTable.js";
import {alllife} from "../../definitions.js";
import {reportOn, smallFile, withColumn} from "./smallReport.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-names-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

it("where those with high limits are not online, nobody is called premium online and nobody gets their offers", async () => {
  // whoever logged in most now does least
  const file = withColumn(smallFile(alllife, 220), "Total_visits_online", (values) =>
    values.map((value) => Math.max(...values) - value),
  );
  const {edition, evidence} = await reportOn(file, folder);
  const segments = rowsOf(editionTable(edition, "segments"));
  expect(segments.map(({segment, name_fits}) => [segment, name_fits])).toEqual([
    ["unnamed-1", false],
    ["branch", true],
    ["phone", true],
  ]);
  expect(segments[0].name).toBe("Low online visits, high credit limit");
  expect(segments[0].declared_name).toBe("Premium online");

  // every query can be asked, and nothing is said of a group that is not there
  expect(evidence.problems).toEqual([]);
  const fits = evidence.claims.find(({id}) => id === "alllife.names-fit");
  expect(fits?.verdict).toBe("fails");
  const ofPremium = evidence.claims.filter(({about}) =>
    about.some(({from}) => from.includes("segment = 'premium'")),
  );
  expect(ofPremium.length).toBeGreaterThan(0);
  expect(ofPremium.filter(({verdict}) => verdict !== "untestable")).toEqual([]);

  const list = new TextDecoder().decode(edition.files.get("alllife/targets/premium-offer.csv"));
  expect(list).toMatch(/^customer_id,segment[^\n]*\n$/);
  const offers = rowsOf(editionTable(edition, "actions")).filter(({rule}) =>
    String(rule).includes("'premium'"),
  );
  expect(offers.map(({customers}) => customers)).toEqual([0, 0]);
}, 120_000);
