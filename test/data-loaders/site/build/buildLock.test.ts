import {spawn} from "node:child_process";
import {once} from "node:events";
import {appendFileSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {copyProject, removeProject} from "../../../setup/copiedProject.js";

let project: string;
beforeAll(() => {
  project = copyProject();
});
afterAll(() => removeProject(project));

/** Holds the lock of a copied project for a while in a process of its own, and tells when it waits, holds and ends. */
function holder(name: string, milliseconds: number) {
  const code = `
    const {holdingBuildLock} = await import("./data-loaders/site/build/buildLock.ts");
    const {appendFileSync} = await import("node:fs");
    const {setTimeout} = await import("node:timers/promises");
    const say = (what) => { appendFileSync("said.txt", "${name} " + what + "\\n"); console.log(what); };
    await holdingBuildLock(async () => { say("holds"); await setTimeout(${milliseconds}); say("ends"); }, () => say("waits"));`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {child, says: once(child.stdout, "data"), closed: once(child, "close")};
}

const said = () => readFileSync(join(project, "said.txt"), "utf8").trimEnd().split("\n");

test("one process holds the lock at a time; a killed one loses it, and a damaged file is made anew", async () => {
  mkdirSync(join(project, ".cache"), {recursive: true});
  writeFileSync(join(project, ".cache/build-lock.duckdb"), "not a database");
  const first = holder("first", 60_000);
  await first.says;
  const second = holder("second", 10);
  await second.says;
  appendFileSync(join(project, "said.txt"), "first is killed\n");
  first.child.kill("SIGKILL");
  await second.closed;
  expect(said()).toEqual(["first holds", "second waits", "first is killed", "second holds", "second ends"]);
});
