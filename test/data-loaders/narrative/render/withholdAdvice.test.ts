import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {narrativePlugin} from "../../../../data-loaders/narrative/render/narrativePlugin.js";
import {withholdAdvice} from "../../../../data-loaders/narrative/render/withholdAdvice.js";
import {evidence} from "../evidence.js";

const markdown = createMarkdownIt({
  markdownIt: (md) => {
    narrativePlugin(md, () => evidence);
    withholdAdvice(md, () => evidence);
    return md;
  },
});

function render(source: string): Document {
  const context = {code: [], startLine: 0, currentLine: 0, path: "/x.md"};
  return new JSDOM(markdown.render(source, context)).window.document;
}

const contradicted = "A recommendation is withheld: these data contradict what it rests on.";
const nothing = "A recommendation is withheld: these data hold nothing that it rests on.";

describe("advice that rests on claims", () => {
  test("is printed without its mark where all of them hold", () => {
    const {body} = render("- {advice:bank.grows,bank.grows} Call *them*, all {{bank.customers}}.");
    expect(body.textContent?.trim()).toBe("Call them, all 660.");
    expect(body.querySelector(".withheld")).toBeNull();
  });

  test.each([
    ["bank.shrinks", contradicted],
    ["bank.grows,bank.nobody", nothing],
    ["bank.nobody,bank.shrinks", contradicted],
  ])("is withheld where one of %s falls, and says why", (premises, reason) => {
    const {body} = render(`- {advice:${premises}} Call *them*, all {{bank.customers}}.\n- Others stay.`);
    expect(body.textContent).not.toContain("Call");
    expect(body.textContent).toContain("Others stay.");
    const withheld = body.querySelector<HTMLElement>("li .withheld");
    expect(withheld?.textContent).toBe(reason);
    expect(withheld?.dataset.claim).toBe(premises);
  });

  test("leaves nothing of a table's row", () => {
    const {body} = render(
      "| a | b |\n|---|---|\n| {advice:bank.shrinks} [Call](#call) | {{bank.customers}} |\n| Stay | 1 |",
    );
    const rows = Array.from(body.querySelectorAll("tbody tr"), ({textContent}) =>
      textContent?.trim().replaceAll(/\s+/g, " "),
    );
    expect(rows).toEqual([contradicted, "Stay 1"]);
    const cells = Array.from(body.querySelectorAll("tbody tr:first-child td"));
    expect(cells.map((cell) => cell.getAttribute("colspan"))).toEqual(["2"]);
  });

  test("leaves a heading with its address, struck through", () => {
    const {body} = render("## {advice:bank.shrinks} Call them\n\nText.");
    expect(body.querySelector("h2#call-them s.withheld")?.textContent).toBe("Call them");
    expect(body.textContent).toContain("Text.");
  });

  test("leaves of a division its headings and its own address", () => {
    const {body} = render(
      `<div class="action" id="call" data-advice="bank.nobody">\n\n### Call them\n\n<dl>\n<dt>Who</dt><dd>\n\nAll {{bank.customers}}.\n\n</dd>\n</dl>\n\n<div>\n\nInner.\n\n</div>\n\nEnd.\n\n</div>\n\nAfter it.`,
    );
    const division = body.querySelector("#call");
    expect(division?.textContent?.trim().replaceAll(/\s+/g, " ")).toBe(`Call them ${nothing}`);
    expect(body.querySelector("h3#call-them s.withheld")).not.toBeNull();
    expect(body.querySelector("#call + p")?.textContent).toBe("After it.");
  });

  test("leaves a division as it is where its claims hold", () => {
    const {body} = render(
      `<div class="action" data-advice="bank.grows">\n\n### Call them\n\nAll {{bank.customers}}.\n\n</div>`,
    );
    expect(body.querySelector(".action")?.textContent?.trim().replaceAll(/\s+/g, " ")).toBe(
      "Call them All 660.",
    );
  });

  test("of an unknown claim shows an error in the page", () => {
    expect(render("{advice:bank.grow} Call.").querySelector(".narrative-error")?.textContent).toBe(
      "no claim bank.grow",
    );
  });
});
