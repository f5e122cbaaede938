import {expect, test} from "vitest";
import {addToHistory, eraseHistory, readHistory} from "../../../../src/components/explore/queryHistory.js";

function storage(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test("the last query stands first, and each stands once", () => {
  const browser = storage();
  for (const query of ["SELECT 1", "SELECT 2", "SELECT 1"]) addToHistory(browser, query);
  expect(readHistory(browser)).toEqual(["SELECT 1", "SELECT 2"]);
});

test("fifty are kept, until they are erased", () => {
  const browser = storage();
  for (let i = 0; i < 60; i++) addToHistory(browser, `SELECT ${i}`);
  expect(readHistory(browser)).toHaveLength(50);
  expect(readHistory(browser)[0]).toBe("SELECT 59");
  eraseHistory(browser);
  expect(readHistory(browser)).toEqual([]);
});

test("what somebody else has stored is no history, and a full browser loses nothing but it", () => {
  expect(readHistory(storage(new Map([["cardlens-queries", "{broken"]])))).toEqual([]);
  expect(readHistory(storage(new Map([["cardlens-queries", '[1, "SELECT 1"]']])))).toEqual(["SELECT 1"]);
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error("full");
    },
  };
  expect(addToHistory(full, "SELECT 1")).toEqual(["SELECT 1"]);
});
