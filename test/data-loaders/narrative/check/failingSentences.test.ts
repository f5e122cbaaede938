import {describe, expect, test} from "vitest";
import {checkPage} from "../../../../data-loaders/narrative/check/checkPage.js";
import {describeFailing, failingInAll} from "../../../../data-loaders/narrative/check/failingSentences.js";
import {parsePage} from "../../../../data-loaders/narrative/syntax/parsePage.js";
import {FailingSentencesError, refuseFailing} from "../../../../data-loaders/site/build/refuseFailing.js";
import {failingNotice} from "../../../../data-loaders/site/pages/failingNotice.js";
import {evidence, markdown, printed} from "../evidence.js";

const check = (source: string, file = "src/bank/index.md") =>
  checkPage(parsePage(source, file, markdown), evidence);

describe("failing sentences", () => {
  test("are counted as sentences, however much is wrong with one", () => {
    const page =
      "[They shrink](claim:bank.shrinks) to {{bank.mean-limit}}. [They grow](claim:bank.grows).\n\nOn average {{bank.mean-limit}} or {{bank.mean-limit}}.\n\n- [They hum](claim:bank.nobody)\n";
    expect(check(page).failing).toEqual({contradicted: 1, untestable: 2, withheld: 0});
  });

  test("do not count where their advice is withheld, which counts itself", () => {
    const page =
      '{advice:bank.shrinks} Call {{bank.mean-limit}} of them.\n\n<div data-advice="bank.nobody">\n\n### Call\n\n[They shrink](claim:bank.shrinks).\n\n</div>\n\n[They shrink](claim:bank.shrinks).\n';
    const {failing, problems} = check(page);
    expect(failing).toEqual({contradicted: 1, untestable: 0, withheld: 2});
    expect(printed(problems)).toMatchInlineSnapshot(`
      "src/bank/index.md:1:1: unsupported: advice withheld: the data contradict claim bank.shrinks: What bank.shrinks says (src/bank/claims.sql:7)
      src/bank/index.md:3:6: untestable: advice withheld: these data hold nothing to test claim bank.nobody: What bank.nobody says (src/bank/claims.sql:7)
      src/bank/index.md:11:15: unsupported: the data contradict claim bank.shrinks: What bank.shrinks says (src/bank/claims.sql:7)"
    `);
  });

  test("are named in words", () => {
    const failing = {contradicted: 0, untestable: 0, withheld: 0};
    expect(describeFailing({...failing, contradicted: 12, untestable: 3, withheld: 1})).toBe(
      "12 sentences are not supported by these data, 3 have nothing to test, 1 recommendation is withheld",
    );
    expect(describeFailing({...failing, untestable: 1})).toBe("1 sentence has nothing to test");
    expect(describeFailing(failing)).toBe("");
  });
});

describe("advice that rests on claims", () => {
  const complaints = (source: string) => printed(check(source).problems);

  test("quotes them, and needs no claim for its words", () => {
    const {references, problems} = check("- {advice:bank.grows,bank.grows} Call all of them. Only them.");
    expect(problems).toEqual([]);
    expect(references.map(({id, column, sentence}) => [id, column, sentence])).toEqual([
      ["bank.grows", 3, "Call all of them. Only them."],
      ["bank.grows", 3, "Call all of them. Only them."],
    ]);
  });

  test.each([
    ["{advice:bank.grow} Call.", "1:1: error: no claim bank.grow; did you mean bank.grows?"],
    [
      '<div data-advice="bank.grow">\n\nCall.\n\n</div>',
      "1:6: error: no claim bank.grow; did you mean bank.grows?",
    ],
    ["{advice:} Call.", "1:1: error: advice names no claim; write {advice}, or {advice:claim}"],
    ["Call them. {advice:bank.grows}", "1:12: error: advice that rests on claims begins a paragraph"],
    [
      '<div>\n<div data-advice="bank.grows">\n\nCall.\n\n</div>\n\n</div>',
      "2:1: error: data-advice begins a block of its own: put an empty line before its tag",
    ],
    [
      'Text.\n\n<div>\n\nA.\n\n</div>\n<div data-needs="bank.customers">\n\nB.\n\n</div>',
      "8:1: error: data-needs begins a block of its own",
    ],
    ["{method:bank.grows} Call.", "1:1: error: {method} is no mark; expected"],
  ])("is refused where it is wrong: %s", (source, message) => {
    expect(complaints(source)).toContain(`src/bank/index.md:${message}`);
  });
});

describe("a site with failing sentences", () => {
  const pages = {
    pages: new Map([
      ["src/one.md", check("[They hum](claim:bank.nobody).", "src/one.md")],
      [
        "src/two.md",
        check("[They shrink](claim:bank.shrinks). [They shrink](claim:bank.shrinks).", "src/two.md"),
      ],
      ["src/three.md", check("[They grow](claim:bank.grows).", "src/three.md")],
    ]),
    problems: [],
  };

  test("is refused, with how many on which pages, and what to do", () => {
    expect(() => refuseFailing(pages, 0)).toThrow(FailingSentencesError);
    expect(() => refuseFailing(pages, 2)).toThrowErrorMatchingInlineSnapshot(`
      [FailingSentencesError: 2 sentences are not supported by these data, 1 has nothing to test (3 in all; 2 allowed).
        src/two.md: 2 sentences are not supported by these data
        src/one.md: 1 sentence has nothing to test
      The pages were written for other data. npm run check lists the sentences, npm run dev shows them in their pages: change them, or take them out.
      To publish the site as it is, with each of them marked: npm run build -- --publish-with-failing 3]
    `);
  });

  test("passes where its publisher knows of as many, or of more", () => {
    refuseFailing(pages, 3);
    refuseFailing(pages, 4);
    refuseFailing({pages: new Map(), problems: []}, 0);
  });

  test("says so on its front page alone", () => {
    const inputs = [
      {
        id: "bank",
        title: "Bank",
        name: "bank<.csv",
        bytes: 1,
        rows: 1,
        sha256: "",
        synthetic: false,
        publishedRows: "exact" as const,
        hasKeys: true,
      },
    ];
    const failing = failingInAll(pages);
    expect(failingNotice(failing, inputs, "/index")).toContain(
      "2 sentences are not supported by these data, 1 has nothing to test",
    );
    expect(failingNotice(failing, inputs, "/index")).toContain("<code>bank&lt;.csv</code>");
    const sample = {...inputs[0], id: "shop", name: "shop.sample.csv", synthetic: true};
    expect(failingNotice(failing, [...inputs, sample], "/index")).not.toContain("shop.sample.csv");
    expect(failingNotice(failing, [sample], "/index")).toContain("shop.sample.csv");
    expect(failingNotice(failing, inputs, "/bank/index")).toBe("");
    expect(failingNotice({contradicted: 0, untestable: 0, withheld: 0}, inputs, "/index")).toBe("");
  });
});
