import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {sourceFiles} from "../../../../data-loaders/engine/project/sourceFiles.js";
import {parseBenchmarks} from "../../../../data-loaders/narrative/syntax/parseBenchmarks.js";
import {printed} from "../evidence.js";

const header = "id,label,published,tolerance,sample,software,format,query";
const read = (...lines: string[]) =>
  parseBenchmarks([header, ...lines, ""].join("\n"), "src/bank/benchmarks.csv");

test("a row is a benchmark, with its line and what it says of itself", () => {
  const {queries, problems} = read(
    'bank.mean,"Mean, all",1.5,1e-6,kept,"R, lm",",.2f",SELECT avg(x) FROM bank.t',
  );
  expect(problems).toEqual([]);
  expect(queries).toEqual([
    {
      kind: "benchmark",
      id: "bank.mean",
      label: "Mean, all",
      headers: {published: "1.5", tolerance: "1e-6", sample: "kept", software: "R, lm", format: ",.2f"},
      sql: "SELECT avg(x) FROM bank.t",
      file: "src/bank/benchmarks.csv",
      line: 2,
      sqlLine: 2,
      formatLine: 2,
      about: [],
    },
  ]);
});

test("everything that is wrong is told at its line", () => {
  const {queries, problems} = parseBenchmarks(
    "id,label,published,tolerance,software,query,tolerence\nbank.a,A,one,0,R,SELECT 1,\nbank.b,,1,0,R,,\n",
    "src/bank/benchmarks.csv",
  );
  expect(queries.map(({id}) => id)).toEqual(["bank.a"]);
  expect(printed(problems)).toBe(
    [
      'src/bank/benchmarks.csv:1:1: error: unknown column "tolerence"; known: id, label, published, tolerance, software, query, sample, format, unit, note',
      "src/bank/benchmarks.csv:2:1: error: benchmark bank.a: published is no number: one",
      "src/bank/benchmarks.csv:3:1: error: benchmark bank.b has no label; fill the column label",
      "src/bank/benchmarks.csv:3:1: error: benchmark bank.b has no query; fill the column query",
    ].join("\n"),
  );
});

test("a table that is none is told at the line where it breaks", () => {
  const {queries, problems} = read("bank.a,A");
  expect(queries).toEqual([]);
  expect(printed(problems)).toMatch(/^src\/bank\/benchmarks\.csv:2:1: error: no table of benchmarks: /);
});

test("the chapters' tables are sound, and each id is its own chapter's", async () => {
  for (const file of await sourceFiles("src", (path) => path.endsWith("/benchmarks.csv"))) {
    const {queries, problems} = parseBenchmarks(readFileSync(projectPath(file), "utf8"), file);
    expect(problems).toEqual([]);
    expect(queries.length).toBeGreaterThan(0);
    for (const {id} of queries) expect(id.split(".")[0]).toBe(file.split("/")[1]);
  }
});
