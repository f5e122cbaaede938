import type {ColumnRule, DatasetDefinition} from "../../datasets/dataset.js";
import type {Features} from "../../model/features/prepareFeatures.js";
import type {Treatment} from "../../model/features/treatment.js";
import {treatmentOf} from "../../model/features/treatment.js";
import {isSkewedColumn, type Preparation} from "./choices.js";

/**
 * The definition of a data set as an analysis changes it: which variables the models see, and of which the distances take
 * logarithms.
 *
 * @param features as the report prepares them
 */
export function alternativeDefinition(
  definition: DatasetDefinition,
  {scale, leftOut}: Pick<Preparation, "scale" | "leftOut">,
  features: Pick<Features, "names" | "values">,
): DatasetDefinition {
  const takesLogarithm = ({name, scale: given}: ColumnRule): boolean => {
    if (scale === "linear") return false;
    const j = features.names.indexOf(name);
    return given === "log" || (scale === "log" && j >= 0 && isSkewedColumn(features.values, j));
  };
  const changed = (column: ColumnRule): ColumnRule => {
    const {scale: _, ...rest} = column;
    return {
      ...rest,
      ...(takesLogarithm(column) ? {scale: "log"} : {}),
      ...(leftOut.includes(column.name) ? {modelled: false} : {}),
    };
  };
  const {contract} = definition;
  return {
    ...definition,
    contract: {
      ...contract,
      columns: contract.columns.map((column) => (column.role === "feature" ? changed(column) : column)),
    },
  };
}

/** What an analysis does to the variables before customers are compared. */
export function alternativeTreatment(
  {outliers, scale}: Pick<Preparation, "outliers" | "scale">,
  definition: Pick<DatasetDefinition, "treatment">,
): Treatment {
  const reported = treatmentOf(definition);
  return {
    ...reported,
    outliers: outliers === "kept" ? reported.outliers : outliers,
    scaling: scale === "range" || scale === "robust" ? scale : reported.scaling,
  };
}
