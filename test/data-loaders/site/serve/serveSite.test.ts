import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createServer, type Server} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setImmediate} from "node:timers/promises";
import {afterEach, beforeEach, expect, test} from "vitest";
import {serveSite} from "../../../../data-loaders/site/serve/serveSite.js";

let folder: string;
let taken: Server[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-served-"));
  writeFileSync(join(folder, "index.html"), "the report");
  taken = [];
});
afterEach(async () => {
  await Promise.all(taken.map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, {recursive: true});
});

/** Takes a port, or leaves it to who has it already. */
function take(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(port));
    server.listen(port, "127.0.0.1", () => {
      taken.push(server);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

test("many taken ports are passed over without a warning", async () => {
  let first = await take(0);
  // the ports behind it must exist
  while (first > 65_000) first = await take(0);
  for (let port = first + 1; port < first + 12; port++) await take(port);
  const warnings: string[] = [];
  const hear = ({name}: Error) => warnings.push(name);
  process.on("warning", hear);
  const {url, close} = await serveSite(first, folder);
  try {
    expect(Number(new URL(url).port)).toBeGreaterThanOrEqual(first + 12);
    expect(await (await fetch(url)).text()).toBe("the report");
    await setImmediate();
    expect(warnings).toEqual([]);
  } finally {
    process.off("warning", hear);
    close();
  }
});

test("no port is tried behind the last one", async () => {
  await take(65_535);
  await expect(serveSite(65_535, folder)).rejects.toThrow(
    "port 65535 is taken. Set PORT to the first port to try, for example PORT=8080",
  );
});
