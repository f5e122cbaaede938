/** How a variable's values are tabulated and written. */
export type Scale =
  /** Money, two decimals; spread within its groups. */
  | "money"
  /** A credit limit, in steps of 50. */
  | "limit"
  /** A number of transactions or months. */
  | "count"
  /** A share of the months of tenure: tabulated by value. */
  | "months"
  /** A share with its own denominators: tabulated by value, rare values put together. */
  | "share";

export interface SampledVariable {
  header: string;
  scale: Scale;
}

/** The 17 behavioural variables in the order of the file. */
export const VARIABLES: readonly SampledVariable[] = [
  {header: "BALANCE", scale: "money"},
  {header: "BALANCE_FREQUENCY", scale: "share"},
  {header: "PURCHASES", scale: "money"},
  {header: "ONEOFF_PURCHASES", scale: "money"},
  {header: "INSTALLMENTS_PURCHASES", scale: "money"},
  {header: "CASH_ADVANCE", scale: "money"},
  {header: "PURCHASES_FREQUENCY", scale: "months"},
  {header: "ONEOFF_PURCHASES_FREQUENCY", scale: "months"},
  {header: "PURCHASES_INSTALLMENTS_FREQUENCY", scale: "months"},
  {header: "CASH_ADVANCE_FREQUENCY", scale: "months"},
  {header: "CASH_ADVANCE_TRX", scale: "count"},
  {header: "PURCHASES_TRX", scale: "count"},
  {header: "CREDIT_LIMIT", scale: "limit"},
  {header: "PAYMENTS", scale: "money"},
  {header: "MINIMUM_PAYMENTS", scale: "money"},
  {header: "PRC_FULL_PAYMENT", scale: "share"},
  {header: "TENURE", scale: "count"},
];

/** Column numbers by short name: index into `VARIABLES`. */
export const COLUMN = {
  balance: 0,
  balanceFrequency: 1,
  purchases: 2,
  oneOff: 3,
  instalments: 4,
  cashAdvance: 5,
  purchasesFrequency: 6,
  oneOffFrequency: 7,
  instalmentsFrequency: 8,
  cashAdvanceFrequency: 9,
  cashAdvanceCount: 10,
  purchasesCount: 11,
  creditLimit: 12,
  payments: 13,
  minimumPayments: 14,
  fullPayment: 15,
  tenure: 16,
} as const;

/** Column of the derived label "paid less than the minimum", 1 or 0, beside the 17 variables. */
export const UNDERPAID = 17;

/** What a card holder does at all, as bits: it decides which variables are not zero, and which are stated. */
export const ACTIVITY = {
  buysOneOff: 1,
  buysInstalments: 2,
  drawsCash: 4,
  fullTenure: 8,
  pays: 16,
  owes: 32,
  minimumStated: 64,
  limitStated: 128,
} as const;

/** The bits whose combinations are counted: they decide the strata of several variables at once. */
export const COUNTED_ACTIVITY =
  ACTIVITY.buysOneOff | ACTIVITY.buysInstalments | ACTIVITY.drawsCash | ACTIVITY.fullTenure;

/**
 * A set of rows within a segment in which a variable has a marginal of its own: rows whose activity, masked, is
 * `value`. A variable is 0 (or missing) in rows of no stratum.
 */
export interface Stratum {
  column: number;
  mask: number;
  value: number;
}

const {buysOneOff, buysInstalments, drawsCash, pays, owes, minimumStated, limitStated, fullTenure} = ACTIVITY;
const both = buysOneOff | buysInstalments;

/** Strata of the four shares of months: those of the shortened tenures have denominators of their own. */
const MONTH_STRATA: readonly Stratum[] = [
  {column: COLUMN.purchasesFrequency, mask: both, value: buysInstalments},
  {column: COLUMN.purchasesFrequency, mask: both, value: both},
  {column: COLUMN.oneOffFrequency, mask: both, value: buysOneOff},
  {column: COLUMN.oneOffFrequency, mask: both, value: both},
  {column: COLUMN.instalmentsFrequency, mask: both, value: buysInstalments},
  {column: COLUMN.instalmentsFrequency, mask: both, value: both},
  {column: COLUMN.cashAdvanceFrequency, mask: drawsCash, value: drawsCash},
].flatMap(({column, mask, value}) => [
  {column, mask: mask | fullTenure, value: value | fullTenure},
  {column, mask: mask | fullTenure, value},
]);

/**
 * Strata of all drawn variables. Purchases are not drawn: they are one-off purchases plus instalments; nor is
 * their frequency where there are only one-off purchases: it is the one-off frequency.
 */
export const STRATA: readonly Stratum[] = [
  {column: COLUMN.balance, mask: owes, value: owes},
  {column: COLUMN.balanceFrequency, mask: owes, value: owes},
  {column: COLUMN.oneOff, mask: both, value: buysOneOff},
  {column: COLUMN.oneOff, mask: both, value: both},
  {column: COLUMN.instalments, mask: both, value: buysInstalments},
  {column: COLUMN.instalments, mask: both, value: both},
  {column: COLUMN.cashAdvance, mask: drawsCash, value: drawsCash},
  {column: COLUMN.cashAdvanceCount, mask: drawsCash, value: drawsCash},
  {column: COLUMN.purchasesCount, mask: both, value: buysOneOff},
  {column: COLUMN.purchasesCount, mask: both, value: buysInstalments},
  {column: COLUMN.purchasesCount, mask: both, value: both},
  {column: COLUMN.creditLimit, mask: limitStated, value: limitStated},
  {column: COLUMN.payments, mask: pays, value: pays},
  {column: COLUMN.minimumPayments, mask: minimumStated, value: minimumStated},
  {column: COLUMN.fullPayment, mask: pays, value: pays},
  {column: COLUMN.tenure, mask: fullTenure, value: fullTenure},
  {column: COLUMN.tenure, mask: fullTenure, value: 0},
  ...MONTH_STRATA,
];
