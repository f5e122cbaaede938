/** A number in the worth of an action that nobody has measured: the reader may move it. */
export interface Assumption {
  /** What it is, as a slider's label. */
  meaning: string;
  value: number;
  min: number;
  max: number;
  step: number;
}

/** What a trial compares between the customers treated and those left as they are. */
export type Outcome =
  /** The mean of a variable, which changes as the units do; the data give its spread. */
  | {kind: "mean"; variable: string; wanted: "rise" | "fall"}
  /**
   * The same for a count of events by which the customers are chosen: they had many this year, so the counts on the list are
   * cut off below and vary less than next year's will. The spread is at least that of the Poisson distribution.
   */
  | {kind: "count"; variable: string; wanted: "rise" | "fall"}
  /** The share of customers who do something; without treatment it is assumed to be `baseline`. */
  | {kind: "share"; baseline: number; wanted: "rise" | "fall"}
  /** Whole weeks or teams are drawn by lot, since customers cannot be left out one by one. The file cannot size such a trial. */
  | {kind: "weeks"; wanted: "rise" | "fall"};

/** Something that the report recommends, on customers that a rule names. */
export interface Action {
  id: string;
  team: string;
  title: string;
  /** Who: SQL over the customers table, with constants as `$name`; where it gives NULL the customer is left out. */
  rule: string;
  /** What the action can change, over the period of the file: an SQL aggregate over these customers. */
  units: string;
  unit: string;
  /** Share of those asked who respond; of what the units count, where nobody is asked. */
  response: Assumption;
  /** Share by which the units of one who responds change; absent where all of them do. */
  change?: Assumption;
  /** What one changed unit is worth, in dollars. */
  unitValue: Assumption;
  /** What the action costs for each customer named, in dollars. */
  costPerCustomer: Assumption;
  /** Days of work until it runs: an estimate. */
  effortDays: number;
  outcome: Outcome;
}
