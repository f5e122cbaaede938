import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {Choices, Outliers, Scale} from "./choices.js";

/** A choice in which an analysis departs from the report. */
export interface Departure {
  /** What is chosen. */
  choice: "outliers" | "scale" | "variables" | "customers" | "groups";
  /** As it follows "fails in every analysis". */
  words: string;
  /** The name of the choice in a chart. */
  name: string;
}

type Words = Pick<Departure, "words" | "name">;

const outlierWords: Readonly<Record<Exclude<Outliers, "kept">, Words>> = {
  fences: {name: "Outliers capped", words: "with outliers capped at the fences"},
  robust: {name: "Outliers at robust limits", words: "with outliers capped at robust limits"},
  tails: {name: "Tails drawn in", words: "with the first and the last hundredth drawn in"},
};

const scaleWords: Readonly<Record<Exclude<Scale, "report">, Words>> = {
  log: {name: "Logarithms", words: "with logarithms of skewed variables"},
  linear: {name: "No logarithms", words: "without logarithms"},
  robust: {name: "Robust scale", words: "with every variable on a robust scale"},
  range: {name: "From 0 to 1", words: "with every variable from 0 to 1"},
};

/** The choices in which an analysis departs from the report, in words. */
export function departures(
  {outliers, scale, leftOut, leftOutFifth, k}: Choices,
  definition: Pick<DatasetDefinition, "k" | "contract">,
): Departure[] {
  const labelOf = (variable: string) =>
    definition.contract.columns.find(({name}) => name === variable)?.label ?? variable;
  return [
    ...(outliers === "kept" ? [] : [{choice: "outliers" as const, ...outlierWords[outliers]}]),
    ...(scale === "report" ? [] : [{choice: "scale" as const, ...scaleWords[scale]}]),
    ...leftOut.map((variable) => ({
      choice: "variables" as const,
      name: `Without ${labelOf(variable)}`,
      words: `without “${labelOf(variable)}”`,
    })),
    ...(leftOutFifth === null
      ? []
      : [
          {
            choice: "customers" as const,
            name: "A fifth left out",
            words: "without a fifth of the customers",
          },
        ]),
    ...(k === definition.k ? [] : [{choice: "groups" as const, name: groups(k), words: `with ${groups(k)}`}]),
  ];
}

function groups(k: number): string {
  return `${k} ${k === 1 ? "group" : "groups"}`;
}
