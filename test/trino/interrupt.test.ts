import {spawn} from "node:child_process";
import {once} from "node:events";
import {setTimeout as wait} from "node:timers/promises";
import {describe, expect, inject, test} from "vitest";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";
import {sessionOf} from "./cluster/loadTable.js";

const cluster = inject("trino");
const missing = "missing" in cluster ? cluster.missing : undefined;

describe.skipIf(missing !== undefined)(`Ctrl-C (${missing ?? "Trino runs"})`, () => {
  test("ends the query on the cluster too", async () => {
    if ("missing" in cluster) throw new TypeError(cluster.missing);
    const session = await sessionOf(cluster);
    const state = async () => {
      const {rows} = await session.query(
        "state",
        "SELECT state, error_code FROM system.runtime.queries WHERE query LIKE '%AS never%' AND query NOT LIKE '%runtime%'",
      );
      return rows[0] ?? [];
    };
    const script = projectPath("test/trino/cluster/runLongQuery.ts");
    const command = spawn(process.execPath, ["--import", "tsx", script, cluster.host], {
      cwd: projectPath("."),
      stdio: "ignore",
    });
    const ended = once(command, "exit");
    while ((await state())[0] !== "RUNNING") await wait(100);
    command.kill("SIGINT");
    expect((await ended)[1]).toBe("SIGINT");
    expect(await state()).toEqual(["FAILED", "USER_CANCELED"]);
  });
});
