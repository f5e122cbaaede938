import {expect, test} from "vitest";
import {loopTable} from "../../../../data-loaders/commands/bench/loopTable.js";

const times = {cold: 60.24, analyses: 31, sentence: 4.96, unchanged: 2.4, shownSentence: 0.5};

test("the times of the loop stand beside what they should be, the other analyses apart from the rest of a build", () => {
  const lines = loopTable(times)
    .split("\n")
    .map((line) => line.trimEnd());
  expect(lines).toEqual([
    "                                           seconds      aim",
    "a build from nothing                        60.2 s",
    "  of which the other analyses               31.0 s   ≤ 40 s",
    "  and all else                              29.2 s   ≤ 25 s  !",
    "a build after one changed sentence           5.0 s    ≤ 5 s",
    "a build with nothing changed                 2.4 s  ≤ 2.5 s",
    "the preview shows a changed sentence         0.5 s    ≤ 1 s",
    "the preview shows a changed query     not measured    ≤ 3 s",
  ]);
});

test("without other analyses all of the build is the rest of it", () => {
  const table = loopTable({...times, analyses: Number.NaN});
  expect(table).toMatch(/of which the other analyses +not measured/);
  expect(table).toMatch(/and all else +60\.2 s/);
});
