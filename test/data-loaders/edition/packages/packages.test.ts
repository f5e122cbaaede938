import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {billOfMaterials} from "../../../../data-loaders/edition/packages/billOfMaterials.js";
import {lockedPackages, packageName, placeOf} from "../../../../data-loaders/edition/packages/lockFile.js";
import {refusedVersions} from "../../../../data-loaders/edition/packages/refusedVersions.js";
import {licencesText, shippedPackages} from "../../../../data-loaders/edition/packages/shippedPackages.js";

const packages = await lockedPackages();
const installed = Object.entries(packages).filter(([place]) => place !== "");

/** Packages that would run a program when they are installed; `.npmrc` lets none of them. */
const withInstallScript = ["@swc/core", "esbuild", "fsevents"];

describe("the lock file", () => {
  test("has the integrity of every package that comes as a file of its own", () => {
    const without = installed.filter(
      ([, {integrity, inBundle}]) => integrity === undefined && inBundle !== true,
    );
    expect(without.map(([place]) => place)).toEqual([]);
    for (const [place, {integrity = "sha512-"}] of installed) expect(integrity, place).toMatch(/^sha512-/);
  });

  test("has no version that is refused, and the list begins with that of the engine", () => {
    expect(refusedVersions[0]).toMatchObject({name: "@duckdb/duckdb-wasm", version: "1.29.2"});
    const refused = new Set(refusedVersions.map(({name, version}) => `${name}@${version}`));
    const found = installed.map(([place, {version}]) => `${packageName(place)}@${version}`);
    expect(found.filter((each) => refused.has(each))).toEqual([]);
    expect(refused.size).toBe(refusedVersions.length);
  });

  test("has no other package with an install script than those that are known and not run", () => {
    const running = installed.filter(([, {hasInstallScript}]) => hasInstallScript === true);
    const names = new Set(running.map(([place]) => packageName(place)));
    expect([...names].filter((name) => !withInstallScript.includes(name))).toEqual([]);
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  });

  test("is pinned: the project names exact versions", () => {
    const named = {
      ...packages[""]?.dependencies,
      ...Object.fromEntries(Object.entries(packages[""] ?? {}).filter(([key]) => key === "devDependencies")),
    };
    for (const [name, version] of Object.entries(packages[""]?.dependencies ?? {}))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(Object.keys(named).length).toBeGreaterThan(10);
  });
});

describe("a package's place", () => {
  test("is the nearest, as Node looks for it", () => {
    const tree = {
      "node_modules/a": {},
      "node_modules/b": {},
      "node_modules/a/node_modules/b": {},
      "node_modules/@x/y": {},
    };
    expect(placeOf("b", "node_modules/a", tree)).toBe("node_modules/a/node_modules/b");
    expect(placeOf("a", "node_modules/a/node_modules/b", tree)).toBe("node_modules/a");
    expect(placeOf("@x/y", "node_modules/a/node_modules/b", tree)).toBe("node_modules/@x/y");
    expect(placeOf("c", "node_modules/a", tree)).toBeUndefined();
    expect(packageName("node_modules/a/node_modules/@x/y")).toBe("@x/y");
  });
});

describe("the packages in the site", () => {
  test("have licences that allow it, and nearly all bring the text", async () => {
    const shipped = await shippedPackages();
    const allowed =
      /^\(?(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|0BSD|Unlicense|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0)( (OR|AND) .*)?\)?$/;
    expect(
      shipped.filter(({licence}) => !allowed.test(licence)).map(({name, licence}) => `${name}: ${licence}`),
    ).toEqual([]);
    expect(shipped.length).toBeGreaterThan(40);
    expect(shipped.filter(({text}) => text === "").length).toBeLessThan(shipped.length / 4);
    const text = licencesText(shipped);
    for (const name of [
      "@duckdb/duckdb-wasm",
      "@observablehq/plot",
      "d3",
      "apache-arrow",
      "@fontsource-variable/inter",
      "assemblyscript",
    ])
      expect(text).toContain(`\n${name} `);
  });
});

describe("the bill of materials", () => {
  test("is CycloneDX, has what the build uses with hashes, and nothing that differs from build to build", async () => {
    const text = new TextDecoder().decode(await billOfMaterials());
    const bom = JSON.parse(text);
    expect(bom).toMatchObject({bomFormat: "CycloneDX", metadata: {component: {name: "cardlens"}}});
    const components = new Map<string, {hashes?: unknown[]}>(
      bom.components.map((each: {name: string}) => [each.name, each]),
    );
    for (const name of Object.keys(packages[""]?.dependencies ?? {}))
      expect(components.get(name)?.hashes?.length, name).toBe(1);
    expect(components.has("vitest")).toBe(false);
    expect(text).not.toMatch(/serialNumber|timestamp|trust|\/work\//);
  });
});
