import {createServer, type Server} from "node:net";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {builtSite} from "../../setup/builtSite.js";
import {copyProject, removeProject, runCommand, startCommand} from "../../setup/copiedProject.js";

let project: string;
beforeAll(async () => {
  project = copyProject((await builtSite()).project);
});
afterAll(() => removeProject(project));

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

const close = (server: Server) => new Promise((resolve) => server.close(resolve));

/** Starts the report with this port as the first to try, and waits for its address. */
async function start(port: number) {
  const started = startCommand(project, "start", {PORT: String(port)});
  let url: string | undefined;
  while (url === undefined) {
    expect(started.child.exitCode, started.output()).toBeNull();
    await setTimeout(50);
    url = /Cardlens is at (http:\S+)/.exec(started.output())?.[1];
  }
  return {...started, url};
}

describe("npm start", () => {
  test("prints its address, takes the next port where one is taken, and frees it on Ctrl-C", async () => {
    const taken = await listen(0);
    const port = portOf(taken);
    const {child, ended, url} = await start(port);
    try {
      const used = Number(new URL(url).port);
      expect(used).toBeGreaterThan(port);
      expect(used).toBeLessThan(port + 100);
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('data-figure="alllife.customers"');
      expect((await fetch(`${url}alllife/clustering`)).status).toBe(200);
      expect((await fetch(`${url}no-such-page`)).status).toBe(404);
      const range = await fetch(`${url}data/alllife.duckdb`, {headers: {range: "bytes=8-11"}});
      expect(range.status).toBe(206);
      expect(await range.text()).toBe("DUCK");
      child.kill("SIGINT");
      expect(await ended).toMatchObject({code: 0, signal: null});
      await close(await listen(used));
    } finally {
      child.kill("SIGKILL");
      await close(taken);
    }
  });

  test("ends on SIGTERM too, with a browser still connected", async () => {
    const free = await listen(0);
    const port = portOf(free);
    await close(free);
    const {child, ended, url} = await start(port);
    try {
      expect(url).toBe(`http://127.0.0.1:${port}/`);
      expect((await fetch(url)).status).toBe(200);
      child.kill("SIGTERM");
      expect(await ended).toMatchObject({code: 0, signal: null});
    } finally {
      child.kill("SIGKILL");
    }
  });

  test("says what to do where the ports that it tries are taken", async () => {
    // taken by another program where it is not taken here
    const taken = await listen(65_535).catch(() => undefined);
    try {
      const {code, output} = await runCommand(project, "start", {PORT: "65535"});
      expect(code, output).toBe(1);
      expect(output.trimEnd()).toMatch(
        /\nport 65535 is taken\. Set PORT to the first port to try, for example PORT=8080$/,
      );
      expect(output).not.toMatch(/^\s+at /m);
    } finally {
      if (taken !== undefined) await close(taken);
    }
  });

  test("refuses a port that is none before it builds", async () => {
    const {code, output} = await runCommand(project, "start", {PORT: "70000"});
    expect(code).toBe(1);
    expect(output.trim().split("\n")[0]).toBe(
      "PORT is 70000; expected a whole number from 1 to 65535, for example PORT=8080",
    );
    expect(output).not.toMatch(/^\s+at /m);
    expect(output).not.toContain("alllife");
  });
});
