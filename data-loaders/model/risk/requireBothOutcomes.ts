import type {RiskLabel} from "../../datasets/dataset.js";
import {InputError} from "../../source/inputError.js";
import type {Risk} from "./fitRiskModels.js";

/**
 * Refuses a file in which no model can be fitted to the label.
 *
 * @param file path of the file
 * @throws InputError where the label holds for fewer than two of the customers, or for all but one
 */
export function requireBothOutcomes({label, rows, models}: Risk, {sentence}: RiskLabel, file: string): void {
  if (models.length > 0) return;
  const holds = rows.reduce((sum, row) => sum + label[row], 0);
  throw new InputError(file, [
    {
      line: null,
      column: null,
      found: `a risk label that holds for ${holds} of ${rows.length} customers with all values`,
      expected: "at least two for whom it holds and two for whom it does not",
      remedy: `The label: “${sentence}” Use a file with both, or change the rule and its constants in data-loaders/datasets.`,
    },
  ]);
}
