// npm run remove leaves this test where it is.
import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";
import {sourceFiles} from "../../data-loaders/engine/project/sourceFiles.js";

const isPage = (path: string) => path.endsWith(".md");
const files = ["README.md", "CONTRIBUTING.md", ...(await sourceFiles("docs", isPage))];

/** Paths of the project that a page names as code; those with a name to fill in (`ID`, `PAGE`, `*`) are left out. */
function pathsIn(text: string): string[] {
  const named = Array.from(text.matchAll(/`((?:data-loaders|src|test|docs)\/[^`\s]*)`/g), ([, path]) => path);
  return named.filter((path) => !/\b[A-Z]{2,}\b|[*<>{}…[\]]/.test(path));
}

/** Files that an analyst or a command makes. */
const made = /^data-loaders\/input\/|^src\/(?:bank|shop|customers|\.observablehq)\b/;

/** Pages show how things are done in the demonstrations; who has taken one out, and its tests, reads of it all the same. */
const demonstrations = ["alllife", "card-usage"];
const removed = demonstrations.filter((name) => !existsSync(projectPath("src", name)));
const isRemoved = (path: string) =>
  removed.some((name) => path.split("/").includes(name)) ||
  (removed.length > 0 && (path === "src/index.md" || path.startsWith("test/")));

describe.each(files)("%s", (file) => {
  const text = readFileSync(projectPath(file), "utf8");

  test("names only paths that are there", () => {
    const missing = pathsIn(text).filter(
      (path) => !made.test(path) && !isRemoved(path) && !existsSync(projectPath(path)),
    );
    expect(missing).toEqual([]);
  });
});

test("there are paths to look at", () => {
  const all = files.flatMap((file) => pathsIn(readFileSync(projectPath(file), "utf8")));
  expect(all.length).toBeGreaterThan(30);
});
