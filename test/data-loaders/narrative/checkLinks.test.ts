import {describe, expect, test} from "vitest";
import {checkLinks, linkTargets} from "../../../data-loaders/narrative/checkLinks.js";
import {parsePage} from "../../../data-loaders/narrative/parsePage.js";
import {markdown, printed} from "./evidence.js";

const pages = [
  ["src/index.md", "---\ntitle: x\n---\n\n# Summary\n\n## Who is at risk?\n"],
  ["src/bank/clustering.md", "# Clustering\n\n## How many groups?\n"],
  ["src/bank/index.md", '# Bank\n\n<p id="note">Note</p>\n'],
] as const;
const targets = linkTargets(
  pages.map(([file, source]) => parsePage(source, file, markdown)),
  ["bank.duckdb", "bank/customers.parquet"],
);

const complaints = (source: string, file = "src/index.md") =>
  printed(checkLinks(parsePage(source, file, markdown), targets));

describe("a link", () => {
  test.each([
    ["src/index.md", "./bank/clustering"],
    ["src/index.md", "bank/clustering.html#how-many-groups"],
    ["src/index.md", "/bank/"],
    ["src/index.md", "./bank/#note"],
    ["src/index.md", "#who-is-at-risk"],
    ["src/index.md", "./data/bank.duckdb"],
    ["src/bank/clustering.md", "../"],
    ["src/bank/clustering.md", "../#summary"],
    ["src/bank/clustering.md", "./"],
    ["src/bank/clustering.md", "../data/bank/customers.parquet"],
    ["src/bank/clustering.md", "../manifest.json"],
    ["src/bank/index.md", "clustering"],
    ["src/index.md", "https://example.org/nowhere"],
    ["src/index.md", "mailto:somebody@example.org"],
  ])("from %s to %s leads somewhere", (file, href) => {
    expect(complaints(`See [this](${href}).`, file)).toBe("");
    expect(complaints(`See <a href="${href}">this</a>.`, file)).toBe("");
  });

  test("to a page, heading or file that is not there is an error with the nearest that is", () => {
    const page = `[a](./bank/clusterin)

[b](#who-is-at-risc) and [c](./bank/clustering#how-many)

<a href="./data/bank.duckd">d</a>
[e](/zzzzzzzzzzzzzzzzzzz)
`;
    expect(complaints(page)).toMatchInlineSnapshot(`
      "src/index.md:1:3: error: link to no page: ./bank/clusterin; did you mean /bank/clustering?
      src/index.md:3:3: error: link to no heading of /: #who-is-at-risc; did you mean who-is-at-risk?
      src/index.md:3:28: error: link to no heading of /bank/clustering: #how-many
      src/index.md:5:3: error: link to no page: ./data/bank.duckd; did you mean /data/bank.duckdb?
      src/index.md:6:3: error: link to no page: /zzzzzzzzzzzzzzzzzzz"
    `);
  });

  test("is taken from the folder of its page", () => {
    expect(complaints("[a](./clustering)")).toMatchInlineSnapshot(
      `"src/index.md:1:3: error: link to no page: ./clustering; did you mean /bank/clustering?"`,
    );
  });
});
