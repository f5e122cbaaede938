import {createServer} from "node:net";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {builtSite} from "../../site/builtSite.js";
import {copyProject, removeProject, runCommand, startCommand} from "../../site/copiedProject.js";

let project: string;
let firstPort: number;
let preview: ReturnType<typeof startCommand>;
let url: string;
beforeAll(async () => {
  project = copyProject((await builtSite()).project);
  const taken = createServer();
  firstPort = await new Promise((resolve) => {
    taken.listen(0, "127.0.0.1", () => {
      const address = taken.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  preview = startCommand(project, "dev", {PORT: String(firstPort)});
  const address = /The preview is at (http:\S+)/;
  await vi.waitFor(() => expect(preview.output()).toMatch(address), {timeout: 120_000});
  url = address.exec(preview.output())?.[1] ?? "";
  taken.close();
});
afterAll(async () => {
  preview?.child.kill("SIGTERM");
  await preview?.ended;
  removeProject(project);
});

test("the preview takes the first free port from PORT", async () => {
  const port = Number(new URL(url).port);
  expect(port).toBeGreaterThan(firstPort);
  expect(port).toBeLessThan(firstPort + 100);
  expect(await (await fetch(url)).text()).toContain('data-figure="alllife.customers"');
});

test("a preview with a PORT that is none ends before it prepares anything", async () => {
  const {code, output} = await runCommand(project, "dev", {PORT: "0"});
  expect(code).toBe(1);
  expect(output).toContain("PORT is 0; expected a whole number from 1 to 65535, for example PORT=8080");
  expect(output).not.toContain("alllife");
});
