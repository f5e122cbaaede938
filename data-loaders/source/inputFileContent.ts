/** The file that a report is built from, read once: what is checked, keyed and published is about these bytes. */
export interface InputFileContent {
  /** Of a copy from a warehouse, the address of the table. */
  path: string;
  /** Its name without the folder. */
  name: string;
  bytes: Uint8Array;
  sha256: string;
  /** True if the bytes are those of the embedded sample, wherever the file is. */
  synthetic: boolean;
  format: "csv" | "parquet";
}
