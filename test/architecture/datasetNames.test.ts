import {existsSync, readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {datasetNames} from "../../data-loaders/datasets/datasets.js";
import {projectPath} from "../../data-loaders/engine/project/projectPath.js";

/** The data sets that come with the project. One's own may be called as anything. */
const names = datasetNames().filter((id) => existsSync(projectPath("data-loaders/datasets", id, "sample")));

/** Comments of the project stand on lines of their own. */
const commentLine = /^\s*(\/\*\*|\*|\/\/).*$/gm;

/** Code and pages outside the folders of the data sets. The front page may be that of one of them. */
function sharedFiles(): string[] {
  const own = new RegExp(`^(data-loaders/datasets|src)/(${names.join("|")})/|^src/index\\.md$`);
  return ["data-loaders", "src"]
    .flatMap((room) =>
      readdirSync(projectPath(room), {recursive: true, encoding: "utf8"}).map(
        (file) => `${room}/${file.replaceAll("\\", "/")}`,
      ),
    )
    .concat("observablehq.config.ts")
    .filter((file) => /\.(ts|md|sql|css|yaml)$/.test(file) && !file.includes("/.") && !own.test(file))
    .filter((file) => file !== "data-loaders/input/README.md");
}

test("nothing outside its folders names a data set but comments, which may give it as an example", () => {
  const named = new RegExp(names.map((id) => id.replaceAll("-", "[-_]")).join("|"), "i");
  const files = sharedFiles().filter((file) => {
    const text = readFileSync(projectPath(file), "utf8");
    return named.test(file.endsWith(".ts") ? text.replaceAll(commentLine, "") : text);
  });
  expect(files).toEqual([]);
});
