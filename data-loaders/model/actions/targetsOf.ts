import {breakEvenResponse, worthOf} from "../../../src/lib/actions/worthOf.js";
import type {Cell} from "../../../src/lib/database/cell.js";
import {csvLines} from "../../../src/lib/database/csvLines.js";
import {type ConstantValues, withConstants} from "../risk/withConstants.js";
import type {ActionRule} from "./actionRule.js";
import {sizeTrial, type Trial} from "./sizeTrial.js";

/** The customers that an action's rule names. */
export interface Targets {
  /** Of the action. */
  id: string;
  /** The rule with the constants' values. */
  rule: string;
  /** How many there are. */
  customers: number;
  /** Row numbers, from 1; of a sample, those of its customers that the rule names. */
  rows: number[];
  units: number;
  /** Their share of what all customers have of the units. */
  unitsShare: number;
  worth: number;
  breakEvenResponse: number;
  trial: Trial;
  /** The customers as CSV: pseudonym, segment, and the variables that the action is about. */
  list: string;
}

/** Runs a query on the database that holds the table of customers, and gives its rows. */
export type ReadRows = (sql: string) => Promise<readonly (readonly Cell[])[]>;

/**
 * Finds the customers of each action, what it is worth, and what a trial can show.
 *
 * @param from the table of customers in SQL
 * @param columns names of its columns
 */
export async function targetsOf(
  read: ReadRows,
  from: string,
  columns: readonly string[],
  actions: readonly ActionRule[],
  constants: ConstantValues,
): Promise<Targets[]> {
  const targeted: Targets[] = [];
  for (const action of actions)
    targeted.push(await findCustomers(read, from, action, withConstants(action.rule, constants), columns));
  return targeted;
}

async function findCustomers(
  read: ReadRows,
  table: string,
  action: ActionRule,
  rule: string,
  columns: readonly string[],
): Promise<Targets> {
  const from = `FROM ${table} WHERE ${rule}`;
  const selected = async (sql: string) => (await read(sql)).map(([value]) => Number(value));
  const rows = await selected(`SELECT row_number ${from} ORDER BY row_number`);
  const [units] = await selected(`SELECT coalesce(${action.units}, 0) ${from}`);
  const [allUnits] = await selected(`SELECT ${action.units} FROM ${table}`);
  const outcomes =
    "variable" in action.outcome ? await selected(`SELECT "${action.outcome.variable}" ${from}`) : [];
  const listed = listedColumns(action, columns);
  const list = await read(
    `SELECT ${listed.map((name) => `"${name}"`).join(", ")} ${from} ORDER BY row_number`,
  );
  const inputs = {
    customers: rows.length,
    units,
    response: action.response.value,
    change: action.change?.value ?? null,
    unitValue: action.unitValue.value,
    costPerCustomer: action.costPerCustomer.value,
  };
  return {
    id: action.id,
    rule,
    customers: rows.length,
    rows,
    units,
    unitsShare: units / allUnits,
    worth: worthOf(inputs),
    breakEvenResponse: breakEvenResponse(inputs),
    trial: sizeTrial(action, rows.length, outcomes),
    list: csvLines([listed, ...list]),
  };
}

/** Pseudonym, segment, and those columns that the rule, the units or the outcome name: whoever acts needs no others. */
function listedColumns({rule, units, outcome}: ActionRule, columns: readonly string[]): string[] {
  const named = new Set(
    [rule, units, "variable" in outcome ? outcome.variable : ""].join(" ").match(/\w+/g) ?? [],
  );
  const first = ["customer_id", "segment"];
  return [...first, ...columns.filter((name) => named.has(name) && !first.includes(name))];
}
