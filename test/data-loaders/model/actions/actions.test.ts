import {describe, expect, it, test} from "vitest";
import type {Action} from "../../../../data-loaders/datasets/action.js";
import {datasets} from "../../../../data-loaders/datasets/datasets.js";
import {integer, text} from "../../../../data-loaders/engine/tables/publishedTable.js";
import {findTargets} from "../../../../data-loaders/model/actions/findTargets.js";
import {sizeTrial} from "../../../../data-loaders/model/actions/sizeTrial.js";
import {actionTables} from "../../../../data-loaders/publish/tables/actionTables.js";

const customers = {
  name: "customers",
  definition: "",
  columns: [
    text("customer_id", "", ["u", "v", "w", "x", "y", "z"]),
    integer("row_number", "", [1, 2, 3, 4, 5, 6]),
    text("segment", "", ["a", "a", "a", "a", "b", "b"]),
    integer("visits", "", [0, 0, 0, 0, 3, 3]),
    integer("calls", "", [6, 8, 2, 10, 9, 0]),
  ],
};

const assumption = (value: number) => ({meaning: "Assumed", value, min: 0, max: 100, step: 1});
const action: Action = {
  id: "call",
  team: "Operations",
  title: "Call back",
  rule: "segment = 'a' AND calls >= $line",
  units: "sum(calls)",
  unit: "calls a year",
  response: assumption(0.5),
  change: assumption(0.5),
  unitValue: assumption(10),
  costPerCustomer: assumption(2),
  effortDays: 5,
  outcome: {kind: "mean", variable: "calls", wanted: "fall"},
};
const constants = {line: {value: 5, definition: "Calls a year"}};

describe("findTargets", () => {
  it("names the customers of a rule, and reckons the worth from their contacts", async () => {
    const [found] = await findTargets(customers, [action], constants);
    expect(found.rule).toBe("segment = 'a' AND calls >= 5");
    expect(found.rows).toEqual([1, 2, 4]);
    expect(found.units).toBe(24);
    expect(found.unitsShare).toBeCloseTo(24 / 35, 12);
    expect(found.worth).toBe(24 * 0.5 * 0.5 * 10 - 3 * 2);
    expect(found.breakEvenResponse).toBeCloseTo(6 / (24 * 0.5 * 10), 12);
    expect(found.trial.outcomeMean).toBe(8);
    expect(found.trial.expectedChange).toBe(-2);
  });

  it("lists the customers under their pseudonyms, with what the action is about and nothing else", async () => {
    const [found] = await findTargets(customers, [action], constants);
    expect(found.list).toBe("customer_id,segment,calls\r\nu,a,6\r\nv,a,8\r\nx,a,10\r\n");
  });

  it("lists no value that a spreadsheet would run as a formula", async () => {
    const columns = customers.columns.map((column) =>
      column.name === "segment" ? text("segment", "", ["=1+1", "@a", "a", "a", "b", "b"]) : column,
    );
    const all = {...action, rule: "calls > 5"};
    const [found] = await findTargets({...customers, columns}, [all], constants);
    expect(found.list).toBe("customer_id,segment,calls\r\nu,'=1+1,6\r\nv,'@a,8\r\nx,a,10\r\ny,b,9\r\n");
  });

  it("needs no trial where nobody is named, and says so with NaN", async () => {
    const [found] = await findTargets(customers, [{...action, rule: "calls > 99"}], constants);
    expect(found.rows).toEqual([]);
    expect(found.units).toBe(0);
    expect(found.list).toBe("customer_id,segment,calls\r\n");
    expect(found.trial.detectableChange).toBeNaN();
    expect(found.trial.neededEach).toBeNaN();
  });

  it("refuses a rule with a constant that is not declared", async () => {
    await expect(findTargets(customers, [{...action, rule: "calls >= $lines"}], constants)).rejects.toThrow(
      "$lines",
    );
  });
});

describe("sizeTrial", () => {
  const offer = {...action, response: assumption(0.03), change: undefined};

  it("sizes a share by its assumed baseline: 0.02 against 0.05 needs 588 each (R 4.2.2)", () => {
    const trial = sizeTrial({...offer, outcome: {kind: "share", baseline: 0.02, wanted: "rise"}}, 100, []);
    expect(trial.neededEach).toBe(588);
    expect(trial.expectedChange).toBe(0.03);
    expect(trial.detectableChange).toBeGreaterThan(0.03);
  });

  it("sizes a share that falls as the rise of the others", () => {
    const fall = sizeTrial({...offer, outcome: {kind: "share", baseline: 0.98, wanted: "fall"}}, 100, []);
    const rise = sizeTrial({...offer, outcome: {kind: "share", baseline: 0.02, wanted: "rise"}}, 100, []);
    expect(fall.neededEach).toBe(rise.neededEach);
    expect(fall.expectedChange).toBe(-0.03);
    expect(fall.detectableChange).toBeCloseTo(-rise.detectableChange, 12);
  });

  it("takes a mean down or up as is wanted", () => {
    const values = [6, 8, 10, 8];
    const down = sizeTrial(action, 4, values);
    const up = sizeTrial({...action, outcome: {kind: "mean", variable: "calls", wanted: "rise"}}, 4, values);
    expect(down.expectedChange).toBe(-2);
    expect(down.detectableChange).toBeLessThan(0);
    expect([up.expectedChange, up.detectableChange]).toEqual([2, -down.detectableChange]);
    expect(up.neededEach).toBe(down.neededEach);
  });

  it("takes counts by which customers were chosen to vary at least as a Poisson count does", () => {
    const outcome = {kind: "count", variable: "calls", wanted: "fall"} as const;
    expect(sizeTrial({...action, outcome}, 4, [8, 8, 9, 7]).outcomeSd).toBeCloseTo(Math.sqrt(8), 12);
    expect(sizeTrial({...action, outcome}, 4, [0, 16, 0, 16]).outcomeSd).toBeGreaterThan(9);
    expect(sizeTrial(action, 4, [8, 8, 9, 7]).outcomeSd).toBeLessThan(1);
  });

  it("does not size what only whole weeks can be drawn for", () => {
    const trial = sizeTrial({...action, outcome: {kind: "weeks", wanted: "fall"}}, 100, [1, 2, 3]);
    expect(Object.values(trial).every(Number.isNaN)).toBe(true);
  });
});

test("the published table leaves empty what an action does without", async () => {
  const {change: _, ...whole} = action;
  const actions: Action[] = [{...whole, outcome: {kind: "weeks", wanted: "fall"}}, action];
  const found = await findTargets(customers, actions, constants);
  const targeted = found.map((each, i) => ({...each, action: actions[i]}));
  const [table, targets] = actionTables(targeted, {customers: 6, period: "a year", dayCost: assumption(9)});
  const column = (name: string) => table.columns.find((one) => one.name === name)?.values;
  expect(column("position")).toEqual([1, 2]);
  expect(column("share")).toEqual([0.5, 0.5]);
  expect(column("change")).toEqual([null, 0.5]);
  expect(column("change_meaning")).toEqual([null, "Assumed"]);
  expect(column("outcome")).toEqual(["weeks", "calls"]);
  expect(column("period")).toEqual(["a year", "a year"]);
  // where little is brought in, the number of customers is beyond 32 bits
  expect(table.columns.find(({name}) => name === "pays_from")?.type).toBe("DOUBLE");
  expect(targets.columns.map(({values}) => values)).toEqual([
    ["call", "call", "call", "call", "call", "call"],
    [1, 2, 4, 1, 2, 4],
  ]);
});

describe.each(datasets())("the actions of $id", ({actions}) => {
  test("stand on their sliders: within the ends, and on a step", () => {
    for (const {id, response, change, unitValue, costPerCustomer} of actions)
      for (const {meaning, value, min, max, step} of [response, change, unitValue, costPerCustomer].filter(
        (one) => one !== undefined,
      )) {
        const steps = (value - min) / step;
        expect(value >= min && value <= max, `${id}: ${meaning}`).toBe(true);
        expect(Math.abs(steps - Math.round(steps)), `${id}: ${meaning}`).toBeLessThan(1e-9);
      }
  });

  test("never assume that a share leaves the range from nothing to all", () => {
    for (const {id, response, outcome} of actions)
      if (outcome.kind === "share") {
        const room = outcome.wanted === "rise" ? 1 - outcome.baseline : outcome.baseline;
        expect(response.max, id).toBeLessThanOrEqual(room + 1e-9);
      }
  });

  test("have ids that differ", () => {
    expect(new Set(actions.map(({id}) => id)).size).toBe(actions.length);
  });
});
