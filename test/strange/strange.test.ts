import {describe, expect, it} from "vitest";
import {runStrange} from "./runStrange.js";
import {strangeSets} from "./strangeSets.js";

/** `npm run test:strange` runs two hundred, larger ones among them. */
const files = 25;
const most = 300;
const sets = [
  ...Array.from({length: files}, (_, i) => ({
    set: strangeSets[i % strangeSets.length],
    seed: 1 + Math.floor(i / strangeSets.length),
  })),
  // two groups have the very same mean
  {set: strangeSets[0], seed: 35},
];

describe("a strange file", () => {
  it.each(sets.map(({set, seed}) => [set.id, seed, set] as const))(
    "ends in a report whose verdicts are those of its sentences, or in a clear refusal (%s, seed %i)",
    async (_, seed, set) => {
      const outcome = await runStrange(set.file(seed, most), set.sentences);
      expect(outcome.end, outcome.reason).not.toBe("broken");
      expect(outcome.disagreements).toEqual([]);
      if (outcome.end === "report") expect(outcome.recomputed).toBeGreaterThanOrEqual(40);
    },
  );

  it("is the same for a seed, and another for another", () => {
    for (const set of strangeSets) {
      expect(set.file(7, most)).toEqual(set.file(7, most));
      expect(set.file(8, most).rows).not.toEqual(set.file(7, most).rows);
    }
  });

  it("comes in many forms", () => {
    for (const set of strangeSets) {
      const first = Array.from({length: 12}, (_, i) => set.file(i + 1, most));
      const traits = new Set(first.flatMap((file) => file.traits));
      expect(traits.size).toBeGreaterThan(20);
    }
  });
});
