import {expect, test} from "vitest";
import {claimSentences} from "../../../../data-loaders/narrative/syntax/claimSentences.js";

test("a part of a sentence is told with what stands around it, without Markdown", () => {
  const page = `# [Two groups](claim:bank.two) call

{method}How it was done. [The majority](claim:bank.majority), *branch* visitors, have [the fewest
contacts](claim:bank.fewest,bank.all): {{bank.share}} of [them](./them). Next.

- **Limits** are [lower](claim:bank.lower){advice}

| a | [The first](claim:bank.first) cell | b |`;
  expect(claimSentences(page)).toEqual([
    {claims: ["bank.two"], before: "", text: "Two groups", after: " call"},
    {
      claims: ["bank.majority"],
      before: "",
      text: "The majority",
      after: ", branch visitors, have the fewest contacts: {{bank.share}} of them.",
    },
    {
      claims: ["bank.fewest", "bank.all"],
      before: "The majority, branch visitors, have ",
      text: "the fewest contacts",
      after: ": {{bank.share}} of them.",
    },
    {claims: ["bank.lower"], before: "Limits are ", text: "lower", after: ""},
    {claims: ["bank.first"], before: "", text: "The first", after: " cell"},
  ]);
});

test("a caption of a chart has its own sentence, and the same sentence is told once", () => {
  const page =
    "![[Few](claim:bank.few) call](chart:bank.calls)\n\n![[Few](claim:bank.few) call](chart:bank.again)";
  expect(claimSentences(page)).toEqual([{claims: ["bank.few"], before: "", text: "Few", after: " call"}]);
});
