import {DatabaseError} from "../../lib/database/databaseError.js";
import type {Database} from "../database/Database.js";
import type {StoredResult} from "../database/StoredResult.js";
import {element} from "../elements/element.js";
import {ResultChart} from "./ResultChart.js";
import {ResultDownloads} from "./ResultDownloads.js";
import {ResultTable, rowsOnPage} from "./ResultTable.js";

/** A result with its pages and downloads. */
export async function QueryOutcome(database: Database, result: StoredResult): Promise<HTMLElement> {
  const failures = element("div");
  const onFailure = (error: unknown) => failures.replaceChildren(QueryFailure(error));
  const first = await result.part({offset: 0, limit: rowsOnPage});
  return element(
    "div",
    {},
    ResultTable(result, first, onFailure),
    ResultChart(result, onFailure),
    ResultDownloads(database, result, onFailure),
    failures,
  );
}

/** What came out of a query, in one line: rows, time, and what was not read. */
export function describeOutcome({rows, complete}: StoredResult, seconds: number): string {
  const count = `${rows.toLocaleString("en-US")} ${rows === 1 ? "row" : "rows"}`;
  const time = `${seconds.toLocaleString("en-US", {maximumSignificantDigits: 2})} s`;
  return complete ? `${count}, ${time}.` : `Stopped after ${count}, ${time}; there are more.`;
}

/**
 * Why there is no result; the engine's words as text.
 *
 * @param mend what to offer where the engine itself is at fault
 */
export function QueryFailure(error: unknown, mend?: () => void): HTMLElement {
  const message = error instanceof Error ? error.message : String(error);
  const line = error instanceof DatabaseError ? error.line : undefined;
  const place = line === undefined ? [] : [element("strong", {}, `Line ${line}: `)];
  const failure = element("div", {class: "query-failure", role: "alert"}, ...place, message);
  if (mend !== undefined && error instanceof DatabaseError && error.kind === "engine") {
    const again = element("button", {type: "button"}, "Restart the engine");
    again.addEventListener("click", mend);
    failure.append(element("div", {class: "actions"}, again));
  }
  return failure;
}
