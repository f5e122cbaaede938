import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {type Matrix, matrixColumn, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {definition as cardUsage} from "../../datasets/card-usage/definition.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {prepareFeatures} from "../../model/features/prepareFeatures.js";
import {locateInput} from "../../source/locateInput.js";
import {readCustomers} from "../../source/readCustomers.js";

/** Variables that the outcome is made of. */
const outcomeOf = ["payments", "minimum_payments"];

/**
 * Writes the card-usage data as plain binary numbers that every participant can read.
 *
 * @returns a sentence on the data
 */
export async function writeBenchWork(folder: string): Promise<string> {
  const {path, synthetic} = await locateInput(cardUsage, {root: projectPath("."), env: process.env});
  const {names, values, z} = prepareFeatures(await readCustomers(path, cardUsage, {synthetic}), cardUsage);
  const [payments, minimum] = outcomeOf.map((name) => matrixColumn(values, names.indexOf(name)));
  const predictors = names.flatMap((name, j) => (outcomeOf.includes(name) ? [] : [matrixColumn(z, j)]));
  const x: Matrix = matrixFromColumns(predictors);
  await writeFile(join(folder, "z.bin"), z.values);
  await writeFile(join(folder, "x.bin"), x.values);
  await writeFile(
    join(folder, "y.bin"),
    Uint8Array.from(payments, (paid, i) => Number(paid < minimum[i])),
  );
  const shape = {rows: z.rows, cols: z.cols, predictors: x.cols};
  await writeFile(join(folder, "shape.json"), JSON.stringify(shape));
  return `${z.rows} rows × ${z.cols} columns, ${synthetic ? "the synthetic sample" : "the bank's file"}`;
}
