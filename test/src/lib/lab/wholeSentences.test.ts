import {expect, test} from "vitest";
import {claimSentences} from "../../../../data-loaders/narrative/syntax/claimSentences.js";
import {wholeSentences} from "../../../../src/lib/lab/wholeSentences.js";

const sentencesOf = (markdown: string) => wholeSentences(claimSentences(markdown));

test("a sentence that rests on claims in several places is one, with its parts in their order", () => {
  expect(
    sentencesOf("Of all, [most call](claim:a.x), and [few visit](claim:a.y,a.z) us. [No more.](claim:a.v)"),
  ).toEqual([
    [
      {text: "Of all, ", claims: []},
      {text: "most call", claims: ["a.x"]},
      {text: ", and ", claims: []},
      {text: "few visit", claims: ["a.y", "a.z"]},
      {text: " us.", claims: []},
    ],
    [{text: "No more.", claims: ["a.v"]}],
  ]);
});

test("sentences with the same words and other claims around them stay apart", () => {
  expect(
    sentencesOf("[Most call](claim:a.x).\n\nAnd [most call](claim:a.x).").map((parts) => parts.length),
  ).toEqual([2, 3]);
});
