import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type DotLabel, placeLabels} from "../../../../src/components/plots/placeLabels.js";

const bounds = {left: 0, right: 688, top: 0, bottom: 440, radius: 6};
const dot = (x: number, y: number): DotLabel => ({x, y, width: 90, height: 15});

describe("placeLabels", () => {
  test("a dot alone has its label to its right", () => {
    expect(placeLabels([dot(100, 100)], bounds)).toEqual([
      {x: 110, y: 100, width: 90, anchor: "start", apart: false},
    ]);
  });

  test("near the right end it has it to its left", () => {
    const [label] = placeLabels([dot(680, 100)], bounds);
    expect(label).toMatchObject({x: 580, anchor: "end"});
  });

  test("up to eleven labels stay within bounds and cover neither one another nor a dot", () => {
    const places = fc.record({x: fc.integer({min: 20, max: 668}), y: fc.integer({min: 20, max: 420})});
    fc.assert(
      fc.property(fc.array(places, {minLength: 1, maxLength: 11}), (dots) => {
        const labels = placeLabels(
          dots.map(({x, y}) => dot(x, y)),
          bounds,
        ).map(({x, y}) => ({left: x, right: x + 90, top: y - 7.5, bottom: y + 7.5}));
        const covers = (a: (typeof labels)[0], b: (typeof labels)[0]) =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const crowded = labels.filter((label, index) =>
          labels.some((other, place) => place < index && covers(label, other)),
        );
        expect(crowded).toEqual([]);
        expect(labels.every(({left, right}) => left >= 0 && right <= 688)).toBe(true);
      }),
      {seed: 1, numRuns: 200},
    );
  });
});
