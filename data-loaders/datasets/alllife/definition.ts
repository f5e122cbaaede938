import type {DatasetDefinition} from "../dataset.js";
import {LARGEST_AMOUNT} from "../largestAmount.js";
import {actions} from "./actions.js";

/** Credit limit in dollars below which the policy flags a customer. */
const riskLine = 40_000;

/**
 * AllLife Bank: 660 customers, five variables, twelve months.
 *
 * The ranges say what is possible (`min`, `max`: a count is not negative, and nobody visits a branch
 * 10,000 times a year) and what is usual (`expected`: one visit or call a day, ten logins a day).
 */
export const definition: DatasetDefinition = {
  id: "alllife",
  schema: "alllife",
  title: "AllLife Bank",
  inputFile: "alllife.csv",
  sampleFile: "alllife.sample.csv",
  inputVariable: "INPUT_ALLLIFE",
  contract: {
    dialect: {separator: ",", decimal: ".", thousands: ","},
    // The published file gives five keys to two rows each, with different values: two cards or two
    // years of one customer, or a mistake. Nothing in the file tells, so both rows are kept and noted.
    duplicateKeys: "note",
    duplicateRows: "drop",
    minimumRows: 11,
    columns: [
      {
        name: "row_number",
        header: "Sl_No",
        type: "integer",
        role: "extra",
        min: 1,
        missing: "fail",
        label: "Row number",
        unit: "",
        definition: "Position in the file. It says nothing about the customer.",
      },
      {
        name: "customer_key",
        header: "Customer Key",
        type: "text",
        role: "key",
        missing: "fail",
        label: "Customer key",
        unit: "",
        definition:
          "The bank's number for the customer; replaced by a pseudonym before anything is published.",
      },
      {
        name: "credit_limit",
        header: "Avg_Credit_Limit",
        type: "number",
        role: "feature",
        min: 0,
        max: LARGEST_AMOUNT,
        expected: {min: 1, max: 1_000_000},
        missing: "fail",
        label: "Credit limit",
        unit: "$",
        definition: "Average credit limit over all of the customer's cards.",
      },
      {
        name: "credit_cards",
        header: "Total_Credit_Cards",
        type: "integer",
        role: "feature",
        min: 1,
        max: 100,
        expected: {max: 20},
        missing: "fail",
        label: "Credit cards",
        unit: "cards",
        definition: "Number of credit cards that the customer holds.",
      },
      {
        name: "branch_visits",
        header: "Total_visits_bank",
        type: "integer",
        role: "feature",
        min: 0,
        max: 10_000,
        expected: {max: 366},
        missing: "fail",
        label: "Branch visits",
        unit: "visits a year",
        definition: "Visits in person to a branch in a year.",
      },
      {
        name: "online_visits",
        header: "Total_visits_online",
        type: "integer",
        role: "feature",
        min: 0,
        max: 100_000,
        expected: {max: 3_660},
        missing: "fail",
        label: "Online visits",
        unit: "visits a year",
        definition: "Visits or logins online in a year.",
      },
      {
        name: "calls",
        header: "Total_calls_made",
        type: "integer",
        role: "feature",
        min: 0,
        max: 10_000,
        expected: {max: 366},
        missing: "fail",
        label: "Calls",
        unit: "calls a year",
        definition: "Calls to the bank or its customer service in a year.",
      },
    ],
  },
  engineered: [
    {
      name: "engagement_score",
      label: "Engagement score",
      unit: "contacts a year",
      definition: "Branch visits, online visits and calls added up.",
      sumOf: ["branch_visits", "online_visits", "calls"],
    },
  ],
  categories: [
    {
      name: "credit_category",
      label: "Credit category",
      definition: "The credit limit in dollars, cut into three bands that the report chose.",
      variable: "credit_limit",
      bands: [{name: "Low", below: 20_000}, {name: "Medium", below: 80_000}, {name: "High"}],
    },
  ],
  actions,
  period: "a year",
  resampling: {
    replicates: 100,
    references: 20,
    restarts: 5,
    linkages: ["ward", "average", "complete", "single"],
  },
  constants: {
    risk_line: {
      value: riskLine,
      definition: "Credit limit in dollars below which the policy flags a customer",
    },
    pilot_calls: {value: 5, definition: "Calls a year from which a phone caller is in the call-back pilot"},
    pilot_visits: {value: 3, definition: "Branch visits a year from which a visitor is in the branch pilot"},
    few_cards: {value: 3, definition: "Cards up to which a customer counts as one with few cards"},
    entry_cards: {value: 2, definition: "Cards up to which a caller is offered a simple card"},
    many_contacts: {value: 12, definition: "Contacts a year from which a customer is asked for the reasons"},
    regular_logins: {
      value: 10,
      definition: "Logins a year from which a premium customer is in the rewards pilot",
    },
    rare_logins: {value: 1, definition: "Logins a year up to which a customer hardly uses online banking"},
    guidance_line: {value: 50_000, definition: "Credit limit in dollars below which guidance is offered"},
  },
  search: {from: 2, to: 10, restarts: 150, seed: 1},
  risk: {
    sentence: `The credit limit is below the policy line of $${riskLine.toLocaleString("en-US")}.`,
    expression: "credit_limit < $risk_line",
    definedBy: ["credit_limit"],
    evidence: "policy",
  },
  k: 3,
  segments: [
    {
      id: "premium",
      name: "Premium online",
      variable: "credit_limit",
      extreme: "highest",
      also: [{variable: "online_visits", extreme: "highest"}],
    },
    {id: "branch", name: "Branch visitors", variable: "branch_visits", extreme: "highest"},
    {id: "phone", name: "Phone callers", variable: "calls", extreme: "highest"},
  ],
};
