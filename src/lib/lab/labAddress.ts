import type {Comparison, LeftOut} from "./analysisChoices.js";
import {assumptionNames, type LabChapter, type LabRule} from "./labChapter.js";
import {
  choiceNames,
  choices,
  costKey,
  fewestVariables,
  type LabSettings,
  mostGroups,
  mostStarts,
  publishedSettings,
} from "./labSettings.js";

const comparisons: readonly Comparison[] = ["<=", ">=", "<", ">"];

/**
 * Writes what differs from the published analysis as the query of an address: `k=4&without=calls`. Nothing for the published
 * analysis itself.
 */
export function settingsToQuery(settings: LabSettings, chapter: LabChapter): URLSearchParams {
  const published = publishedSettings(chapter);
  const query = new URLSearchParams();
  const without = published.variables.filter((name) => !settings.variables.includes(name));
  if (without.length > 0) query.set("without", without.join(","));
  const logs = settings.logs.filter((name) => settings.variables.includes(name));
  const publishedLogs = published.logs.filter((name) => settings.variables.includes(name));
  if (String(logs) !== String(publishedLogs)) query.set("log", logs.join(",") || "none");
  for (const name of choiceNames) if (settings[name] !== published[name]) query.set(name, settings[name]);
  for (const name of ["k", "seed", "starts", "threshold"] as const)
    if (settings[name] !== published[name]) query.set(name, String(settings[name]));
  if (settings.rule) query.set("risk", ruleText(settings.rule));
  if (settings.leftOut) query.set("drop", leftOutText(settings.leftOut));
  for (const [key, value] of Object.entries(settings.costs).sort()) query.set(`cost.${key}`, String(value));
  if (settings.dayCost !== published.dayCost) query.set("day", String(settings.dayCost));
  return query;
}

/**
 * Reads an address. What does not exist in the chapter, or is no value that the page could set, counts as published: an
 * address that somebody edited, or that is of an earlier edition, still opens.
 */
export function settingsFromQuery(query: URLSearchParams, chapter: LabChapter): LabSettings {
  const published = publishedSettings(chapter);
  const without = list(query.get("without"));
  const variables = published.variables.filter((name) => !without.includes(name));
  const kept = variables.length >= fewestVariables ? variables : published.variables;
  const log = query.get("log");
  const logs = log === null ? published.logs : list(log);
  const settings: LabSettings = {
    ...published,
    variables: kept,
    logs: kept.filter((name) => logs.includes(name)),
    method: choiceFrom(choices.method, query.get("method"), published.method),
    missing: choiceFrom(choices.missing, query.get("missing"), published.missing),
    outliers: choiceFrom(choices.outliers, query.get("outliers"), published.outliers),
    scaling: choiceFrom(choices.scaling, query.get("scaling"), published.scaling),
    order: choiceFrom(choices.order, query.get("order"), published.order),
    k: wholeFrom(query.get("k"), 2, mostGroups) ?? published.k,
    seed: wholeFrom(query.get("seed"), 1, 1_000_000) ?? published.seed,
    starts: wholeFrom(query.get("starts"), 1, mostStarts) ?? published.starts,
    threshold: numberFrom(query.get("threshold"), 0, 1) ?? published.threshold,
    rule: chapter.risk === undefined ? undefined : ruleFrom(query.get("risk"), chapter),
    leftOut: leftOutFrom(query.get("drop"), chapter),
    dayCost: numberFrom(query.get("day"), chapter.dayCost.min, chapter.dayCost.max) ?? published.dayCost,
    costs: costsFrom(query, chapter),
  };
  return settings;
}

/** The published one where the text is none of them. */
function choiceFrom<Value extends string>(
  values: readonly Value[],
  text: string | null,
  published: Value,
): Value {
  return values.find((value) => value === text) ?? published;
}

function list(text: string | null): string[] {
  return (text ?? "").split(",").filter((name) => name !== "");
}

function numberFrom(text: string | null, least: number, greatest: number): number | undefined {
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return value >= least && value <= greatest ? value : undefined;
}

function wholeFrom(text: string | null, least: number, greatest: number): number | undefined {
  const value = numberFrom(text, least, greatest);
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

/** `credit_limit<20000`. */
function ruleText({column, comparison, line}: LabRule): string {
  return `${column}${comparison}${line}`;
}

function ruleFrom(text: string | null, {variables}: LabChapter): LabRule | undefined {
  const [, column, sign, number] = /^(\w+)(<=|>=|<|>)(.+)$/.exec(text ?? "") ?? [];
  const comparison = comparisons.find((known) => known === sign);
  const line = numberFrom(number ?? null, -Infinity, Infinity);
  if (comparison === undefined || line === undefined || !variables.some(({name}) => name === column))
    return undefined;
  return {column, comparison, line};
}

/** `largest:10:credit_limit`, `calls>8` or `region=North`. */
function leftOutText(leftOut: LeftOut): string {
  switch (leftOut.test) {
    case "largest":
    case "smallest":
      return `${leftOut.test}:${leftOut.count}:${leftOut.column}`;
    case "is":
      return `${leftOut.column}=${leftOut.level}`;
    default:
      return `${leftOut.column}${leftOut.test}${leftOut.value}`;
  }
}

function leftOutFrom(text: string | null, chapter: LabChapter): LeftOut | undefined {
  if (text === null) return undefined;
  const isVariable = (column: string) => chapter.variables.some(({name}) => name === column);
  const [, test, number, extreme] = /^(largest|smallest):(\d+):(\w+)$/.exec(text) ?? [];
  const count = wholeFrom(number ?? null, 1, chapter.customers - 1);
  if (count !== undefined && isVariable(extreme))
    return {column: extreme, test: test === "largest" ? "largest" : "smallest", count};
  const rule = ruleFrom(text, chapter);
  if (rule !== undefined) return {column: rule.column, test: rule.comparison, value: rule.line};
  const [, column, level] = /^(\w+)=(.*)$/.exec(text) ?? [];
  const category = chapter.categories.find(({name}) => name === column);
  return category?.levels.includes(level) ? {column, test: "is", level} : undefined;
}

function costsFrom(query: URLSearchParams, {actions}: LabChapter): Record<string, number> {
  const found = actions.flatMap(({id, assumptions}) =>
    assumptionNames.flatMap((name) => {
      const assumption = assumptions[name];
      const key = costKey(id, name);
      const value = assumption && numberFrom(query.get(`cost.${key}`), assumption.min, assumption.max);
      return value === undefined || value === assumption?.value ? [] : [[key, value] as const];
    }),
  );
  return Object.fromEntries(found);
}
