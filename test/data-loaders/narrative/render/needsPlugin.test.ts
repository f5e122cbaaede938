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
    needsPlugin(it, () => figures);
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

  test.each(["bank.repeated", "bank.mean"])(
    "leaves out a block that needs %s, up to its own end, and says so",
    (id) => {
      const html = render(block(id, undefined, ' id="rows"'));
      expect(html).not.toContain("rows</strong>");
      expect(html).toContain(`<p id="rows" class="hint">Left out: “${id}” is `);
      expect(html).toContain("Before.");
      expect(html).toContain("After.");
      expect(html).not.toContain("</div>");
    },
  );
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
