import {JSDOM} from "jsdom";
import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {LevelFilter} from "../../../../src/components/customers/LevelFilter.js";
import type {LevelCount, PairCount} from "../../../../src/components/customers/levelCounts.js";

const {window} = new JSDOM("");
beforeAll(() => {
  vi.stubGlobal("document", window.document);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const columns = ["age", "region", "product"].map((name) => ({name, label: name}));
const segments = [
  {segment: "low", name: "Low spend", customers: 60},
  {segment: "high", name: "High spend", customers: 40},
];
const levels: LevelCount[] = columns.flatMap(({name}) =>
  segments.flatMap(({segment, customers}) =>
    ["a", "b"].map((level) => ({variable: name, level, segment, customers: customers / 2})),
  ),
);
const pairs: PairCount[] = segments.flatMap(({segment}) =>
  ["a", "b"].flatMap((level) =>
    ["a", "b"].map((other) => ({
      variable: "age",
      level,
      other_variable: "region",
      other_level: other,
      segment,
      customers: (segment === "high" && level === "b") || (level === "b" && other === "a") ? null : 15,
    })),
  ),
);

test("a reader crosses two columns, and the counts of pairs are loaded only then", async () => {
  const load = vi.fn(async () => pairs);
  const filter = LevelFilter(columns, segments, levels, load);
  const [age, region, product] = filter.querySelectorAll("fieldset");
  const choose = (field: Element, level: string) => {
    const box = field.querySelector<HTMLInputElement>(`input[value="${level}"]`);
    if (box === null) throw new Error(`no level ${level}`);
    box.checked = !box.checked;
    field.dispatchEvent(new window.Event("input"));
  };
  const says = (text: string) => expect.poll(() => filter.textContent).toContain(text);

  await says("100 customers, 100.0% of all.");
  choose(age, "a");
  await says("50 customers, 50.0% of all.");
  expect(load).not.toHaveBeenCalled();
  expect(product.disabled).toBe(false);

  choose(region, "b");
  await says("30 customers, 30.0% of all.");
  await says("Low spend1550.0%60.0%");
  expect([age.disabled, region.disabled, product.disabled]).toEqual([false, false, true]);

  // all levels of a column choose nobody out
  choose(age, "b");
  await says("50 customers, 50.0% of all.");
  expect(product.disabled).toBe(false);

  choose(age, "a");
  await says("At least 15 customers. Counts below ten are withheld");
  await says("High spendwithheld40.0%");

  choose(region, "b");
  choose(region, "a");
  await says("So few customers that their counts are withheld.");
});
