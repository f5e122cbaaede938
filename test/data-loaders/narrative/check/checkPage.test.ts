import {createMarkdownIt} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, test} from "vitest";
import {checkPage} from "../../../../data-loaders/narrative/check/checkPage.js";
import type {NarrativeEvidence} from "../../../../data-loaders/narrative/evidence/narrativeEvidence.js";
import {narrativePlugin} from "../../../../data-loaders/narrative/render/narrativePlugin.js";
import {parsePage} from "../../../../data-loaders/narrative/syntax/parsePage.js";
import {evidence, figure, markdown, printed} from "../evidence.js";

const check = (source: string) => checkPage(parsePage(source, "src/bank/index.md", markdown), evidence);
const complaints = (source: string) => printed(check(source).problems);

describe("the check of a page", () => {
  test("finds nothing wrong with a page whose numbers are all figures", () => {
    const page = `---
title: In 2024
---

# {{bank.customers}} customers

[They grow](claim:bank.grows) by {{bank.share:.0%}}.

![Some of them](chart:bank.shares)
`;
    expect(check(page)).toEqual({
      references: [
        {kind: "figure", id: "bank.customers", line: 5, column: 3},
        {kind: "figure", id: "bank.share", line: 7, column: 34, format: ".0%"},
        {
          kind: "claim",
          id: "bank.grows",
          line: 7,
          column: 13,
          sentence: "They grow",
          premises: ["bank.grows"],
        },
        {kind: "chart", id: "bank.shares", line: 9, column: 17},
      ],
      problems: [],
      failing: {contradicted: 0, untestable: 0, withheld: 0},
    });
  });

  test("names an unknown figure with its place and the nearest that is known", () => {
    expect(complaints("Of\n\nsome {{bank.custmers}}, {{nothing.like.it}}.")).toMatchInlineSnapshot(`
      "src/bank/index.md:3:6: error: no figure bank.custmers; did you mean bank.customers?
      src/bank/index.md:3:25: error: no figure nothing.like.it"
    `);
  });

  test("names an unknown claim and chart with their place and the nearest that is known", () => {
    expect(
      complaints("One. [They grow](claim:bank.grow).\n\n![Shares](chart:bank.share)"),
    ).toMatchInlineSnapshot(`
      "src/bank/index.md:1:18: error: no claim bank.grow; did you mean bank.grows?
      src/bank/index.md:3:11: error: no chart bank.share; did you mean bank.shares?"
    `);
  });

  test("names a number that no figure carries", () => {
    expect(
      complaints("---\ntitle: x\n---\n\nWe have 660 customers, 7.6% of them premium.\n\n- a rise of 3\n"),
    ).toMatchInlineSnapshot(`
      "src/bank/index.md:5:9: error: "660" is carried by no figure; quote a figure as {{id}}, put a source's words in “curly quotes”, or a constant in \`code\`; prints as 660 here: {{bank.customers}} (bank.customers)
      src/bank/index.md:5:24: error: "7.6%" is carried by no figure; quote a figure as {{id}}, put a source's words in “curly quotes”, or a constant in \`code\`; prints as 7.6% here: {{bank.share}} (bank.share)
      src/bank/index.md:7:13: error: "3" is carried by no figure; quote a figure as {{id}}, put a source's words in “curly quotes”, or a constant in \`code\`"
    `);
  });

  test("names only figures that the page's chapter could mean beside such a number, and three at most", () => {
    const figures = ["bank.a", "bank.b", "bank.c", "bank.d", "cards.e"].map((id) => figure(id, 3, "d"));
    const named = (source: string, file: string) => {
      const page = parsePage(source, file, markdown);
      const {problems} = checkPage(page, {...evidence, figures: new Map(figures)});
      return printed(problems).match(/(?<=prints as 3 here: ).*/)?.[0];
    };
    expect(named("A rise of 3.", "src/bank/risk.md")).toBe(
      "{{bank.a}} (bank.a), {{bank.b}} (bank.b), {{bank.c}} (bank.c)",
    );
    expect(named("A rise of 3.", "src/cards/index.md")).toBe("{{cards.e}} (cards.e)");
    expect(named("A rise of 3.", "src/index.md")).toBeUndefined();
    expect(named("Of {{cards.e}}, a rise of 3.", "src/index.md")).toBe("{{cards.e}} (cards.e)");
  });

  test("names a format that is none", () => {
    expect(complaints("Of {{bank.customers:.q}} of them.")).toMatchInlineSnapshot(
      `"src/bank/index.md:1:4: error: invalid format; not a d3 format (as ,d or .1%), words, Words or times: .q"`,
    );
  });

  test("names a format that is none of a figure that is text or has no value", () => {
    expect(complaints("{{bank.name:.q}} {{bank.mean-limit:.q}}").match(/invalid format/g)).toHaveLength(2);
  });

  test("says which sentences the data contradict, and does not call it an error", () => {
    expect(complaints("It is true that [they shrink](claim:bank.shrinks).")).toMatchInlineSnapshot(
      `"src/bank/index.md:1:31: unsupported: the data contradict claim bank.shrinks: What bank.shrinks says (src/bank/claims.sql:7)"`,
    );
  });

  test("says which sentences these data hold nothing to test with", () => {
    expect(complaints("[They hum](claim:bank.nobody).")).toMatchInlineSnapshot(
      `"src/bank/index.md:1:12: untestable: these data hold nothing to test claim bank.nobody: What bank.nobody says (src/bank/claims.sql:7)"`,
    );
  });

  test("says it once for a conclusion, naming the claims that are to blame", () => {
    expect(
      complaints("[So.](claim:bank.grows,bank.nobody) [No.](claim:bank.nobody,bank.shrinks,bank.grows)"),
    ).toMatchInlineSnapshot(`
      "src/bank/index.md:1:7: untestable: these data hold nothing to test claim bank.nobody: What bank.nobody says (src/bank/claims.sql:7)
      src/bank/index.md:1:43: unsupported: the data contradict claim bank.shrinks: What bank.shrinks says (src/bank/claims.sql:7)"
    `);
    expect(complaints("[So.](claim:bank.grows,bank.shrink)")).toMatchInlineSnapshot(
      `"src/bank/index.md:1:7: error: no claim bank.shrink; did you mean bank.shrinks?"`,
    );
  });

  test("says where a figure has no value in these data, and does not call it an error", () => {
    expect(complaints("Their mean limit is {{bank.mean-limit}}.")).toMatchInlineSnapshot(
      `"src/bank/index.md:1:21: untestable: figure bank.mean-limit has no value in these data: bank.mean-limit (src/bank/figures.sql:1)"`,
    );
  });

  test("reports everything that is wrong at once, in the order of the page", () => {
    const page = "{{no.figure}} and [none](claim:no.claim) of 12.\n\n| a | b |\n|---|---|\n| 5 | {{x.y}} |\n";
    const {problems} = check(page);
    expect(problems.map(({line, column}) => [line, column])).toEqual([
      [1, 1],
      [1, 26],
      [1, 45],
      [5, 3],
      [5, 7],
    ]);
  });

  test("finds numbers in headings, lists, tables, captions, and HTML", () => {
    const page =
      "# Top 10\n\n- {{bank.customers}} or 11\n\n![We have 12](chart:bank.shares)\n\n<p>\n13\n</p>\n\n| 14 |\n|---|\n| 15 |\n";
    expect(check(page).problems.map(({message}) => message.split('"')[1])).toEqual([
      "10",
      "11",
      "12",
      "13",
      "14",
      "15",
    ]);
  });

  test.each([
    ["code", "Run `npm run build -- --port 3000`.\n\n```sql\nSELECT 42\n```\n\n    indented 42\n"],
    ["an example of a reference in a fence", "```md\n{{no.such.figure}} [x](claim:no.such)\n```\n"],
    ["a quotation", "> 31% of customers, the bank said.\n\nThe bank said “31% of customers”.\n"],
    ["names with digits in them", "SHA-256, k3, UTF-8 and CO2.\n"],
    ["the level of an interval", "Its 95% interval, and the 95% confidence intervals.\n"],
    [
      "link targets and addresses",
      "[Here](/a/2024#3), https://example.org/2024 and <https://example.org/7>.\n",
    ],
    ["list numbers", "1. First\n2. Second\n"],
    ["comments, attributes and entities", '<!-- 7 -->\n\n<p class="size-3" data-x="4">Text &#8364;</p>\n'],
    ["front matter", "---\ntitle: Report of 2024\n---\n\nText.\n"],
    [
      "what a cell prints",
      `There are \${customers.length + 1} of them: \${rows.map((d) => { return d * 2; })}.\n`,
    ],
  ])("does not take %s for a number of the report", (_, page) => {
    expect(complaints(page)).toBe("");
  });

  test("asks for a claim for words that compare, unless one carries them", () => {
    expect(
      complaints(
        "They grow most of all.\n\n[They grow most](claim:bank.grows), and at least {{bank.share}} of them are larger.\n\nOnce more, at the most: “the most”.\n",
      ),
    ).toMatchInlineSnapshot(`
      "src/bank/index.md:1:11: error: "most": no claim carries this; write [sentence](claim:id) around it, or end the sentence in {method}, {opinion} or {advice}
      src/bank/index.md:3:77: error: "larger": no claim carries this; write [sentence](claim:id) around it, or end the sentence in {method}, {opinion} or {advice}; nearest: bank.grows"
    `);
  });

  test.each([
    ["all", "They came in all months."],
    ["None", "None of them came."],
    ["no", "There was no gap."],
    ["Only", "Only the premium group logs in."],
    ["nearly", "That is nearly a rule."],
    ["few", "A few of them do."],
    ["the same", "It was the same group."],
    ["different", "These are different groups."],
    ["strong", "It is a strong relation."],
    ["firmly", "They hang together firmly."],
    ["because", "They call because the page is slow."],
    ["So", "So we go by the leap."],
    ["so", "They call; so help is due."],
    ["therefore", "It is therefore left."],
    ["three", "They are three groups."],
    ["Half", "Half of them left."],
    ["a third", "A good part, a third of it, went."],
    ["both", "It serves both."],
    ["penalty", "The model has a penalty."],
    ["converged", "The fit converged."],
    ["left out", "The column was left out."],
  ])("asks for a claim for %s", (word, page) => {
    expect(complaints(page)).toContain(`error: "${word}": no claim carries this`);
  });

  test.each([
    ["a heading", "## Nearly done"],
    ["a list item", "- nearly done"],
    ["a chart's title", "![Nearly done](chart:bank.shares)"],
    ["a cell", "| a | b |\n|---|---|\n| It is nearly done | c |"],
    ["HTML", "<dl><dt>Why</dt><dd>Nearly done.</dd></dl>"],
    ["the rest of a sentence with a claim", "[They grow](claim:bank.grows), nearly."],
    ["the sentence after one that is marked", "We count rows. {method} They nearly double."],
    [
      "what a mark in another cell does not cover",
      "| {method} All of us do | Nearly all of them do |\n|---|---|",
    ],
  ])("asks for a claim in %s", (_, page) => {
    expect(complaints(page)).toMatch(/^src\/bank\/index.md:\d+:\d+: error: "[Nn]early".*no claim/);
    expect(complaints(page).split("\n")).toHaveLength(1);
  });

  test.each([
    ["a claim's sentence", "[All of them nearly double](claim:bank.grows)."],
    ["a mark after the full stop", "All of them count once. {method}"],
    ["a mark without a space", "All of them count once.{opinion} [They grow](claim:bank.grows)."],
    ["a mark at the beginning, for all sentences", "{advice} Call all of them. Call them twice."],
    ["a mark in a list", "- {advice} Call all of them."],
    ["a mark in a cell", "| Nearly all {method} |\n|---|\n| a |"],
    ["a mark in a heading", "## Why nearly all {opinion}"],
    ["a mark in a chart's title", "![All of them {method}](chart:bank.shares)"],
    ["a mark in HTML", "<dl><dd>Call all of them. {advice}</dd></dl>"],
    ["a number in words that is a figure", "They have {{bank.customers:words}} cards."],
    ["what a figure counts", "{{bank.customers}} bought nothing; {{bank.share}} of all limits."],
    ["an assumption", "We assume that all of them answer."],
    ["code and quotations", "`all` and “nearly all”\n\n> Nearly all.\n\n```sql\nSELECT all\n```\n"],
    ["turns of phrase", "At all times so that, not only so far, no matter how often, no longer so many."],
  ])("asks nothing for %s", (_, page) => {
    expect(complaints(page)).toBe("");
  });

  test("asks once for a sentence, and names all its words", () => {
    expect(complaints("It is so. So all of them\nnearly double. {method} None.")).toMatchInlineSnapshot(
      `"src/bank/index.md:2:25: error: "None": no claim carries this; write [sentence](claim:id) around it, or end the sentence in {method}, {opinion} or {advice}"`,
    );
  });

  test.each([
    ["so", "[They grow](claim:bank.grows), so help is due. {opinion}"],
    ["because", "{method} [They grow](claim:bank.grows) because they save."],
    [
      "This shows",
      "[They grow](claim:bank.grows): {{bank.share}}. This shows it. [They hum](claim:bank.grows).",
    ],
    ["therefore", "[They grow](claim:bank.grows). We therefore help. {method}"],
  ])("asks for the premises of a conclusion from a claim, marked or not (%s)", (word, page) => {
    expect(complaints(page)).toContain(`error: "${word}": no claim carries this`);
  });

  test.each([
    "So they do. {opinion}",
    "{method} Therefore they do. We count.",
    "- That is why they do. {opinion}",
    "*Hence* they do. {method}",
  ])(
    "asks for the premises of a paragraph that concludes from one above it, though it is marked: %s",
    (page) => {
      expect(complaints(`# A\n\n[They grow](claim:bank.grows).\n\nWe count. {method}\n\n${page}`)).toContain(
        "no claim carries this",
      );
      // under another heading, and of a method alone
      expect(
        complaints(`# A\n\n[They grow](claim:bank.grows).\n\n## B\n\nWe count. {method}\n\n${page}`),
      ).toBe("");
    },
  );

  test("lets a marked conclusion pass that rests on no claim, and one in a link", () => {
    expect(complaints("They call, so help is due. {opinion}")).toBe("");
    expect(complaints("They call, so help is due. {opinion} [They grow](claim:bank.grows).")).toBe("");
    expect(complaints("[They grow, so help is due](claim:bank.grows). {opinion}")).toBe("");
  });

  test("takes no abbreviation before a small letter for the end of a sentence", () => {
    expect(complaints("All of them count, e.g. by rows. {method}")).toBe("");
  });

  test.each([
    [
      "begins late",
      "\n---\ntitle: Bank\n---\n\nText.",
      "2:1: error: the front matter does not begin the file",
    ],
    ["has no end", "---\ntitle: Bank\n\nText.", "1:1: error: the front matter has no end"],
    ["is no YAML", "---\ntitle: Bank: summary\n---\n\nText.", "2:8: error: the front matter is no YAML"],
    ["is not there", "Text.\n\n---\n\nnote: text.", ""],
    ["is well", '---\ntitle: "Bank: summary"\n---\n\nText.', ""],
  ])("refuses front matter that would be printed: it %s", (_, page, complaint) => {
    expect(complaints(page)).toContain(complaint);
    if (complaint === "") expect(complaints(page)).toBe("");
  });

  test("refuses a mark that does not exist", () => {
    expect(
      complaints(`Call them. {advise} And \`{code}\`, \${x}, {{bank.customers}}.`),
    ).toMatchInlineSnapshot(
      `"src/bank/index.md:1:12: error: {advise} is no mark; expected {method}, {opinion}, {advice} or {advice:claim}; did you mean advice?"`,
    );
  });

  test.each([
    ["bounds", "A limit of {{bank.customers}} or more, and no more than {{bank.share}} or less of it."],
    [
      "bounds that figures give",
      "They came more than {{bank.customers}} times and paid less than {{bank.share}}.",
    ],
    ["what is measured", "It says how much nearer they lie, and how many more there are."],
    ["terms", "A customer belongs to the nearest centroid; the box begins at the lower quartile."],
    ["names of a table's rows and columns", "| | Greatest |\n|---|---|\n| Lower quartile | {{bank.share}} |"],
  ])("does not take %s for a comparison", (_, page) => {
    expect(complaints(page)).toBe("");
  });

  test.each([
    ["fewer than half of them", "They are fewer than half of them."],
    [
      "a table's cell that states something",
      "| They said | They pay more than others |\n|---|---|\n| a | b |",
    ],
    ["the closest", "These are the closest to us."],
  ])("asks for a claim for %s", (_, page) => {
    expect(complaints(page)).toContain("no claim carries this");
  });

  test("points to the claim whose label shares words with the sentence", () => {
    expect(complaints("What the bank grows is the larger part.\n")).toContain("nearest: bank.grows");
  });
});

describe("where queries or charts fail", () => {
  const failing = (...ids: string[]): NarrativeEvidence => ({
    ...evidence,
    failures: new Map(
      ids.map((id) => [
        id,
        {file: "src/bank/x.ts", line: 4, column: 2, level: "error", message: "broken", id},
      ]),
    ),
  });
  const columns = (text: string, found: NarrativeEvidence) =>
    checkPage(parsePage(text, "src/bank/index.md", markdown), found).problems.map(({column}) => column);

  test("a reference to what failed is not called unknown too", () => {
    expect(columns("It is {{bank.broken}} and {{bank.nowhere}}.", failing("bank.broken"))).toEqual([27]);
  });

  test("a chapter's charts are not called unknown where its charts.ts fails", () => {
    expect(columns("![A chart](chart:bank.reach)", failing("bank.*"))).toEqual([]);
    expect(columns("![A chart](chart:bank.reach)", failing("other.*"))).toHaveLength(1);
    expect(columns("{{bank.reach}}", failing("bank.*"))).toHaveLength(1);
  });

  test("the page says what the check says, and suggests no other name", () => {
    const md = createMarkdownIt({
      markdownIt: (it) => {
        narrativePlugin(it, () => failing("bank.share2", "bank.falls", "bank.*"));
        return it;
      },
    });
    for (const text of [
      "{{bank.share2}}",
      "[They fall](claim:bank.falls)",
      "![Shares](chart:bank.shares2)",
    ]) {
      expect(md.render(text)).toContain("src/bank/x.ts:4:2: error: broken</strong>");
      expect(md.render(text)).not.toContain("did you mean");
    }
  });
});
