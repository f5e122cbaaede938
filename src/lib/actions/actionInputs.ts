import {rankActions} from "./rankActions.js";
import {expectedChange, neededEach} from "./trialSize.js";
import {type WorthInputs, worthOf} from "./worthOf.js";

/** The assumptions of an action that a reader may change, as columns of the published table `actions`. */
export const assumptionNames = ["response", "change", "unit_value", "cost_per_customer"] as const;

type Name = (typeof assumptionNames)[number];
type Slid = Name | "day_cost";

/** A row of the published table `actions`; an assumption that the action does without is null. */
export type ActionRow = {
  position: number;
  action: string;
  title: string;
  rule: string;
  customers: number;
  units: number;
  unit: string;
  period: string;
  effort_days: number;
  outcome: string;
  wanted: "rise" | "fall";
  outcome_mean: number | null;
  outcome_sd: number | null;
} & {[Key in Slid | `${Slid}_min` | `${Slid}_max` | `${Slid}_step`]: number | null} & {
  [Key in `${Slid}_meaning`]: string | null;
};

/** The assumptions of one action as a reader has set them. */
export type ActionInputs = WorthInputs;

/** What an action counts on: the published row with some of its assumptions replaced. */
export function inputsOf(row: ActionRow, set: Partial<Record<Name, number>> = {}): ActionInputs {
  const {customers, units} = row;
  return {
    customers,
    units,
    response: set.response ?? row.response ?? 0,
    change: set.change ?? row.change,
    unitValue: set.unit_value ?? row.unit_value ?? 0,
    costPerCustomer: set.cost_per_customer ?? row.cost_per_customer ?? 0,
  };
}

/** An action under a reader's assumptions. */
export interface AssessedAction {
  row: ActionRow;
  worth: number;
  effortDays: number;
  /** True where one trial on its customers can show the change assumed; null where the file cannot size a trial. */
  testable: boolean | null;
}

/** Actions under assumptions, best worth per day of work first. */
export function assessActions(actions: readonly {row: ActionRow; inputs: ActionInputs}[]): AssessedAction[] {
  return rankActions(
    actions.map(({row, inputs}) => ({
      row,
      worth: worthOf(inputs),
      effortDays: row.effort_days,
      testable: isTestable(row, inputs),
    })),
  );
}

function isTestable(row: ActionRow, {customers, response, change}: ActionInputs): boolean | null {
  const {outcome, outcome_mean: mean, outcome_sd: sd, wanted} = row;
  if (mean === null || sd === null) return null;
  const kind = outcome === "share" ? "share" : "mean";
  const needed = neededEach({kind, mean, sd}, expectedChange({kind, mean, wanted}, response, change));
  return needed <= Math.floor(customers / 2);
}
