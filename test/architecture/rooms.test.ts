import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {datasetNames} from "../../data-loaders/datasets/datasets.js";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";

const foldersIn = (path: string) =>
  readdirSync(projectPath(path), {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({name}) => name);

const readme = readFileSync(projectPath("README.md"), "utf8");
const way = /## Find your way\n([\s\S]*?)\n- /.exec(readme)?.[1] ?? "";

test("the rooms of the loaders can be counted on two hands", () => {
  expect(foldersIn("data-loaders").length).toBeLessThanOrEqual(10);
});

test("the README names every room", () => {
  const chapters = datasetNames();
  const shared = foldersIn("src").filter((name) => !chapters.includes(name) && name !== "fonts");
  for (const name of [...foldersIn("data-loaders"), ...shared]) expect(way).toContain(`\`${name}\``);
});

test("every chapter has a folder for a page that has figures, claims or charts, and for nothing else", () => {
  for (const chapter of datasetNames()) {
    const pages = readdirSync(projectPath("src", chapter)).flatMap(
      (name) => /^(.+)\.md$/.exec(name)?.[1] ?? [],
    );
    const allowed = new Set([...pages, "index"]);
    expect(foldersIn(`src/${chapter}`).filter((name) => !allowed.has(name))).toEqual([]);
    for (const folder of foldersIn(`src/${chapter}`))
      for (const file of readdirSync(projectPath("src", chapter, folder)))
        expect(["charts.ts", "claims.sql", "figures.sql"]).toContain(file);
    // in the chapter's own files: what several pages quote, questions to begin with, and what its sources said
    const own = readdirSync(projectPath("src", chapter)).filter((name) => name.endsWith(".sql"));
    for (const file of own)
      expect(["claims.sql", "examples.sql", "figures.sql", "statements.sql"]).toContain(file);
  }
});
