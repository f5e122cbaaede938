import type {TargetedAction} from "../actions/findTargets.js";
import {type PublishedTable, tableFromRows} from "./publishedTable.js";

/** Tables of the recommended actions, and of the customers that each is for. */
export function actionTables(targeted: readonly TargetedAction[]): PublishedTable[] {
  const targets = targeted.flatMap(({action, rows}) => rows.map((row) => ({action: action.id, row})));
  return [
    tableFromRows(
      "actions",
      "What the report recommends. Effects, values, costs and days of work are assumptions; the rest follows from the data.",
      targeted,
      [
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
          name: "units",
          type: "DOUBLE",
          definition: "What the action changes, in a year.",
          value: (r) => r.units,
        },
        {name: "unit", type: "VARCHAR", definition: "Unit of that.", value: (r) => r.action.unit},
        ...(["effect", "unitValue", "costPerCustomer"] as const).flatMap((key) =>
          (["value", "min", "max", "step"] as const).map((part) => ({
            name: assumptionNames[key] + (part === "value" ? "" : `_${part}`),
            type: "DOUBLE" as const,
            definition: `${assumptionMeanings[key]}${part === "value" ? "" : ` ${sliderMeanings[part]}`}`,
            value: (r: TargetedAction) => r.action[key][part],
          })),
        ),
        {
          name: "worth",
          type: "DOUBLE",
          definition: "Dollars a year: units × effect × unit value − customers × cost per customer.",
          value: (r) => r.worth,
        },
        {
          name: "effort_days",
          type: "INTEGER",
          definition: "Days of work until it runs; an estimate.",
          value: (r) => r.action.effortDays,
        },
        {
          name: "outcome",
          type: "VARCHAR",
          definition: "What a trial compares: the mean of a variable, or a share of customers.",
          value: ({action: {outcome}}) => (outcome.kind === "mean" ? outcome.variable : "share"),
        },
        {
          name: "outcome_mean",
          type: "DOUBLE",
          definition: "The outcome without treatment: measured for a mean, assumed for a share.",
          value: (r) => r.outcomeMean,
        },
        {
          name: "outcome_sd",
          type: "DOUBLE",
          definition: "Its standard deviation between customers.",
          value: (r) => r.outcomeSd,
        },
        {
          name: "expected_change",
          type: "DOUBLE",
          definition: "Change of the outcome under the assumed effect.",
          value: (r) => r.expectedChange,
        },
        {
          name: "detectable_change",
          type: "DOUBLE",
          definition:
            "Smallest change that a trial with half of these customers held out can show (5 % false alarms, 80 % power).",
          value: (r) => r.detectableChange,
        },
        {
          name: "needed_each",
          type: "DOUBLE",
          definition: "Customers in each of two groups that the expected change needs in order to be seen.",
          value: (r) => r.neededEach,
        },
      ],
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

const assumptionNames = {
  effect: "effect",
  unitValue: "unit_value",
  costPerCustomer: "cost_per_customer",
} as const;

const assumptionMeanings = {
  effect: "Assumed share of the units that the action changes.",
  unitValue: "Assumed dollars for one changed unit.",
  costPerCustomer: "Assumed dollars for each customer.",
} as const;

const sliderMeanings = {
  min: "Least that a reader can set.",
  max: "Most that a reader can set.",
  step: "Step of the slider.",
} as const;
