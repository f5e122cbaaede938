import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, test} from "vitest";
import {checkPage} from "../../../../data-loaders/narrative/check/checkPage.js";
import {needsPlugin} from "../../../../data-loaders/narrative/render/needsPlugin.js";
import {parsePage} from "../../../../data-loaders/narrative/syntax/parsePage.js";
import {evidence, figure, markdown, printed} from "../evidence.js";

const figures = new Map([
  figure("bank.customers", 660),
  figure("bank.repeated", 0),
  figure("bank.mean", null),
]);
const md = createMarkdownIt({
  markdownIt: (it) => {
    needsPlugin(it, () => ({...evidence, figures}));
    return it;
  },
});
const block = (needs: string, text = "Some **rows**.", id = "") =>
  `Before.\n\n<div${id} data-needs="${needs}">\n\n<div class="inner">\n\n${text}\n\n</div>\n\n</div>\n\nAfter.\n`;
const render = (text: string) => md.render(text, {path: "/page.md"});

describe("needsPlugin", () => {
  test("prints a block whose figure is above zero as it is", () => {
    expect(render(block("bank.customers"))).toContain("Some <strong>rows</strong>.");
  });

  test.each([
    ["bank.repeated", "is 0"],
    ["bank.mean", "has no value"],
  ])("leaves out a block that needs %s, up to its own end, and says so", (id, found) => {
    const html = render(block(id, undefined, ' id="rows"'));
    expect(html).not.toContain("rows</strong>");
    expect(html).toContain(`<p id="rows" class="hint">Left out: “${id}” ${found} in these data.`);
    expect(html).toContain("Before.");
    expect(html).toContain("After.");
    expect(html).not.toContain("</div>");
  });
});

describe("a block for where claims do not hold", () => {
  const unless = (claims: string) =>
    `Before.\n\n<div data-unless="${claims}">\n\nTwo {{bank.mean}} are **better**.\n\n</div>\n\nAfter.\n`;

  test.each(["bank.shrinks", "bank.grows,bank.shrinks"])(
    "is printed where one is contradicted (%s)",
    (claims) => {
      expect(render(unless(claims))).toContain("<strong>better</strong>");
    },
  );

  test.each(["bank.grows", "bank.nobody"])("is left out without a word where none is (%s)", (claims) => {
    expect(render(unless(claims)).replaceAll(/<[^>]*>|\s+/g, "")).toBe("Before.After.");
  });

  test("rests on them: its words need no claim, its figures have values where it is printed", () => {
    const check = (claims: string) =>
      printed(
        checkPage(parsePage(unless(claims), "src/bank/index.md", markdown), {...evidence, figures}).problems,
      );
    expect(check("bank.grows")).toBe("");
    expect(check("bank.shrinks")).toMatch(
      /^src\/bank\/index.md:5:5: untestable: figure bank.mean has no value/,
    );
    expect(check("bank.shrink")).toContain(
      "3:1: error: no claim bank.shrink, which the block needs; did you mean bank.shrinks?",
    );
  });
});

describe("checkPage", () => {
  const problems = (text: string) =>
    printed(checkPage(parsePage(text, "src/bank/index.md", markdown), {...evidence, figures}).problems);

  test("names a figure that a block needs and that does not exist", () => {
    expect(problems(block("bank.customer"))).toContain(
      "src/bank/index.md:3:1: error: no figure bank.customer, which the block needs; did you mean bank.customers?",
    );
  });

  test("says nothing of sentences without a value in a block that is not printed", () => {
    const sentence = "[Nobody](claim:bank.nobody) has {{bank.mean}}.";
    expect(problems(block("bank.customers", sentence))).toContain("nothing to test");
    expect(problems(block("bank.repeated", sentence))).toBe("");
  });
});
