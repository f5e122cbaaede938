import type {Cell} from "../database/cell.js";
import type {SavedModel} from "./savedModel.js";
import type {ScoredRow} from "./scoreFile.js";

/** The first line has the names of the columns. */
type Table = Cell[][];

/** Scored customers as a table: key, segment, distances, probability with its interval, what was imputed. */
export function scoresTable(rows: readonly ScoredRow[], {segments, columns, risk}: SavedModel): Table {
  const key = columns.find(({role}) => role === "key")?.header ?? "customer";
  const names = [
    key,
    "line",
    "segment",
    ...segments.map(({id}) => `distance_${id.replaceAll(/\W/g, "_")}`),
    ...(risk === undefined ? [] : ["risk_probability", "risk_low", "risk_high", "flagged"]),
    "imputed",
  ];
  return [
    names,
    ...rows.map(({line, key: customer, score}) => [
      customer,
      line,
      segments[score.segment].id,
      ...score.distances,
      ...(risk === undefined ? [] : [score.probability, score.lower, score.upper, score.flagged]),
      score.imputed.join(" "),
    ]),
  ];
}
