import {describe, expect, test} from "vitest";
import {checkLinks, linkTargets} from "../../../../data-loaders/narrative/check/checkLinks.js";
import {parsePage} from "../../../../data-loaders/narrative/syntax/parsePage.js";
import {markdown, printed} from "../evidence.js";

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
  test("to a source file, which the site does not have, is a mistake", () => {
    expect(complaints("See [this](./bank/clustering.md#how-many-groups).")).toBe(
      "src/index.md:1:10: error: link to a source file: ./bank/clustering.md#how-many-groups; write it without .md",
    );
  });

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
    ["src/index.md", "./bank/clustering?tab=2#how-many-groups"],
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
      src/index.md:5:4: error: link to no page: ./data/bank.duckd; did you mean /data/bank.duckdb?
      src/index.md:6:3: error: link to no page: /zzzzzzzzzzzzzzzzzzz"
    `);
  });

  test("is taken from the folder of its page", () => {
    expect(complaints("[a](./clustering)")).toMatchInlineSnapshot(
      `"src/index.md:1:3: error: link to no page: ./clustering; did you mean /bank/clustering?"`,
    );
  });

  test("is checked with a title, by reference, in a table and in HTML with expressions, at its place", () => {
    const page = `---
title: x
---

See
[one](./one "title") or [**two**][two], [three](<./th ree>).

- an item
  with [four][two]

| a | b |
|---|---|
| 1 | [five](./five) |

<p class="\${kind}">
<a href="./six">six</a>
<a
href="./six">again</a></p>

[two]: ./two
`;
    expect(complaints(page)).toMatchInlineSnapshot(`
      "src/index.md:6:5: error: link to no page: ./one
      src/index.md:6:25: error: link to no page: ./two
      src/index.md:6:47: error: link to no page: ./th ree
      src/index.md:9:8: error: link to no page: ./two
      src/index.md:13:12: error: link to no page: ./five
      src/index.md:16:4: error: link to no page: ./six
      src/index.md:18:1: error: link to no page: ./six"
    `);
  });

  test("to a percent sign that encodes nothing is an error as any other", () => {
    expect(complaints('[a](#50%)\n\n<a href="#50%">b</a>')).toMatchInlineSnapshot(`
      "src/index.md:1:3: error: link to no heading of /: #50%
      src/index.md:3:4: error: link to no heading of /: #50%"
    `);
  });

  test.each([
    ["a call in a fence", "```js\nhandlers[name](event);\n```"],
    ["a call in an expression", `There are \${rows[i](x)} of them.`],
    ["Markdown in code", "Write `[text](./page)`."],
    ["HTML in code", 'Write `<a href="./page">`.\n\n    <a href="./page">\n'],
  ])("is not seen in %s", (_, source) => {
    expect(complaints(source)).toBe("");
  });
});
