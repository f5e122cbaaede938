import {deviation, mean} from "d3-array";
import {CUSTOMARY, detectableDifference, sampleSizeMeans} from "../../src/lib/statistics/sampleSizeMeans.js";
import {detectableRise, sampleSizeProportions} from "../../src/lib/statistics/sampleSizeProportions.js";
import {worthOfAction} from "../../src/lib/worthOfAction.js";
import type {Action} from "../datasets/action.js";
import type {Constant} from "../datasets/dataset.js";
import {createTable, withDatabase} from "../publish/database.js";
import type {PublishedTable} from "../publish/publishedTable.js";
import {withConstants} from "../risk/withConstants.js";

/** An action with the customers that its rule names. */
export interface TargetedAction {
  action: Action;
  /** The rule with the constants' values. */
  rule: string;
  /** Row numbers, from 1. */
  rows: number[];
  units: number;
  worth: number;
  /** Mean and spread of the outcome without treatment, as far as known. */
  outcomeMean: number;
  outcomeSd: number;
  /** Change of the outcome that the assumed effect makes. */
  expectedChange: number;
  /** Smallest change that two halves of the customers can show; NaN with fewer than four. */
  detectableChange: number;
  /** Customers in each of two groups that the expected change needs to be seen. */
  neededEach: number;
}

/** Finds the customers of each action on the published table of customers, and what a trial with them can show. */
export async function findTargets(
  customers: PublishedTable,
  actions: readonly Action[],
  constants: Readonly<Record<string, Constant>>,
): Promise<TargetedAction[]> {
  return withDatabase(async (connection) => {
    await createTable(connection, "memory", customers);
    const column = async (sql: string) =>
      ((await connection.runAndReadAll(sql)).getColumnsJS()[0] ?? []).map(Number);
    const targeted: TargetedAction[] = [];
    for (const action of actions) {
      const rule = withConstants(action.rule, constants);
      const from = `FROM memory.customers WHERE ${rule}`;
      const rows = await column(`SELECT row_number ${from} ORDER BY row_number`);
      const [units] = await column(`SELECT coalesce(${action.units}, 0) ${from}`);
      const outcomes =
        action.outcome.kind === "mean" ? await column(`SELECT ${action.outcome.variable} ${from}`) : [];
      targeted.push({action, rule, rows, units, ...expectations(action, rows.length, units, outcomes)});
    }
    return targeted;
  });
}

function expectations(action: Action, customers: number, units: number, outcomes: readonly number[]) {
  const {outcome, effect, unitValue, costPerCustomer} = action;
  const worth = worthOfAction({
    customers,
    units,
    effect: effect.value,
    unitValue: unitValue.value,
    costPerCustomer: costPerCustomer.value,
  });
  const half = Math.floor(customers / 2);
  if (outcome.kind === "share") {
    const {baseline} = outcome;
    return {
      worth,
      outcomeMean: baseline,
      outcomeSd: Math.sqrt(baseline * (1 - baseline)),
      expectedChange: effect.value,
      detectableChange: half < 2 ? Number.NaN : detectableRise(half, baseline, CUSTOMARY),
      neededEach: sampleSizeProportions(baseline, Math.min(baseline + effect.value, 0.999), CUSTOMARY),
    };
  }
  const outcomeMean = mean(outcomes) ?? Number.NaN;
  const outcomeSd = deviation(outcomes) ?? Number.NaN;
  const expectedChange = -effect.value * outcomeMean;
  const testable = half >= 2 && outcomeSd > 0 && expectedChange !== 0;
  return {
    worth,
    outcomeMean,
    outcomeSd,
    expectedChange,
    detectableChange: testable ? -detectableDifference(half, outcomeSd, CUSTOMARY) : Number.NaN,
    neededEach: testable ? sampleSizeMeans(expectedChange, outcomeSd, CUSTOMARY) : Number.NaN,
  };
}
