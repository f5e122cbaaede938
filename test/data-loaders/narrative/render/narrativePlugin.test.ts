import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {markdown} from "../evidence.js";

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

  test("to a figure that is text may break like the prose; a number may not", () => {
    expect(render("{{bank.name}}")).toContain('class="text"');
    expect(render("{{bank.customers}}")).not.toContain("class=");
    expect(render("{{bank.customers:,d customer/customers}}")).not.toContain("class=");
    expect(render("{{bank.customers:,d customer grows/customers grow}}")).toContain('class="text"');
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

  test("alone in a heading gives it its address, which is no word of the page", () => {
    const {document} = new JSDOM(render("## {{bank.name}}\n\n## {{bank.customers}}\n\n## {{bank.customers}}"))
      .window;
    const headings = Array.from(document.querySelectorAll("h2"), ({id, textContent}) => [id, textContent]);
    expect(headings).toEqual([
      ["premium-online", 'Premium <"online">'],
      ["660", "660"],
      ["660-1", "660"],
    ]);
  });

  test("beside words in a heading leaves the address to the words", () => {
    expect(render("## {{bank.customers}}. Call them")).toContain('id="call-them"');
  });

  test("is left alone in code", () => {
    expect(render("`{{bank.customers}}`")).toContain("{{bank.customers}}");
  });

  test("to a claim marks the sentence that it carries", () => {
    expect(render("So [they *grow*](claim:bank.grows).")).toBe(
      '<p>So <span class="claim" data-claim="bank.grows">they <em>grow</em></span><span class="evidence-mark"></span>.</p>',
    );
  });

  test("to a claim that the data contradict says so beside the sentence", () => {
    expect(render("[They shrink](claim:bank.shrinks).")).toBe(
      '<p><mark class="claim" data-claim="bank.shrinks">They shrink</mark><span class="evidence-mark"></span> <strong class="claim-verdict">(not supported by these data)</strong>.</p>',
    );
  });

  test("to a claim with nothing to test says so, and is not struck out", () => {
    expect(render("[They hum](claim:bank.nobody).")).toBe(
      '<p><span class="claim untestable" data-claim="bank.nobody">They hum</span><span class="evidence-mark"></span> <span class="claim-verdict untestable">(nothing to test in these data)</span>.</p>',
    );
  });

  test.each([
    ["bank.grows,bank.grows", "claim"],
    ["bank.grows,bank.nobody", "claim untestable"],
    ["bank.nobody,bank.shrinks", "claim"],
  ])("to several claims has the verdict on all of them: %s", (target, className) => {
    const tag = target.includes("shrinks") ? "mark" : "span";
    expect(render(`[So it is](claim:${target}).`)).toContain(
      `<${tag} class="${className}" data-claim="${target}">So it is</${tag}>`,
    );
  });

  test("to a chart becomes the chart with its title", () => {
    expect(render("![[They grow](claim:bank.grows)](chart:bank.shares)")).toBe(
      '<figure class="chart" data-chart="bank.shares"><figcaption><span class="claim" data-claim="bank.grows">They grow</span><span class="evidence-mark"></span></figcaption><svg></svg></figure>',
    );
  });

  test.each([
    ["{{bank.shar}}", "no figure bank.shar; did you mean bank.share?"],
    ["[x](claim:bank.grow)", "no claim bank.grow; did you mean bank.grows?"],
    ["[x](claim:bank.grows,bank.shrink)", "no claim bank.shrink; did you mean bank.shrinks?"],
    ["![x](chart:bank.share)", "no chart bank.share; did you mean bank.shares?"],
  ])("to nothing, %s, shows an error in the page", (source, message) => {
    const {document} = new JSDOM(render(source)).window;
    expect(document.querySelector(".narrative-error")?.textContent).toBe(message);
  });
});

describe("the mark of a sentence that needs no claim", () => {
  test.each([
    ["at the end of a sentence", "We log amounts. {method} They grow.", "<p>We log amounts. They grow.</p>"],
    ["directly after the full stop", "We log amounts.{method}", "<p>We log amounts.</p>"],
    ["at the beginning of a paragraph", "{opinion} It is nice. It is.", "<p>It is nice. It is.</p>"],
    ["in a list", "- {advice} Call them.", "<ul>\n<li>Call them.</li>\n</ul>"],
    ["in HTML", "<p>Call them. {advice}</p>", "<p>Call them.</p>"],
    [
      "in a chart's title",
      "![All of them {opinion}](chart:bank.shares)",
      '<figure class="chart" data-chart="bank.shares"><figcaption>All of them</figcaption><svg></svg></figure>',
    ],
  ])("is taken out %s", (_, source, html) => {
    expect(render(source)).toBe(html);
  });

  test("is taken out of a heading and of its address", () => {
    const {document} = new JSDOM(render("## All is well {opinion}")).window;
    expect(document.querySelector("h2")?.textContent?.trim()).toBe("All is well");
    expect(document.querySelector("h2")?.id).toBe("all-is-well");
  });

  test("is taken out of a cell", () => {
    expect(render("| a |\n|---|\n| {method} Less. |")).toContain("<td>Less.</td>");
  });

  test.each(["{methods}", "{unknown}", "`{method}`"])(
    "is a word that is known, and not in code: %s",
    (source) => {
      expect(render(source)).toContain(source.replaceAll("`", ""));
    },
  );
});
