import {DatabaseError} from "../lib/databaseError.js";
import type {QueryResult} from "../lib/queryResult.js";
import {toCsv} from "../lib/toCsv.js";
import {downloadText} from "./downloadText.js";
import {element} from "./element.js";
import {ResultTable, rowsShown} from "./ResultTable.js";

/** A result with its download. */
export function QueryOutcome(result: QueryResult): HTMLElement {
  const download = element("button", {type: "button"}, "Download as CSV");
  download.addEventListener("click", () => downloadText([toCsv(result)], "result.csv", "text/csv"));
  return element("div", {}, ResultTable(result), element("p", {}, download));
}

/** What came out of a query, in one line: rows, time, and what is not shown. */
export function describeOutcome({rows, complete}: QueryResult, seconds: number): string {
  const count = (n: number) => `${n.toLocaleString("en-US")} ${n === 1 ? "row" : "rows"}`;
  const time = `${seconds.toLocaleString("en-US", {maximumSignificantDigits: 2})} s`;
  const found = complete ? count(rows.length) : `Stopped reading at ${count(rows.length)}: there are more`;
  if (rows.length <= rowsShown) return `${found}, ${time}.`;
  const download = complete ? "the download has all of them" : "the download has all that were read";
  return `${found}, ${time}. The first ${rowsShown.toLocaleString("en-US")} are shown; ${download}.`;
}

/** Why there is no result; the engine's words as text. */
export function QueryFailure(error: unknown): HTMLElement {
  const message = error instanceof Error ? error.message : String(error);
  const line = error instanceof DatabaseError ? error.line : undefined;
  const place = line === undefined ? [] : [element("strong", {}, `Line ${line}: `)];
  return element("p", {class: "query-failure", role: "alert"}, ...place, message);
}
