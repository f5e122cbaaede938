/** What a column of numbers may hold. */
export interface NumberRule {
  type: "integer" | "number" | "text" | "date";
  /** Smallest and largest value that can be true (inclusive). */
  min?: number;
  max?: number;
}
