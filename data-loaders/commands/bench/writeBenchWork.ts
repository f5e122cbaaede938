import {statSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {type Matrix, matrixColumn, matrixFromColumns} from "../../../src/lib/statistics/matrices/matrix.js";
import {datasets} from "../../datasets/datasets.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {prepareFeatures} from "../../model/features/prepareFeatures.js";
import {evaluateLabel} from "../../model/risk/evaluateLabel.js";
import {outcomeOf} from "../../model/risk/outcome.js";
import {withConstants} from "../../model/risk/withConstants.js";
import {locateInput} from "../../source/locateInput.js";
import {openInput} from "../../source/openInput.js";
import {checkCustomers} from "../../source/readCustomers.js";

/**
 * Writes the data set with the largest file as plain binary numbers that every participant can read. The outcome is its
 * risk label, which is false where it cannot be said; the predictors are the variables that do not define it.
 *
 * @returns a sentence on the data
 */
export async function writeBenchWork(folder: string): Promise<string> {
  const {definition, risk} = largestInput();
  const {expression, definedBy} = risk;
  const input = await openInput(definition, {root: projectPath("."), env: process.env});
  const customers = await checkCustomers(input, definition);
  const features = prepareFeatures(customers, definition);
  const {names, z} = features;
  const label = await evaluateLabel(
    features,
    outcomeOf(customers, definition),
    withConstants(expression, definition.constants),
  );
  const predictors = names.flatMap((name, j) => (definedBy.includes(name) ? [] : [matrixColumn(z, j)]));
  const x: Matrix = matrixFromColumns(predictors);
  await writeFile(join(folder, "z.bin"), z.values);
  await writeFile(join(folder, "x.bin"), x.values);
  await writeFile(
    join(folder, "y.bin"),
    Uint8Array.from(label, (value) => Math.max(value, 0)),
  );
  const shape = {rows: z.rows, cols: z.cols, predictors: x.cols};
  await writeFile(join(folder, "shape.json"), JSON.stringify(shape));
  return `${definition.title}: ${z.rows} rows × ${z.cols} columns, ${input.synthetic ? "the synthetic sample" : "the bank's file"}`;
}

/** Of the data sets that have a label. */
function largestInput() {
  const inputs = datasets().flatMap((definition) => {
    const {risk} = definition;
    if (risk === undefined) return [];
    return {definition, risk, path: locateInput(definition, {root: projectPath("."), env: process.env})};
  });
  const size = ({path}: {path: string}) => statSync(path).size;
  return inputs.reduce((a, b) => (size(b) > size(a) ? b : a));
}
