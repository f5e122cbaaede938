import type {ScaledVariable} from "../../engine/population/scaledVariables.js";

/** What is known of all customers, where the findings are those of a sample of them. */
export interface PopulationFindings {
  /** All customers. */
  rows: number;
  /** The engine that holds them, by name and version. */
  engine: string;
  /** Path of the database with the published columns of all customers; see `writeCustomers`. */
  path: string;
  variables: readonly ScaledVariable[];
  /** Of each customer of the sample, its row among all, from 1. */
  rowNumbers: readonly number[];
  /** How many customers each of them represents. */
  weights: readonly number[];
  /** What a table says of all customers, row by row, in place of what the sample says. */
  whole: readonly WholeValue[];
}

/** Values of one row of a table, over all customers. */
export interface WholeValue {
  table: string;
  /** Columns that tell the row from others, with their values. */
  key: Readonly<Record<string, string | number>>;
  values: Readonly<Record<string, number | null>>;
}
