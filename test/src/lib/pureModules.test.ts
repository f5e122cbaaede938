import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {projectPath} from "../../../data-loaders/engine/project/projectPath.js";

/** Packages that the shared numerics may import: small, and without Node. */
const allowed = /^(\.{1,2}\/|d3-array$|pure-rand\/)/;

describe.each(["statistics", "kernels"])("src/lib/%s", (folder) => {
  const directory = projectPath("src/lib", folder, "/");
  const files = readdirSync(directory, {recursive: true})
    .map(String)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".as.ts"));

  it("imports nothing that a browser lacks", () => {
    const imports = files.flatMap((file) =>
      [...readFileSync(directory + file, "utf8").matchAll(/from "([^"]+)"/g)].map(([, name]) => name),
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((name) => !allowed.test(name))).toEqual([]);
  });

  it("uses neither the document nor the process", () => {
    const uses = files.filter((file) => {
      const code = readFileSync(directory + file, "utf8").replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, "");
      return /\b(document|window|process|Buffer|require)\b[.(]/.test(code);
    });
    expect(uses).toEqual([]);
  });
});
