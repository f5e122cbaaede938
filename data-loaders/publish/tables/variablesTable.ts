import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {type PublishedTable, table, text, truth} from "../../engine/tables/publishedTable.js";
import {givenVariables} from "../../model/features/givenVariables.js";
import type {Findings} from "./findings.js";

interface Variable {
  name: string;
  label: string;
  unit: string;
  definition: string;
  /** n values in the variable's unit. */
  values: Float64Array;
  /** `log` where the distances use log(1 + x). */
  scale: "log" | "linear";
  /** The same standardised; `null` for a variable that does not enter the distances. */
  z: Float64Array | null;
}

/** The variables of the customers: those of the file, then the engineered ones. */
export function variables({definition, features}: Pick<Findings, "definition" | "features">): Variable[] {
  const rules = new Map(definition.contract.columns.map((column) => [column.name, column]));
  return [
    ...givenVariables(features).flatMap(({name, values, column}) => {
      const rule = rules.get(name);
      if (rule === undefined) return [];
      return {
        ...rule,
        scale: rule.scale ?? ("linear" as const),
        values,
        z: column === undefined ? null : matrixColumn(features.z, column),
      };
    }),
    ...definition.engineered.map((variable) => ({
      ...variable,
      scale: "linear" as const,
      values: features.engineered[variable.name],
      z: null,
    })),
  ];
}

/** What the columns of the customers table measure. */
export function variablesTable(findings: Pick<Findings, "definition" | "features">): PublishedTable {
  return table("variables", "The variables of the customers table, for people.", variables(findings), [
    text("name", "Column of the customers table.", (r) => r.name),
    text("label", "Name for people.", (r) => r.label),
    text("unit", "Unit.", (r) => r.unit),
    text("definition", "What it measures.", (r) => r.definition),
    truth(
      "in_distances",
      "True if it enters the distances between customers: it is of the file, and not the same in every row.",
      (r) => r.z !== null,
    ),
    text("scale", "log where the distances use log(1 + x), else linear.", (r) => r.scale),
  ]);
}
