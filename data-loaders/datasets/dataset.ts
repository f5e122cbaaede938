/** How numbers are written in the file. It is declared, never guessed. */
export interface Dialect {
  separator: "," | ";" | "\t";
  decimal: "." | ",";
  thousands: "," | "." | " " | "";
}

/** What a column of the input must hold, and what is done where it does not. */
export interface ColumnRule {
  /** Name in the published tables, snake_case. */
  name: string;
  /** Header in the file; compared without case, padding, spaces and underscores. */
  header: string;
  type: "integer" | "number" | "text";
  /** `feature` is a variable of the models, `key` names the customer, `extra` is checked if present and then left out. */
  role: "feature" | "key" | "extra";
  /** Inclusive range of a number column. */
  min?: number;
  max?: number;
  /** What a value outside the range does; default `fail`. */
  outOfRange?: "fail" | "note";
  /** What an empty cell does: stop the build, or be imputed by the column's median and noted. */
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
  /** What a key that stands on several rows does. */
  duplicateKeys: "fail" | "note";
  /** Fewest rows that the models accept. */
  minimumRows: number;
}

/** Names a cluster from its centroid: of the clusters not yet named, the one that is extreme in a variable. */
export interface SegmentRule {
  id: string;
  name: string;
  variable: string;
  extreme: "highest" | "lowest";
}

/** Everything that is particular to one data set and not to the machine. */
export interface DatasetDefinition {
  id: string;
  title: string;
  /** File an analyst drops into `data-loaders/input/`. */
  inputFile: string;
  /** The embedded synthetic sample in the same folder. */
  sampleFile: string;
  /** Environment variable that names another input. */
  inputVariable: string;
  contract: Contract;
  /** Chosen number of segments, and their names in display order. */
  k: number;
  segments: readonly SegmentRule[];
}
