import {aligned} from "../benchTable.js";
import type {PageMeasure} from "./measurePage.js";

/** What a page may cost. */
interface Budget {
  bytes: number;
  shift: number;
  /** Milliseconds on the phone. */
  blocking: number;
  chart: number;
}

/** The summary is read on the way; pages with charts have more to load. */
function budgetOf(page: string): Budget {
  const isSummary = page === "index.html" || page.endsWith("/index.html");
  return {bytes: isSummary ? 100_000 : 300_000, shift: 0.02, blocking: isSummary ? 200 : 400, chart: 1_000};
}

/** How far a measure is over its budget: 1 is at it. The worst of bytes, shift, blocking and first chart. */
export function excessOf(measure: PageMeasure): number {
  const budget = budgetOf(measure.page);
  return Math.max(
    measure.bytes / budget.bytes,
    measure.shift / budget.shift,
    measure.blocking / budget.blocking,
    (measure.chart ?? 0) / budget.chart,
  );
}

/** All measures as text, the worst first; `!` stands after what is over its budget. */
export function siteTable(measures: readonly PageMeasure[]): string {
  const header = ["page", "", "", "kB", "shift", "blocking ms", "paint ms", "first chart ms", "moved"];
  const lines = measures
    .toSorted((a, b) => excessOf(b) - excessOf(a))
    .map((measure) => {
      const budget = budgetOf(measure.page);
      const over = (value: number, limit: number, digits: number) =>
        `${value.toFixed(digits)}${value > limit ? " !" : "  "}`;
      return [
        measure.page,
        measure.profile,
        measure.visit,
        over(measure.bytes / 1000, budget.bytes / 1000, 0),
        over(measure.shift, budget.shift, 3),
        over(measure.blocking, budget.blocking, 0),
        measure.paint.toFixed(0),
        measure.chart === null ? "" : over(measure.chart, budget.chart, 0),
        measure.shift > budget.shift ? measure.moved : "",
      ];
    });
  return aligned([header, ...lines]);
}
