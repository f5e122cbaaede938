import {analysisChoices, type LeftOut} from "./analysisChoices.js";
import type {AssumptionName, LabChapter, LabRule} from "./labChapter.js";

/** The values of a setting with choices, in the order of the page. */
export const choices = {...analysisChoices, order: ["file", "shuffled"]} as const;

export type ChoiceName = keyof typeof choices;
export const choiceNames: readonly ChoiceName[] = ["method", "missing", "outliers", "scaling", "order"];
export type Choice<Name extends ChoiceName> = (typeof choices)[Name][number];

/** An analysis that a reader asks for. */
export interface LabSettings {
  /** Variables that enter the distances and models, in the chapter's order. */
  variables: string[];
  /** Of these, those that enter by their logarithm. */
  logs: string[];
  missing: Choice<"missing">;
  outliers: Choice<"outliers">;
  scaling: Choice<"scaling">;
  method: Choice<"method">;
  k: number;
  seed: number;
  starts: number;
  /** Undefined for the published label. */
  rule: LabRule | undefined;
  /** Probability from which a customer is flagged. */
  threshold: number;
  /** Assumptions that are not as published, by `action.assumption`. */
  costs: Record<string, number>;
  dayCost: number;
  leftOut: LeftOut | undefined;
  order: Choice<"order">;
}

/** The settings of the published analysis. */
export function publishedSettings(chapter: LabChapter): LabSettings {
  return {
    variables: chapter.variables.map(({name}) => name),
    logs: chapter.variables.filter(({log}) => log).map(({name}) => name),
    ...chapter.choices,
    k: chapter.k,
    seed: chapter.search.seed,
    starts: chapter.search.restarts,
    rule: undefined,
    threshold: chapter.risk?.threshold ?? 0.5,
    costs: {},
    dayCost: chapter.dayCost.value,
    leftOut: undefined,
    order: "file",
  };
}

/** Most groups that the lab divides customers into: as many as there are colours. */
export const mostGroups = 12;
/** Most random starts of one fit. */
export const mostStarts = 200;
/** Fewest variables that customers are compared by. */
export const fewestVariables = 2;

/** An assumption's key in `costs`. */
export function costKey(action: string, assumption: AssumptionName): string {
  return `${action}.${assumption}`;
}

/** True where two settings ask for the same analysis. */
export function sameSettings(a: LabSettings, b: LabSettings): boolean {
  return settingsKey(a) === settingsKey(b);
}

function settingsKey({costs, ...rest}: LabSettings): string {
  return JSON.stringify([rest, Object.entries(costs).sort()]);
}
