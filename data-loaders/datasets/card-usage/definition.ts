import type {ColumnRule, DatasetDefinition} from "../dataset.js";
import {LARGEST_AMOUNT} from "../largestAmount.js";
import {actions} from "./actions.js";

type Wording = Pick<ColumnRule, "name" | "header" | "label" | "definition">;

/** A sum over the period, never negative. */
function amount(wording: Wording): ColumnRule {
  return {
    ...wording,
    type: "number",
    role: "feature",
    min: 0,
    max: LARGEST_AMOUNT,
    missing: "fail",
    unit: "$",
  };
}

/** A share of the period in which something happened: 0 never, 1 in each month. */
function frequency(wording: Wording): ColumnRule {
  return {
    ...wording,
    type: "number",
    role: "feature",
    min: 0,
    max: 1,
    missing: "fail",
    unit: "share of months",
  };
}

/** A number of transactions over the period. */
function transactions(wording: Wording): ColumnRule {
  return {
    ...wording,
    type: "integer",
    role: "feature",
    min: 0,
    max: 100_000,
    missing: "fail",
    unit: "transactions",
  };
}

/** Card usage ("CC GENERAL"): 8,950 card holders, 17 variables of behaviour over a period of up to twelve months. */
export const definition: DatasetDefinition = {
  id: "card-usage",
  schema: "card_usage",
  title: "Card usage",
  inputFile: "card-usage.csv",
  sampleFile: "card-usage.sample.csv",
  inputVariable: "INPUT_CARD_USAGE",
  contract: {
    dialect: {separator: ",", decimal: ".", thousands: ","},
    // One row for each card holder: a key that comes twice means that a join went wrong.
    duplicateKeys: "fail",
    duplicateRows: "fail",
    minimumRows: 11,
    columns: [
      {
        name: "row_number",
        header: "Recnum",
        type: "integer",
        role: "extra",
        min: 0,
        missing: "fail",
        label: "Row number",
        unit: "",
        definition: "Position in the file. It says nothing about the card holder.",
      },
      {
        name: "customer_key",
        header: "CUST_ID",
        type: "text",
        role: "key",
        missing: "fail",
        label: "Customer key",
        unit: "",
        definition:
          "The bank's number for the card holder; replaced by a pseudonym before anything is published.",
      },
      amount({
        name: "balance",
        header: "BALANCE",
        label: "Balance",
        definition: "What the card holder still owes on the account.",
      }),
      frequency({
        name: "balance_frequency",
        header: "BALANCE_FREQUENCY",
        label: "Balance frequency",
        definition: "How often the balance changed: 0 never, 1 in each month.",
      }),
      amount({
        name: "purchases",
        header: "PURCHASES",
        label: "Purchases",
        definition: "Total of all purchases with the card: one-off and by instalments.",
      }),
      amount({
        name: "one_off_purchases",
        header: "ONEOFF_PURCHASES",
        label: "One-off purchases",
        definition:
          "Purchases paid in one go. The data dictionary calls it the largest single purchase, but with instalment purchases it adds up to all purchases, so it is a total.",
      }),
      amount({
        name: "installment_purchases",
        header: "INSTALLMENTS_PURCHASES",
        label: "Instalment purchases",
        definition: "Total of the purchases that are paid in instalments.",
      }),
      amount({
        name: "cash_advance",
        header: "CASH_ADVANCE",
        label: "Cash advances",
        definition: "Total of the cash drawn on the card.",
      }),
      frequency({
        name: "purchases_frequency",
        header: "PURCHASES_FREQUENCY",
        label: "Purchase frequency",
        definition: "How often the card was used for purchases: 0 never, 1 in each month.",
      }),
      frequency({
        name: "one_off_purchases_frequency",
        header: "ONEOFF_PURCHASES_FREQUENCY",
        label: "One-off purchase frequency",
        definition: "How often there were purchases paid in one go: 0 never, 1 in each month.",
      }),
      frequency({
        name: "installment_purchases_frequency",
        header: "PURCHASES_INSTALLMENTS_FREQUENCY",
        label: "Instalment purchase frequency",
        definition: "How often there were purchases by instalments: 0 never, 1 in each month.",
      }),
      {
        ...frequency({
          name: "cash_advance_frequency",
          header: "CASH_ADVANCE_FREQUENCY",
          label: "Cash-advance frequency",
          definition:
            "How often cash was drawn on the card. The data dictionary declares 0 to 1; some values are greater.",
        }),
        max: 10,
        expected: {min: 0, max: 1},
      },
      transactions({
        name: "cash_advance_transactions",
        header: "CASH_ADVANCE_TRX",
        label: "Cash-advance transactions",
        definition: "Number of times that cash was drawn on the card.",
      }),
      transactions({
        name: "purchase_transactions",
        header: "PURCHASES_TRX",
        label: "Purchase transactions",
        definition: "Number of purchases with the card.",
      }),
      {
        ...amount({
          name: "credit_limit",
          header: "CREDIT_LIMIT",
          label: "Credit limit",
          definition: "How much the card holder may owe.",
        }),
        missing: "median",
      },
      amount({
        name: "payments",
        header: "PAYMENTS",
        label: "Payments",
        definition: "Total that the card holder paid back.",
      }),
      {
        ...amount({
          name: "minimum_payments",
          header: "MINIMUM_PAYMENTS",
          label: "Minimum payments",
          definition: "Total of the minimum payments that were due.",
        }),
        missing: "median",
      },
      frequency({
        name: "full_payment_share",
        header: "PRC_FULL_PAYMENT",
        label: "Share paid in full",
        definition: "Share of the months in which the whole balance was paid: 0 none, 1 all.",
      }),
      {
        name: "tenure",
        header: "TENURE",
        type: "integer",
        role: "feature",
        min: 0,
        max: 1_200,
        expected: {min: 6, max: 12},
        missing: "fail",
        label: "Tenure",
        unit: "months",
        definition:
          "Months that the card was in use, of the period of the file; in the published one never over twelve.",
      },
    ],
  },
  engineered: [],
  categories: [],
  actions,
  period: "over the period of the file",
  resampling: {replicates: 20, references: 3, restarts: 4, linkages: ["ward"]},
  // The best solution is reached by about every second start at k = 4, one in eight at k = 8.
  constants: {
    often: {
      value: 0.5,
      definition: "Share of months from which a habit is called frequent: at least every second month",
    },
    few_purchases: {
      value: 12,
      definition: "Purchases over the period below which an instalment buyer is asked to buy more often",
    },
  },
  search: {from: 2, to: 10, restarts: 24, seed: 1},
  risk: {
    sentence: "The payments are less than the minimum payments that were due.",
    expression: "payments < minimum_payments",
    // The share paid in full is counted from the same payments.
    definedBy: ["payments", "minimum_payments", "full_payment_share"],
    leftOut: [
      {
        variable: "purchases",
        reason:
          "One-off and instalment purchases add up to it, so its coefficient could not be told from theirs.",
      },
    ],
    evidence: "proxy",
  },
  k: 4,
  segments: [
    {id: "big-spenders", name: "Big spenders", variable: "purchases", extreme: "highest"},
    {id: "cash-advance", name: "Cash-advance users", variable: "cash_advance", extreme: "highest"},
    {
      id: "instalment",
      name: "Instalment buyers",
      variable: "installment_purchases_frequency",
      extreme: "highest",
    },
    {id: "low-spenders", name: "Low spenders", variable: "purchases", extreme: "lowest"},
  ],
};
