import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {maskMarkdown} from "../../../data-loaders/narrative/maskMarkdown.js";
import {markdown} from "./evidence.js";

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
