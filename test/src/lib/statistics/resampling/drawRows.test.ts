import {describe, expect, it} from "vitest";
import {seededRandom} from "../../../../../src/lib/statistics/matrices/seededRandom.js";
import {drawRows} from "../../../../../src/lib/statistics/resampling/drawRows.js";

const draw = (n: number, count: number, seed: number) => drawRows(n, count, seededRandom(seed));

describe("drawRows", () => {
  it("draws different rows in rising order, the same for the same seed", () => {
    const rows = draw(1000, 400, 7);
    expect(new Set(rows).size).toBe(400);
    expect(Math.max(...rows)).toBeLessThan(1000);
    expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
    expect(draw(1000, 400, 7)).toEqual(rows);
    expect(draw(1000, 400, 8)).not.toEqual(rows);
    expect([...draw(5, 5, 1)]).toEqual([0, 1, 2, 3, 4]);
  });

  it("draws each row about as often as any other", () => {
    const times = Array.from({length: 10}, () => 0);
    for (let seed = 0; seed < 2000; seed++) for (const row of draw(10, 3, seed)) times[row]++;
    // 600 expected, with a standard deviation of 20
    for (const count of times) expect(Math.abs(count - 600)).toBeLessThan(100);
  });
});
