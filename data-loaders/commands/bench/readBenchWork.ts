import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {BenchWork} from "./benchWork.js";

/** Reads what `writeBenchWork` wrote. */
export function readBenchWork(folder: string): BenchWork {
  const bytes = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
  const doubles = (file: string) => new Float64Array(bytes(file).buffer);
  const {rows, cols, predictors}: {rows: number; cols: number; predictors: number} = JSON.parse(
    readFileSync(join(folder, "shape.json"), "utf8"),
  );
  return {
    z: {rows, cols, values: doubles("z.bin")},
    x: {rows, cols: predictors, values: doubles("x.bin")},
    y: bytes("y.bin"),
  };
}
