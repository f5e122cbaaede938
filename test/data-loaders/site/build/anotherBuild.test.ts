import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {filesBelow} from "../../../../data-loaders/engine/project/sourceFiles.js";
import {builtSite} from "../../../setup/builtSite.js";
import {copyProject, type Ended, plainEnvironment, removeProject} from "../../../setup/copiedProject.js";
import {fingerprint} from "../../../setup/fingerprint.js";

const recorder = pathToFileURL(join(import.meta.dirname, "../../../setup/recordConnections.mjs")).href;

/**
 * Begins a command in namespaces of its own, where there is no other host and `dist` is a mounted volume, which cannot be
 * renamed.
 */
const apart = [
  ["unshare", "-nm"],
  ["unshare", "-rnm"],
].find(([program, ...options]) => spawnSync(program, [...options, "true"]).status === 0);
const namespace =
  apart === undefined
    ? " (no namespaces here: connections are only recorded, and dist is a plain folder)"
    : "";

let project: string;
let log: string;
let site: string;
let ended: Ended;
beforeAll(async () => {
  const {folder} = await builtSite();
  expect(existsSync(folder)).toBe(true);
  project = copyProject();
  log = join(project, "connections.txt");
  writeFileSync(log, "");
  for (const part of ["src", "data-loaders"])
    for (const [index, file] of (await filesBelow(join(project, part))).entries())
      utimesSync(join(project, part, file), index * 86_400, index * 86_400);
  site = join(project, apart === undefined ? "dist" : "volume");
  for (const folder of ["dist", "volume/lost+found"]) mkdirSync(join(project, folder), {recursive: true});
  ended = await run([
    ...(apart === undefined ? [] : [...apart, "sh", "-c", 'mount --bind volume dist && exec "$@"', "sh"]),
    process.execPath,
    "--import",
    "tsx",
    "data-loaders/commands/build.ts",
  ]);
});
afterAll(() => removeProject(project));

function run([program, ...args]: readonly string[]): Promise<Ended> {
  const env = plainEnvironment({
    TZ: "Pacific/Kiritimati",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
    NODE_OPTIONS: `--import=${recorder}`,
    CONNECTION_LOG: log,
  });
  const child = spawn(program, args, {cwd: project, env, stdio: ["ignore", "pipe", "pipe"]});
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({code, signal, output}));
  });
}

describe("a build in another folder, on another day, in another time zone and language, without caches", () => {
  test(`succeeds without network${namespace}`, () => {
    expect(ended.code, ended.output).toBe(0);
    expect(ended.output).not.toContain("unchanged");
  });

  test("asks no other host", () => {
    expect(readFileSync(log, "utf8")).toBe("");
  });

  test("gives the same bytes", async () => {
    const {folder} = await builtSite();
    const {".cardlens-left.json": _, ...files} = await fingerprint(site);
    expect(files).toEqual(await fingerprint(folder));
  });
});

test("the recorder of connections notes one to another host", () => {
  const note = join(project, "noted.txt");
  writeFileSync(note, "");
  const script =
    'import("node:net").then(({connect}) => connect(9, "192.0.2.1").on("error", () => {}).destroy())';
  spawnSync(process.execPath, [`--import=${recorder}`, "-e", script], {
    env: {...process.env, CONNECTION_LOG: note},
  });
  expect(readFileSync(note, "utf8")).toContain("192.0.2.1:9 from ");
});
