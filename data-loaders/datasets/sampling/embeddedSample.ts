/** A customer file split into the segments of its data set. */
export interface SegmentedFile {
  variables: readonly string[];
  /** One column a variable, in the order of the contract; `NaN` where a value is missing. */
  columns: readonly Float64Array[];
  /** Keys of the customers; empty where the contract names none. */
  keys: readonly string[];
  /** Index into `segmentIds`, per row. */
  segmentOf: ArrayLike<number>;
  segmentIds: readonly string[];
}

/** How the synthetic sample of a data set is made: `sample/sample.ts` in the data set's folder exports it as `sample`. */
export interface EmbeddedSample {
  /** The sample's text, from the committed aggregates and a fixed seed. */
  generate(): string;
  /** Reduces a customer file to the aggregates that the sample is drawn from, as JSON takes them. */
  describe(file: SegmentedFile): unknown;
}
