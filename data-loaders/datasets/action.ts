/** A number in the worth of an action that nobody has measured: the reader may move it. */
export interface Assumption {
  value: number;
  min: number;
  max: number;
  step: number;
}

/** What is compared between the customers treated and those left as they are. */
export type Outcome =
  /** The mean of a variable; the data give its spread. */
  | {kind: "mean"; variable: string}
  /** The share of customers who do something; without treatment it is assumed to be `baseline`. */
  | {kind: "share"; baseline: number};

/** Something that the report recommends, on customers that a rule names. */
export interface Action {
  id: string;
  team: string;
  title: string;
  /** Who: SQL over the customers table, with constants as `$name`. */
  rule: string;
  /** What the action changes, in a year: an SQL aggregate over these customers. */
  units: string;
  unit: string;
  /** Share of the units that it changes. */
  effect: Assumption;
  /** What one changed unit is worth, in dollars. */
  unitValue: Assumption;
  /** What the action costs for each customer, in dollars. */
  costPerCustomer: Assumption;
  /** Days of work until it runs: an estimate. */
  effortDays: number;
  outcome: Outcome;
}
