import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {expect, test} from "vitest";
import {writeDatabase} from "../../../../data-loaders/engine/tables/database.js";
import {double, integer, text, truth} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {seededRandom} from "../../../../src/lib/statistics/matrices/seededRandom.js";

test("the same tables give the same database and Parquet files, byte for byte", async () => {
  const generator = seededRandom(7);
  const random = () => uniformFloat64(generator);
  const rows = Array.from({length: 9_000}, (_, row) => row);
  const columns = [
    integer("row", "Row", rows),
    integer(
      "count",
      "Count",
      rows.map(() => Math.floor(random() * 40)),
    ),
    double(
      "exact",
      "Exact",
      rows.map(() => random() / 3),
    ),
    double(
      "rounded",
      "Rounded",
      rows.map(() => Math.round(random() * 1e6) / 100),
    ),
    text(
      "name",
      "Name",
      rows.map(() => `customer ${Math.floor(random() * 1e9).toString(36)}`),
    ),
    truth(
      "flag",
      "Flag",
      rows.map(() => random() < 0.1),
    ),
  ];
  const tables = ["one", "two", "three"].map((name) => ({name, definition: "Rows", columns}));
  const hashes = new Set<string>();
  for (let time = 0; time < 6; time++) {
    const folder = mkdtempSync(join(tmpdir(), "cardlens-"));
    try {
      await writeDatabase(folder, "bank", "bank.duckdb", tables);
      const files = ["bank.duckdb", "one.parquet"].map((file) => readFileSync(join(folder, file)));
      hashes.add(createHash("sha256").update(Buffer.concat(files)).digest("hex"));
    } finally {
      rmSync(folder, {recursive: true});
    }
  }
  expect(hashes.size).toBe(1);
});
