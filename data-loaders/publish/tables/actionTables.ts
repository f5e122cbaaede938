import {customersToPay, rankActions, worthPerDay} from "../../../src/lib/actions/rankActions.js";
import type {Action, Assumption} from "../../datasets/action.js";
import {
  double,
  integer,
  type PublishedTable,
  type RowColumn,
  table,
  text,
  truth,
} from "../../engine/tables/publishedTable.js";
import type {Targets} from "../../model/actions/targetsOf.js";

/** An action, and the customers that its rule names. */
export type TargetedAction = Targets & {action: Action};

/** What the table of actions says of the data set as a whole. */
export interface ActionContext {
  /** Customers in the data set. */
  customers: number;
  /** For which worth is counted, as a phrase. */
  period: string;
  /** What a day of work costs, in dollars. */
  dayCost: Assumption;
}

/** Tables of the actions, best worth per day of work first, and of the customers that each is for. */
export function actionTables(targeted: readonly TargetedAction[], context: ActionContext): PublishedTable[] {
  const ranked = rankActions(targeted.map((one) => ({...one, effortDays: one.action.effortDays})));
  const targets = ranked.flatMap(({action, rows}) => rows.map((row) => ({action: action.id, row})));
  return [
    table(
      "actions",
      "What could be done, ordered by worth per day of work. Responses, changes, values, costs and days of work are assumptions of the report: nothing in the data tells how customers answer. The rest follows from the data.",
      ranked,
      actionColumns(context),
    ),
    table("action_targets", "The customers of each action.", targets, [
      text("action", "Identifier of the action.", (r) => r.action),
      integer("row_number", "The customer's row in the customers table.", (r) => r.row),
    ]),
  ];
}

type RankedAction = TargetedAction & {effortDays: number};

function actionColumns({customers, period, dayCost}: ActionContext): RowColumn<RankedAction>[] {
  return [
    integer("position", "Number of the action: its rank by worth per day of work.", (_, index) => index + 1),
    text("action", "Identifier.", (r) => r.action.id),
    text("team", "Who acts.", (r) => r.action.team),
    text("title", "What is done.", (r) => r.action.title),
    text("rule", "On whom: condition over the customers table.", (r) => r.rule),
    integer("customers", "Customers it names.", (r) => r.customers),
    double("share", "Share of all customers.", (r) => r.customers / customers),
    double("units", "What the action can change.", (r) => r.units),
    text("unit", "Unit of that.", (r) => r.action.unit),
    double("units_share", "Share of the same over all customers.", (r) => r.unitsShare),
    ...assumptionColumns("response", "Assumed share of those asked who respond.", "response"),
    ...assumptionColumns(
      "change",
      "Assumed share by which the units of one who responds change; NULL where all of them do.",
      "change",
    ),
    ...assumptionColumns("unit_value", "Assumed dollars for one changed unit.", "unitValue"),
    ...assumptionColumns("cost_per_customer", "Assumed dollars for each customer named.", "costPerCustomer"),
    double(
      "worth",
      "Dollars in the period: units × response × change × unit value − customers × cost per customer.",
      (r) => r.worth,
    ),
    text("period", "Period for which units and worth are counted.", () => period),
    double(
      "break_even_response",
      "Response at which the worth is nothing; above 1 or NULL where nothing can cover the running cost.",
      (r) => (Number.isFinite(r.breakEvenResponse) ? r.breakEvenResponse : null),
    ),
    integer(
      "effort_days",
      "Days of work until it runs; an estimate, and not in the worth.",
      (r) => r.effortDays,
    ),
    double("worth_per_day", "Worth in the period for each day of work.", worthPerDay),
    ...constantAssumption("day_cost", "Assumed dollars for a day of work.", dayCost),
    double(
      "setup_cost",
      "Dollars for the days of work, at the assumed cost of a day.",
      (r) => r.effortDays * dayCost.value,
    ),
    // where little is brought in, more than an INTEGER holds
    double(
      "pays_from",
      "Customers that a bank of the same kind needs for one period's worth to cover the days of work; NULL where it is worth nothing.",
      (r) => customersToPay([r], customers, dayCost.value),
    ),
    text(
      "outcome",
      "What a trial compares: the mean of a variable, a share of customers, or whole weeks where customers cannot be chosen at random.",
      ({action: {outcome}}) => ("variable" in outcome ? outcome.variable : outcome.kind),
    ),
    text(
      "wanted",
      "Direction in which the outcome should change: rise or fall.",
      (r) => r.action.outcome.wanted,
    ),
    double(
      "outcome_mean",
      "The outcome without treatment: measured for a mean, assumed for a share.",
      (r) => r.trial.outcomeMean,
    ),
    double(
      "outcome_sd",
      "Its standard deviation between customers; of counts by which they were chosen at least that of a Poisson count.",
      (r) => r.trial.outcomeSd,
    ),
    double("expected_change", "Change of the outcome under the assumptions.", (r) => r.trial.expectedChange),
    double(
      "detectable_change",
      "Smallest change that a trial with half of these customers held out can show (5 % false alarms, 80 % power).",
      (r) => r.trial.detectableChange,
    ),
    double(
      "needed_each",
      "Customers in each of two groups that the expected change needs in order to be seen.",
      (r) => r.trial.neededEach,
    ),
    truth(
      "testable",
      "True where one trial on these customers, half of them held out, can show the expected change; NULL where the file cannot size a trial.",
      ({customers: named, trial}) =>
        Number.isNaN(trial.neededEach) ? null : trial.neededEach <= Math.floor(named / 2),
    ),
  ];
}

/** An assumption that holds for all actions alike. */
function constantAssumption(
  name: string,
  definition: string,
  {value, meaning, min, max, step}: Assumption,
): RowColumn<RankedAction>[] {
  return [
    double(name, definition, () => value),
    text(`${name}_meaning`, `${definition} What that is here.`, () => meaning),
    double(`${name}_min`, `${definition} Least that a reader can set.`, () => min),
    double(`${name}_max`, `${definition} Most that a reader can set.`, () => max),
    double(`${name}_step`, `${definition} Step of the slider.`, () => step),
  ];
}

/** An assumption, what it is in this action, and the ends and step of its slider. */
function assumptionColumns(
  name: string,
  definition: string,
  key: "response" | "change" | "unitValue" | "costPerCustomer",
): RowColumn<RankedAction>[] {
  const column = (suffix: string, meaning: string, part: "value" | "min" | "max" | "step") =>
    double(name + suffix, definition + meaning, (r: RankedAction) => r.action[key]?.[part] ?? null);
  return [
    column("", "", "value"),
    text(`${name}_meaning`, `${definition} What that is here.`, (r) => r.action[key]?.meaning ?? null),
    column("_min", " Least that a reader can set.", "min"),
    column("_max", " Most that a reader can set.", "max"),
    column("_step", " Step of the slider.", "step"),
  ];
}
