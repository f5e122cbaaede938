import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {promisify} from "node:util";
import {expect, test} from "vitest";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";

interface Outcome {
  summary: {violations: {rule: {name: string}; from: string; to: string}[]; totalCruised: number};
}

/** What dependency-cruiser finds against the rules of the project, in these folders. */
async function violations(cwd: string, folders: readonly string[]) {
  const cruise = projectPath("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = projectPath(".dependency-cruiser.mjs");
  const {stdout} = await promisify(execFile)(
    process.execPath,
    [cruise, "--config", config, "--output-type", "json", ...folders],
    {cwd, maxBuffer: 2 ** 28},
  ).catch((error: {stdout: string}) => error);
  const {summary}: Outcome = JSON.parse(stdout);
  return {
    modules: summary.totalCruised,
    found: summary.violations.map(({rule, from, to}) => `${rule.name}: ${from} imports ${to}`),
  };
}

test("the code keeps the import rules", async () => {
  const {found, modules} = await violations(projectPath("."), [
    "data-loaders",
    "src",
    "observablehq.config.ts",
  ]);
  expect(found).toEqual([]);
  expect(modules).toBeGreaterThan(400);
});

/** What breaks a rule, and the files that do; all of them lie in one folder, so that the tool starts once. */
const broken: readonly [found: string, files: Readonly<Record<string, string>>][] = [
  [
    "no-circle-of-files: data-loaders/source/a.ts imports data-loaders/source/b.ts",
    {
      "data-loaders/source/a.ts": 'import type {B} from "./b.js"; export type A = B;',
      "data-loaders/source/b.ts": 'export type {A as B} from "./a.js";',
    },
  ],
  [
    "no-circle-of-folders: data-loaders/model/risk imports data-loaders/model/cluster",
    {
      "data-loaders/model/risk/a.ts": 'import "../cluster/b.js";',
      "data-loaders/model/cluster/b.ts": "export const b = 1;",
      "data-loaders/model/cluster/c.ts": 'export const c = () => import("../risk/d.js");',
      "data-loaders/model/risk/d.ts": "export const d = 1;",
    },
  ],
  // a circle is told from both of its ends
  ["no-circle-of-folders: data-loaders/model/cluster imports data-loaders/model/risk", {}],
  [
    "order-of-rooms:source: data-loaders/source/early.ts imports data-loaders/publish/tables/b.ts",
    {
      "data-loaders/source/early.ts": 'import "../publish/tables/b.js";',
      "data-loaders/publish/tables/b.ts": "export const b = 1;",
    },
  ],
  [
    "order-of-folders:lib: src/lib/a.ts imports src/components/b.ts",
    {"src/lib/a.ts": 'import "../components/b.js";', "src/components/b.ts": "export const b = 1;"},
  ],
  [
    "no-node-in-the-browser: src/components/plots/a.ts imports fs",
    {"src/components/plots/a.ts": 'import {readFileSync} from "node:fs"; readFileSync("a");'},
  ],
  [
    "one-hash: data-loaders/publish/hash.ts imports crypto",
    {"data-loaders/publish/hash.ts": 'import {createHash} from "node:crypto"; createHash("sha256");'},
  ],
  [
    "only-a-data-set-knows-itself: data-loaders/model/a.ts imports data-loaders/datasets/bank/definition.ts",
    {
      "data-loaders/model/a.ts": 'import {definition} from "../datasets/bank/definition.js"; definition;',
      "data-loaders/datasets/bank/definition.ts": "export const definition = 1;",
    },
  ],
  [
    "only-a-data-set-knows-itself: data-loaders/datasets/shop/a.ts imports data-loaders/datasets/bank/b.ts",
    {
      "data-loaders/datasets/shop/a.ts": 'import "../bank/b.js";',
      "data-loaders/datasets/bank/b.ts": "export const b = 1;",
    },
  ],
  [
    "only-a-chapter-knows-itself: src/shop/charts.ts imports src/bank/chapter.ts",
    {
      "src/shop/charts.ts": 'import "../bank/chapter.js";',
      "src/bank/chapter.ts": "export const b = 1;",
    },
  ],
];

test("what breaks a rule is found, each time, and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cardlens-imports-"));
  try {
    const written = broken.flatMap(([, files]) => Object.entries(files));
    expect(new Set(written.map(([file]) => file)).size).toBe(written.length);
    for (const [file, text] of written) {
      mkdirSync(dirname(join(folder, file)), {recursive: true});
      writeFileSync(join(folder, file), text);
    }
    const {found} = await violations(folder, ["data-loaders", "src"]);
    expect(found.toSorted()).toEqual(broken.map(([rule]) => rule).toSorted());
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
