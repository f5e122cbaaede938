import {JSDOM} from "jsdom";
import {afterEach, expect, test, vi} from "vitest";
import {ActionBoard} from "../../../../src/components/trials/ActionBoard.js";
import type {ActionRow} from "../../../../src/lib/actions/actionInputs.js";

vi.mock("../../../../src/components/plots/EffortWorth.js", () => ({
  EffortWorth: () => document.createElement("div"),
}));
afterEach(() => vi.unstubAllGlobals());

/** An action that asks everybody, and is worth what is given for each. */
function row(action: string, customers: number, unitValue: number): ActionRow {
  return {
    position: 1,
    action,
    title: `Do ${action}`,
    rule: "calls > 5",
    customers,
    units: customers,
    unit: "customers",
    period: "a year",
    effort_days: 5,
    outcome: "share",
    wanted: "rise",
    outcome_mean: 0.1,
    outcome_sd: 0.3,
    change: null,
    change_min: null,
    change_max: null,
    change_step: null,
    change_meaning: null,
    response: 1,
    response_min: 0,
    response_max: 100,
    response_step: 1,
    response_meaning: "response",
    unit_value: unitValue,
    unit_value_min: 0,
    unit_value_max: 100,
    unit_value_step: 1,
    unit_value_meaning: "unit_value",
    cost_per_customer: 0,
    cost_per_customer_min: 0,
    cost_per_customer_max: 100,
    cost_per_customer_step: 1,
    cost_per_customer_meaning: "cost_per_customer",
    day_cost: 10,
    day_cost_min: 0,
    day_cost_max: 100,
    day_cost_step: 1,
    day_cost_meaning: "day_cost",
  };
}

test("the reader's overview leaves out what the page withholds, and what reaches nobody", async () => {
  const {window} = new JSDOM(
    '<div id="call"><h3>Call</h3></div><div id="write"><h3><s class="withheld">Write</s></h3></div>',
  );
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("Event", window.Event);
  const rows = [row("write", 10, 9), row("call", 10, 5), row("visit", 0, 5)];
  const board = ActionBoard(rows, {customers: 100, published: null, currency: "$"});
  board.root.querySelector("input")?.dispatchEvent(new window.Event("input", {bubbles: true}));
  const links = Array.from(board.root.querySelectorAll("tbody a"), ({textContent}) => textContent);
  expect(links).toEqual(["Do call"]);
  // it keeps its number
  expect(board.root.querySelector("tbody td")?.textContent).toBe("2");
  expect(board.root.querySelector(".lead")?.textContent).toContain("“Do call”");
  await vi.dynamicImportSettled();
});
