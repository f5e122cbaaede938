import {text} from "../../engine/tables/publishedTable.js";
import type {Risk, RiskModel} from "../../model/risk/fitRiskModels.js";

interface OfModel {
  model: string;
  /** Number of the row among those of its model, from 1. */
  number: number;
}

/** The first column of every table of risk. */
export const modelColumn = text(
  "model",
  "honest: without the variables that define the label; leaking: with them, to show what that does; collinear: with variables that others determine.",
  (r: OfModel) => r.model,
);

/** Rows of all models under one another, each with the model's name. */
export function rowsOfModels<Row>(
  {models}: Risk,
  rowsOf: (model: RiskModel) => readonly Row[],
): (Row & OfModel)[] {
  return models.flatMap((model) =>
    rowsOf(model).map((row, i) => ({...row, model: model.model, number: i + 1})),
  );
}
