import type {
  CategoryVariable,
  ColumnRule,
  DatasetDefinition,
  EngineeredVariable,
} from "../../datasets/dataset.js";

/** What the features of a data set are, without words for people: to write them anew computes nothing. */
export interface FeatureDefinition {
  contract: {
    columns: readonly Pick<
      ColumnRule,
      "name" | "role" | "type" | "scale" | "modelled" | "bands" | "levels"
    >[];
  };
  /** Absent where the report's own treatment is meant. */
  treatment?: DatasetDefinition["treatment"];
  engineered: readonly Pick<EngineeredVariable, "name" | "sumOf">[];
  categories: readonly Pick<CategoryVariable, "name" | "variable" | "bands">[];
}

/** The part of a data set's definition that its features depend on. */
export function featureDefinition({
  contract,
  treatment,
  engineered,
  categories,
}: DatasetDefinition): FeatureDefinition {
  return {
    ...(treatment === undefined ? {} : {treatment}),
    contract: {
      columns: contract.columns
        .filter(({role}) => role === "feature" || role === "describe")
        .map(({name, role, type, scale, modelled, bands, levels}) => ({
          name,
          role,
          type,
          scale,
          modelled,
          bands,
          levels,
        })),
    },
    engineered: engineered.map(({name, sumOf}) => ({name, sumOf})),
    categories: categories.map(({name, variable, bands}) => ({name, variable, bands})),
  };
}
