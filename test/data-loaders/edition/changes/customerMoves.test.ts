import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {customerMoves} from "../../../../data-loaders/edition/changes/customerMoves.js";
import {writeDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {text} from "../../../../data-loaders/engine/tables/publishedTable.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-moves-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function edition(name: string, customers: Record<string, string>): Promise<string> {
  const columns = [
    text("customer_id", "", Object.keys(customers)),
    text("segment", "", Object.values(customers)),
  ];
  await writeDatabase(folder, name, `${name}.duckdb`, [{name: "customers", definition: "", columns}]);
  return join(folder, `${name}.duckdb`);
}

it("counts who stayed, moved, came and left, and leaves out keys that stand on several rows", async () => {
  const earlier = await edition("earlier", {c1: "a", c2: "a", c3: "b", c4: "b", c5: "a", "c5-2": "b"});
  const present = await edition("present", {c1: "a", c2: "b", c4: "b", c6: "a", c5: "b", "c5-2": "a"});
  expect(await customerMoves(earlier, present)).toEqual([
    {from: "a", to: "a", customers: 1},
    {from: "a", to: "b", customers: 1},
    {from: "b", to: "b", customers: 1},
    {from: "b", to: null, customers: 1},
    {from: null, to: "a", customers: 1},
  ]);
});

it("follows nobody in a file without keys: a row's number is another customer's in the next edition", async () => {
  const earlier = await edition("numbered", {row1: "a", row2: "b"});
  const present = await edition("renumbered", {row1: "b", row2: "a"});
  expect(await customerMoves(earlier, present)).toEqual([]);
});
