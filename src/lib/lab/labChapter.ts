import type {AnalysisChoices, Comparison} from "./analysisChoices.js";

/** A variable of the customers that a reader of the lab can keep or leave out. */
export interface LabVariable {
  name: string;
  label: string;
  unit: string;
  /** Whether the published analysis compares customers by its logarithm. */
  log: boolean;
  /** Smallest and largest value in the published rows. */
  least: number;
  greatest: number;
  /** Customers without a value. */
  missing: number;
}

/** A column of names that the lab can leave out customers by. */
export interface LabCategory {
  name: string;
  label: string;
  levels: string[];
}

/** A rule that flags customers: a variable, a comparison and a line. */
export interface LabRule {
  column: string;
  comparison: Comparison;
  line: number;
}

/** The assumptions of an action that a reader can move. */
export const assumptionNames = ["response", "change", "unitValue", "costPerCustomer"] as const;
export type AssumptionName = (typeof assumptionNames)[number];

/** An assumption with the ends and the step of its field. */
export interface LabAssumption {
  meaning: string;
  value: number;
  min: number;
  max: number;
  step: number;
}

export interface LabAction {
  id: string;
  title: string;
  assumptions: Partial<Record<AssumptionName, LabAssumption>>;
}

/** What the lab's page knows of a chapter before it computes anything. */
export interface LabChapter {
  id: string;
  schema: string;
  title: string;
  currency: string;
  /** Rows of the published table of customers, and whether they are exact. */
  customers: number;
  exact: boolean;
  /** Those that enter the distances and models in the published analysis. */
  variables: LabVariable[];
  categories: LabCategory[];
  /** How the published analysis divides the customers that it keeps, and prepares their variables. */
  choices: AnalysisChoices;
  k: number;
  search: {from: number; to: number; restarts: number; seed: number};
  /** The groups in display order. */
  groups: {id: string; name: string; customers: number}[];
  /** The published risk label; absent where there is none. */
  risk?: {
    sentence: string;
    /** Undefined where the label is no comparison of one variable with a number. */
    rule?: LabRule;
    /** The constant that holds the line, if one does. */
    constant?: string;
    observed: boolean;
    threshold: number;
  };
  actions: LabAction[];
  dayCost: LabAssumption;
}
