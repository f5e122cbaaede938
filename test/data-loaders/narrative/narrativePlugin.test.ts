import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {markdown} from "./evidence.js";

function render(source: string): string {
  return markdown.render(source, {code: [], startLine: 0, currentLine: 0, path: "/x.md"}).trim();
}

describe("a reference in Markdown", () => {
  test("to a figure becomes its value, with the exact value beside", () => {
    expect(render("{{bank.share}} of {{bank.customers}}")).toBe(
      '<p><data value="0.0757" data-figure="bank.share">7.6%</data> of <data value="660" data-figure="bank.customers">660</data></p>',
    );
  });

  test("to a figure may have a format of its own", () => {
    expect(render("{{ bank.share:.2%}}")).toBe(
      '<p><data value="0.0757" data-figure="bank.share" data-format=".2%">7.57%</data></p>',
    );
  });

  test("to a figure in a format that is none says so, and the page goes on", () => {
    expect(render("{{bank.share:.0z%}} and {{bank.customers}}")).toBe(
      '<p><strong class="narrative-error">invalid format; not a d3 format (as ,d or .1%), words, Words or times: .0z%</strong> and <data value="660" data-figure="bank.customers">660</data></p>',
    );
  });

  test("to a figure without a value says so", () => {
    expect(render("{{bank.mean-limit}}")).toBe(
      '<p><data value="" data-figure="bank.mean-limit" class="no-value">no value</data></p>',
    );
  });

  test("to a figure that is text is escaped", () => {
    const {document} = new JSDOM(render("{{bank.name}}")).window;
    expect(document.querySelector("data")?.textContent).toBe('Premium <"online">');
    expect(document.querySelector("data")?.getAttribute("value")).toBe('Premium <"online">');
    expect(document.querySelector("online")).toBeNull();
  });

  test.each([
    ["a table", "| a |\n|---|\n| {{bank.customers}} |"],
    ["a heading", "## All {{bank.customers}}"],
    ["HTML", "<p>{{bank.customers}}</p>"],
    ["bold text", "**{{bank.customers}}**"],
    ["a claim", "[All {{bank.customers}} grow](claim:bank.grows)"],
    ["a chart's title", "![All {{bank.customers}}](chart:bank.shares)"],
  ])("to a figure works within %s", (_, source) => {
    expect(render(source)).toContain('<data value="660" data-figure="bank.customers">660</data>');
  });

  test("is left alone in code", () => {
    expect(render("`{{bank.customers}}`")).toContain("{{bank.customers}}");
  });

  test("to a claim marks the sentence that it carries", () => {
    expect(render("So [they *grow*](claim:bank.grows).")).toBe(
      '<p>So <span class="claim" data-claim="bank.grows">they <em>grow</em></span>.</p>',
    );
  });

  test("to a claim that the data contradict says so beside the sentence", () => {
    expect(render("[They shrink](claim:bank.shrinks).")).toBe(
      '<p><mark class="claim" data-claim="bank.shrinks">They shrink</mark> <strong class="claim-verdict">(not supported by these data)</strong>.</p>',
    );
  });

  test("to a chart becomes the chart with its title", () => {
    expect(render("![[They grow](claim:bank.grows)](chart:bank.shares)")).toBe(
      '<figure class="chart" data-chart="bank.shares"><figcaption><span class="claim" data-claim="bank.grows">They grow</span></figcaption><svg></svg></figure>',
    );
  });

  test.each([
    ["{{bank.shar}}", "no figure bank.shar; did you mean bank.share?"],
    ["[x](claim:bank.grow)", "no claim bank.grow; did you mean bank.grows?"],
    ["![x](chart:bank.share)", "no chart bank.share; did you mean bank.shares?"],
  ])("to nothing, %s, shows an error in the page", (source, message) => {
    const {document} = new JSDOM(render(source)).window;
    expect(document.querySelector(".narrative-error")?.textContent).toBe(message);
  });
});
