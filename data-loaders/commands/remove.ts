import {existsSync} from "node:fs";
import {mkdir, readFile, rename} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {parseArgs} from "node:util";
import {projectPath} from "../engine/project/projectPath.js";
import {filesBelow} from "../engine/project/sourceFiles.js";
import {OptionError} from "./commandOptions.js";
import {runCommand} from "./runCommand.js";

/** First line of a test that names a data set and holds without it too. */
const stays = "// npm run remove leaves this test where it is.";

/** `npm run remove -- NAME …`: takes data sets and their chapters out of the site; they are kept in `replaced/`. */
await runCommand(async () => {
  const {datasetNames} = await import("../datasets/datasets.js");
  const {unlistChapters} = await import("./new/listedChapters.js");
  const names = namesGiven(datasetNames());
  let kept = projectPath("replaced", `removed-1`);
  for (let i = 2; existsSync(kept); i++) kept = projectPath("replaced", `removed-${i}`);
  const moved = [
    ...names
      .flatMap((name) => [`src/${name}`, `data-loaders/datasets/${name}`])
      .filter((path) => existsSync(projectPath(path))),
    ...((await quotesThem("src/index.md", names)) ? ["src/index.md"] : []),
    ...(await testsOf(names)),
  ];
  for (const path of moved) await move(path, kept);
  await unlistChapters(names);
  const tests = moved.filter((path) => path.startsWith("test/")).length;
  const inputs = names.flatMap((name) =>
    ["csv", "parquet"]
      .map((ending) => `data-loaders/input/${name}.${ending}`)
      .filter((path) => existsSync(projectPath(path))),
  );
  console.error(
    [
      `${names.join(", ")}: taken out of the site, and kept in ${relative(projectPath("."), kept)}`,
      ...(tests === 0 ? [] : [`${tests} test files that test them went with them`]),
      ...(inputs.length === 0 ? [] : [`still there, as it is the bank's: ${inputs.join(", ")}`]),
      "npm run build builds the site without them",
    ].join("\n"),
  );
});

function namesGiven(known: readonly string[]): string[] {
  const {positionals} = parseArgs({allowPositionals: true, options: {}});
  const unknown = positionals.filter((name) => !known.includes(name));
  if (positionals.length === 0 || unknown.length > 0)
    throw new OptionError(
      `${unknown.length > 0 ? `no data set ${unknown.join(", ")}. ` : ""}usage: npm run remove -- NAME …; there are: ${known.join(", ")}`,
    );
  return [...new Set(positionals)];
}

async function move(path: string, kept: string): Promise<void> {
  const target = join(kept, path);
  await mkdir(dirname(target), {recursive: true});
  await rename(projectPath(path), target);
}

/** Whether a page quotes or links to one of the chapters. */
async function quotesThem(path: string, names: readonly string[]): Promise<boolean> {
  const text = await readFile(projectPath(path), "utf8").catch(() => "");
  return names.some(
    (name) => text.includes(`{{${name}.`) || text.includes(`:${name}.`) || text.includes(`./${name}/`),
  );
}

/** Test files that name one of the data sets, those that import such files, and those that such a file sets up. */
async function testsOf(names: readonly string[]): Promise<string[]> {
  const files = (await filesBelow(projectPath("test")).catch(() => [])).map((file) => `test/${file}`);
  const texts = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(projectPath(file), "utf8")] as const)),
  );
  const words = names.flatMap((name) => [
    name,
    name.replaceAll("-", "_"),
    name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  ]);
  const named = new RegExp(`(?<![\\w-])(?:${words.join("|")})(?![\\w-])`);
  const found = new Set(
    files.filter((file) => {
      const text = texts.get(file) ?? "";
      return named.test(`${file}\n${text}`) && !text.startsWith(stays);
    }),
  );
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const file of files) if (found.has(join(dirname(file), "setup.ts"))) found.add(file);
    for (const [file, text] of texts)
      for (const [, path] of text.matchAll(/from "(\.[^"]+)\.js"/g))
        if (found.has(join(dirname(file), `${path}.ts`))) found.add(file);
  }
  return [...found].sort();
}
