/** One rule of the contract, applied to every row. */
export interface QualityRule {
  id: string;
  /** The rule as a sentence. */
  rule: string;
  /** Published column, or "" for rules on the whole file. */
  column: string;
  checked: number;
  passed: number;
  noted: number;
  failed: number;
  /** What was noted, with the lines concerned. */
  detail: string;
}

/** Where the rows came from. */
export interface InputFile {
  /** File name without its folder: paths differ between machines. */
  name: string;
  bytes: number;
  sha256: string;
  rows: number;
  /** True for the embedded sample. */
  synthetic: boolean;
  /** False where the file has no column of keys, so that customers cannot be followed from one edition to the next. */
  hasKeys: boolean;
}

/** The validated input, by column; `NaN` marks a missing number. */
export interface CustomerTable {
  rows: number;
  text: Record<string, string[]>;
  numbers: Record<string, Float64Array>;
  quality: QualityRule[];
  input: InputFile;
}
