import type {TargetedAction} from "../actions/findTargets.js";
import {type ColumnType, type PublishedTable, tableFromRows} from "./publishedTable.js";

interface Numbered extends TargetedAction {
  position: number;
}

interface ActionColumn {
  name: string;
  type: ColumnType;
  definition: string;
  value: (row: Numbered) => number | string | null;
}

/**
 * Tables of the recommended actions, and of the customers that each is for.
 *
 * @param customers how many the data set has
 * @param period for which worth is counted, as a phrase
 */
export function actionTables(
  targeted: readonly TargetedAction[],
  customers: number,
  period: string,
): PublishedTable[] {
  const targets = targeted.flatMap(({action, rows}) => rows.map((row) => ({action: action.id, row})));
  return [
    tableFromRows(
      "actions",
      "What the report recommends. Responses, changes, values, costs and days of work are assumptions of the report: nothing in the data tells how customers answer. The rest follows from the data.",
      targeted.map((found, index) => ({...found, position: index + 1})),
      actionColumns(customers, period),
    ),
    tableFromRows("action_targets", "The customers of each action.", targets, [
      {name: "action", type: "VARCHAR", definition: "Identifier of the action.", value: (r) => r.action},
      {
        name: "row_number",
        type: "INTEGER",
        definition: "The customer's row in the customers table.",
        value: (r) => r.row,
      },
    ]),
  ];
}

function actionColumns(customers: number, period: string): ActionColumn[] {
  return [
    {
      name: "position",
      type: "INTEGER",
      definition: "Number of the action on its page.",
      value: (r) => r.position,
    },
    {name: "action", type: "VARCHAR", definition: "Identifier.", value: (r) => r.action.id},
    {name: "team", type: "VARCHAR", definition: "Who acts.", value: (r) => r.action.team},
    {name: "title", type: "VARCHAR", definition: "What is done.", value: (r) => r.action.title},
    {
      name: "rule",
      type: "VARCHAR",
      definition: "On whom: condition over the customers table.",
      value: (r) => r.rule,
    },
    {name: "customers", type: "INTEGER", definition: "Customers it names.", value: (r) => r.rows.length},
    {
      name: "share",
      type: "DOUBLE",
      definition: "Share of all customers.",
      value: (r) => r.rows.length / customers,
    },
    {name: "units", type: "DOUBLE", definition: "What the action can change.", value: (r) => r.units},
    {name: "unit", type: "VARCHAR", definition: "Unit of that.", value: (r) => r.action.unit},
    {
      name: "units_share",
      type: "DOUBLE",
      definition: "Share of the same over all customers.",
      value: (r) => r.unitsShare,
    },
    ...assumptionColumns("response", "Assumed share of those asked who respond.", "response"),
    ...assumptionColumns(
      "change",
      "Assumed share by which the units of one who responds change; NULL where all of them do.",
      "change",
    ),
    ...assumptionColumns("unit_value", "Assumed dollars for one changed unit.", "unitValue"),
    ...assumptionColumns("cost_per_customer", "Assumed dollars for each customer named.", "costPerCustomer"),
    {
      name: "worth",
      type: "DOUBLE",
      definition:
        "Dollars in the period: units × response × change × unit value − customers × cost per customer.",
      value: (r) => r.worth,
    },
    {
      name: "period",
      type: "VARCHAR",
      definition: "Period for which units and worth are counted.",
      value: () => period,
    },
    {
      name: "break_even_response",
      type: "DOUBLE",
      definition: "Response at which the worth is nothing; above 1 or NULL where it cannot pay for itself.",
      value: (r) => (Number.isFinite(r.breakEvenResponse) ? r.breakEvenResponse : null),
    },
    {
      name: "effort_days",
      type: "INTEGER",
      definition: "Days of work until it runs; an estimate, and not in the worth.",
      value: (r) => r.action.effortDays,
    },
    {
      name: "outcome",
      type: "VARCHAR",
      definition:
        "What a trial compares: the mean of a variable, a share of customers, or whole weeks where customers cannot be drawn by lot.",
      value: ({action: {outcome}}) => (outcome.kind === "mean" ? outcome.variable : outcome.kind),
    },
    {
      name: "wanted",
      type: "VARCHAR",
      definition: "Direction in which the outcome should change: rise or fall.",
      value: (r) => r.action.outcome.wanted,
    },
    {
      name: "outcome_mean",
      type: "DOUBLE",
      definition: "The outcome without treatment: measured for a mean, assumed for a share.",
      value: (r) => r.trial.outcomeMean,
    },
    {
      name: "outcome_sd",
      type: "DOUBLE",
      definition: "Its standard deviation between customers.",
      value: (r) => r.trial.outcomeSd,
    },
    {
      name: "expected_change",
      type: "DOUBLE",
      definition: "Change of the outcome under the assumptions.",
      value: (r) => r.trial.expectedChange,
    },
    {
      name: "detectable_change",
      type: "DOUBLE",
      definition:
        "Smallest change that a trial with half of these customers held out can show (5 % false alarms, 80 % power).",
      value: (r) => r.trial.detectableChange,
    },
    {
      name: "needed_each",
      type: "DOUBLE",
      definition: "Customers in each of two groups that the expected change needs in order to be seen.",
      value: (r) => r.trial.neededEach,
    },
  ];
}

/** An assumption, what it is in this action, and the ends and step of its slider. */
function assumptionColumns(
  name: string,
  definition: string,
  key: "response" | "change" | "unitValue" | "costPerCustomer",
): ActionColumn[] {
  const column = (suffix: string, meaning: string, part: "value" | "min" | "max" | "step"): ActionColumn => ({
    name: name + suffix,
    type: "DOUBLE",
    definition: `${definition}${meaning}`,
    value: (r) => r.action[key]?.[part] ?? null,
  });
  return [
    column("", "", "value"),
    {
      name: `${name}_meaning`,
      type: "VARCHAR",
      definition: `${definition} What that is here.`,
      value: (r) => r.action[key]?.meaning ?? null,
    },
    column("_min", " Least that a reader can set.", "min"),
    column("_max", " Most that a reader can set.", "max"),
    column("_step", " Step of the slider.", "step"),
  ];
}
