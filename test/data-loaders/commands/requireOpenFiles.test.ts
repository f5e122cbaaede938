import {readFileSync} from "node:fs";
import {build} from "esbuild";
import {expect, test} from "vitest";

const {scripts}: {scripts: Record<string, string>} = JSON.parse(readFileSync("package.json", "utf8"));
/** All but the benches, which only those run who build Cardlens itself. */
const commands = Object.values(scripts)
  .flatMap((script) => /data-loaders\/commands\/\S+\.ts/.exec(script) ?? [])
  .filter((command) => !command.includes("bench"));

// what is imported later is bundled apart
const {metafile} = await build({
  entryPoints: commands,
  bundle: true,
  splitting: true,
  outdir: "unwritten",
  format: "esm",
  platform: "node",
  packages: "external",
  write: false,
  metafile: true,
  logLevel: "silent",
});

/** What is loaded before a command's first line runs, at the same moment: its files, and the packages they import. */
function loadedAtOnce(command: string): {files: number; packages: string[]} {
  const entry =
    Object.entries(metafile.outputs).find(([, {entryPoint}]) => entryPoint === command)?.[0] ?? "";
  const loaded = new Set([entry]);
  for (const path of loaded)
    for (const {kind, path: imported, external} of metafile.outputs[path].imports)
      if (kind === "import-statement" && !external) loaded.add(imported);
  const parts = [...loaded].map((path) => metafile.outputs[path]);
  return {
    files: new Set(parts.flatMap(({inputs}) => Object.keys(inputs))).size,
    packages: parts.flatMap(({imports}) =>
      imports
        .filter(
          ({kind, external, path}) => kind === "import-statement" && external && !path.startsWith("node:"),
        )
        .map(({path}) => path),
    ),
  };
}

test("there are commands", () => expect(commands.length).toBeGreaterThan(9));

test.each(commands)("%s loads few files before it knows how many can be opened", (command) => {
  const {files, packages} = loadedAtOnce(command);
  expect(files).toBeLessThanOrEqual(25);
  expect(packages).toEqual([]);
});
