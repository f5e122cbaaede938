import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {serveNpmFromNodeModules} from "../../../../data-loaders/site/pages/npmFromNodeModules.js";

interface Lock {
  packages: Record<string, {version: string; dependencies?: Record<string, string>}>;
}

const lock: Lock = JSON.parse(readFileSync(projectPath("package-lock.json"), "utf8"));
const version = (name: string) => lock.packages[`node_modules/${name}`].version;

const network = globalThis.fetch;
beforeAll(() => serveNpmFromNodeModules());
afterAll(() => {
  globalThis.fetch = network;
});

const file = (path: string) => fetch(`https://packages.example/npm/${path}`);

describe("the npm packages of pages", () => {
  test.each(["d3-array", "@observablehq/plot", "@duckdb/duckdb-wasm"])(
    "resolve %s to the locked version",
    async (name) => {
      for (const tag of ["", "/latest", "/^1.0.0"]) {
        const response = await fetch(`https://versions.example/${name}${tag}`);
        expect(await response.json()).toMatchObject({version: version(name)});
      }
    },
  );

  test("are one module each, whose imports of the project's own dependencies stay imports", async () => {
    const response = await file(`@observablehq/plot@${version("@observablehq/plot")}/+esm`);
    expect(response.headers.get("content-type")).toBe("application/javascript");
    const code = await response.text();
    const imports = Array.from(code.matchAll(/from\s*"([^"]+)"/g), ([, path]) => path);
    expect(imports).toContain(`/npm/d3@${version("d3")}/+esm`);
    expect(imports.filter((path) => !path.startsWith("/npm/"))).toEqual([]);
  });

  test("are the same bytes every time", async () => {
    const path = `htl@${version("htl")}/+esm`;
    expect(await (await file(path)).text()).toBe(await (await file(path)).text());
  });

  test("give single files as they are in the package", async () => {
    const path = `@duckdb/duckdb-wasm@${version("@duckdb/duckdb-wasm")}/dist/duckdb-eh.wasm`;
    const response = await file(path);
    expect(response.headers.get("content-type")).toBe("application/wasm");
    const onDisk = readFileSync(projectPath("node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), onDisk)).toBe(0);
    const packed = await file(`${path}.gz`);
    expect(packed.headers.get("content-type")).toBe("application/gzip");
    expect(Buffer.compare(gunzipSync(await packed.arrayBuffer()), onDisk)).toBe(0);
  });

  test("are refused where they are not in the lock file, with the way to add them", async () => {
    await expect(fetch("https://versions.example/left-pad")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: npm:left-pad is not in package-lock.json; where the npm registry can be reached, add it with: npm install --save-exact left-pad]`,
    );
    await expect(file("@some/thing@1.0.0/+esm")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: npm:@some/thing is not in package-lock.json; where the npm registry can be reached, add it with: npm install --save-exact @some/thing]`,
    );
  });

  test("are refused at another version than the locked one", async () => {
    const refusal = file("htl@0.3.1/+esm");
    await expect(refusal).rejects.toThrow(
      `npm:htl@0.3.1 is not the locked version; write npm:htl or npm:htl@${version("htl")}`,
    );
  });

  test.each(["http://127.0.0.1:9/", "http://example.org/"])(
    "are the only thing that is answered: not %s",
    async (address) => {
      await expect(fetch(address)).rejects.toThrow(`no network: ${address}`);
    },
  );
});
