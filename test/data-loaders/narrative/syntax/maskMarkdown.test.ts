import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {maskMarkdown} from "../../../../data-loaders/narrative/syntax/maskMarkdown.js";
import {markdown} from "../evidence.js";

function mask(source: string): string {
  const tokens = markdown.parse(source, {code: [], startLine: 0, currentLine: 0, path: "x.md"});
  return maskMarkdown(source, tokens, 0);
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");

describe("the mask over what is not narrative", () => {
  test("leaves the prose, in its place", () => {
    const page = `Prose {{a.b}} goes <b title="no">on;</b>\n\n> quoted\n\n~~~js\nlet x;\n~~~\n\nEnd \${x} here.\n`;
    const masked = mask(page);
    expect(words(masked)).toEqual(["Prose", "goes", "on;", "End", "here."]);
    for (const word of words(masked)) expect(masked.indexOf(word)).toBe(page.lastIndexOf(word));
  });

  test.each([
    ["paragraph", "a `tick and 12\n\nThen 13 and another ` here", "12 13"],
    ["block without a line between", "# a `tick and 12\n- and 13\n- another `14`", "12 13"],
    ["cell", "| a | b |\n|---|---|\n| `12 | 13` |\n| `14` | 15 |", "12 13 15"],
    ["run of another length", "``` 12 ` 13 ` 14 \\` 15 ``16 ` 17`` 18", "12 14 15 18"],
    ["tag", "<p>a ` 12 ` and</p>", "12"],
  ])("takes no code from a backtick into the next %s", (_, page, numbers) => {
    expect(mask(page).match(/\d+/g)?.join(" ")).toBe(numbers);
  });

  test("hides code that goes on in the next line", () => {
    expect(words(mask("- one `code 12\n  goes on 13` ends"))).toEqual(["-", "one", "ends"]);
  });

  test("hides as code just what Markdown takes as code", () => {
    const piece = fc.constantFrom("`", "``", "7", "8 ", "word ", "\n", "\n\n", "\n- ", "\n## ");
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 25}), (pieces) => {
        const page = pieces.join("");
        const tokens = markdown.parse(page, {code: [], startLine: 0, currentLine: 0, path: "x.md"});
        const prose = tokens
          .flatMap(({children}) => children ?? [])
          .filter(({type}) => type === "text")
          .map(({content}) => content);
        expect(mask(page).replaceAll(/\D/g, "")).toBe(prose.join("").replaceAll(/\D/g, ""));
      }),
      {numRuns: 500},
    );
  });

  test("never changes the number of lines or their lengths", () => {
    const piece = fc.constantFrom(
      "# a",
      "> 5",
      "```",
      "`",
      "{{",
      "}}",
      "${",
      "}",
      "<p>",
      "</p>",
      "1. x",
      "“",
      "”",
      "| a |",
      "text 7",
      "\n",
      "\n\n",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 25}), (pieces) => {
        const page = pieces.join("");
        expect(
          mask(page)
            .split("\n")
            .map(({length}) => length),
        ).toEqual(page.split("\n").map(({length}) => length));
      }),
    );
  });
});
