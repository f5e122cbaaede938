import type {Dialect} from "../../src/lib/input/dialect.js";

import type {LinkageMethod} from "../../src/lib/statistics/trees/linkage.js";
import type {Action} from "./action.js";

/** What a column of the input must hold, and what is done where it does not. */
export interface ColumnRule {
  /** Name in the published tables, snake_case. */
  name: string;
  /** Header in the file; compared without case, padding, spaces and underscores. */
  header: string;
  type: "integer" | "number" | "text";
  /**
   * `feature` is a variable of the models, `key` names the customer, `extra` may be absent: it is
   * checked if present and then left out.
   */
  role: "feature" | "key" | "extra";
  /** Smallest and largest value that can be true (inclusive). A value beyond them stops the build. */
  min?: number;
  max?: number;
  /** The range that the data dictionary declares (inclusive). A value beyond it, but possible, is kept and noted. */
  expected?: {min?: number; max?: number};
  /**
   * What an empty cell does (also `NA`, `N/A`, `NULL` and `-`): stop the build, or be imputed by the
   * column's median and noted.
   */
  missing: "fail" | "median";
  /** For people: name, unit and definition. */
  label: string;
  unit: string;
  definition: string;
}

/** The agreement with whoever delivers the file. */
export interface Contract {
  dialect: Dialect;
  columns: readonly ColumnRule[];
  /** What a key that stands on several rows with different values does: stop the build, or be kept and noted. */
  duplicateKeys: "fail" | "note";
  /** What a row with the key and all the features of an earlier row does: stop the build, or be kept or dropped, and noted. */
  duplicateRows: "fail" | "keep" | "drop";
  /** Fewest rows, and fewest different combinations of features, that the models accept: more than the largest k. */
  minimumRows: number;
}

/** Where a group stands in a variable, if its name is right. */
export interface SegmentTrait {
  variable: string;
  extreme: "highest" | "lowest";
}

/**
 * A name for one of the groups, and the variable that it goes by. All rules are applied together, so that the names fit the
 * groups as a whole; a name that fits none is not given.
 */
export interface SegmentRule extends SegmentTrait {
  id: string;
  name: string;
  /** What else the name says of its group. */
  also?: readonly SegmentTrait[];
}

/** A variable made from others; it describes customers but does not enter the distances. */
export interface EngineeredVariable {
  name: string;
  label: string;
  unit: string;
  definition: string;
  /** The variables whose sum it is. */
  sumOf: readonly string[];
}

/** What stands in for risk: neither data set observes a default. */
export interface RiskLabel {
  /** The rule as a sentence. */
  sentence: string;
  /** The rule in SQL over the variables, with constants as `$name`; where it gives NULL the customer is left out of the model. */
  expression: string;
  /** Variables in the rule, and those that measure the same act: a model that uses them has seen its own answer. */
  definedBy: readonly string[];
  /** Variables that the models leave out because others nearly determine them; a further model shows what they would do. */
  leftOut?: readonly {variable: string; reason: string}[];
  /** A `policy` is a choice of the bank, a `proxy` an observed behaviour that may go with risk. */
  evidence: "policy" | "proxy";
}

/** A number that somebody chose: the report quotes it, and its queries use it, from here. */
export interface Constant {
  value: number;
  definition: string;
}

/** How the clusters are searched for. */
export interface ClusterSearch {
  /** Smallest and largest number of clusters that are tried. */
  from: number;
  to: number;
  restarts: number;
  seed: number;
}

/** How often the segments are put to the test with other rows. */
export interface Resampling {
  /** Bootstrap resamples for the stability of the segments. */
  replicates: number;
  /** Data sets without clusters that the gap statistic compares with. */
  references: number;
  /** Starts of each k-means fit on them. */
  restarts: number;
  /** The trees that are grown and compared; average and complete linkage take minutes on tens of thousands of rows. */
  linkages: readonly LinkageMethod[];
}

/** A category made by cutting a variable, in its own unit, into bands. */
export interface CategoryVariable {
  name: string;
  label: string;
  definition: string;
  /** The variable that is cut. */
  variable: string;
  /** From low to high; a band ends below `below`, the last one has no end. */
  bands: readonly {name: string; below?: number}[];
}

/** Everything that is particular to one data set and not to the machine. */
export interface DatasetDefinition {
  id: string;
  /** Name of the published database in SQL. */
  schema: string;
  title: string;
  /** File an analyst drops into `data-loaders/input/`. */
  inputFile: string;
  /** The embedded synthetic sample, in the folder `sample` of the data set. */
  sampleFile: string;
  /** Environment variable that names another input. */
  inputVariable: string;
  contract: Contract;
  engineered: readonly EngineeredVariable[];
  categories: readonly CategoryVariable[];
  /** What the report recommends, in the order of its page. */
  actions: readonly Action[];
  /** For how long the file counts, as a phrase: what an action is worth, it is worth for so long. */
  period: string;
  constants: Readonly<Record<string, Constant>>;
  resampling: Resampling;
  search: ClusterSearch;
  risk: RiskLabel;
  /** Chosen number of segments, and their names in display order. */
  k: number;
  segments: readonly SegmentRule[];
}
