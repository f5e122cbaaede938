import type {Cell} from "../database/cell.js";
import {variablesOf} from "./rule.js";
import {estimateName, type SavedModel} from "./savedModel.js";
import type {ScoredRow} from "./scoreFile.js";

/** The first line has the names of the columns. */
type Table = Cell[][];

/**
 * Scored customers as a table: key, segment, distances; where there is a rule, its answer and the values that it looks at; the
 * probability with its interval, called a guess where the rule decides; what was imputed.
 *
 * @param place what a customer's place in the file is called
 */
export function scoresTable(
  rows: readonly ScoredRow[],
  model: SavedModel,
  place: "line" | "row" = "line",
): Table {
  const {segments, columns, risk} = model;
  const estimate = estimateName(model);
  const rule = risk?.rule;
  const looksAt = rule === undefined ? [] : variablesOf(rule);
  // a guess flags nobody
  const withLine = risk !== undefined && estimate === "risk";
  const key = columns.find(({role}) => role === "key")?.header ?? "customer";
  const names = [
    key,
    place,
    "segment",
    ...segments.map(({id}) => `distance_${id.replaceAll(/\W/g, "_")}`),
    ...(rule === undefined ? [] : ["rule_holds", ...looksAt.map((name) => `rule_${name}`)]),
    ...(risk === undefined ? [] : ["probability", "low", "high"].map((name) => `${estimate}_${name}`)),
    ...(withLine ? ["flagged"] : []),
    "imputed",
  ];
  return [
    names,
    ...rows.map(({line, key: customer, score}) => [
      customer,
      line,
      segments[score.segment].id,
      ...score.distances,
      ...(rule === undefined ? [] : [answerOf(score.rule), ...looksAt.map((name) => score.given[name])]),
      ...(risk === undefined ? [] : [score.probability, score.lower, score.upper]),
      ...(withLine ? [score.isAboveLine] : []),
      score.imputed.join(" "),
    ]),
  ];
}

/** The rule's answer in a word; empty where a missing value leaves it open. */
function answerOf(rule: boolean | null | undefined): string {
  return rule === null || rule === undefined ? "" : rule ? "yes" : "no";
}
