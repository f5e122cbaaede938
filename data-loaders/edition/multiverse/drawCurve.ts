import {JSDOM} from "jsdom";
import {SpecificationCurve} from "../../../src/components/plots/SpecificationCurve.js";
import type {Row} from "../../../src/lib/narrative/chartDefinition.js";
import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {chartHtml} from "../../narrative/evidence/drawCharts.js";

/** What the chart shows of an analysis. */
export type CurveRow = {
  analysis: number;
  /** Names of the choices in which it departs from the report, one a line. */
  choices: string;
  share: number;
  holds: number;
  fails: number;
  untestable: number;
  adjustedRand: number;
};

/**
 * Draws the specification curve of a chapter, with its data as a table.
 *
 * @param rows in the order of the curve
 * @param choices names of all choices, from top to bottom
 */
export function drawCurve(rows: readonly CurveRow[], choices: readonly string[]): string {
  const {window} = new JSDOM("");
  const percent = (row: CurveRow | undefined) => formatFigure(row?.share ?? null, ".0%");
  const drawn = chartHtml(
    {
      id: "other-analyses",
      alt: () =>
        `${rows.length} other analyses by the share of claims that hold, from ${percent(rows[0])} to ${percent(rows[rows.length - 1])}, with the choices of each. The table below has the numbers.`,
      columns: {
        analysis: "Analysis",
        choices: "Otherwise than in the report",
        share: "Claims that hold",
        holds: "Hold",
        fails: "Fail",
        untestable: "Nothing to test",
        adjustedRand: "Agreement of groups",
      },
      formats: {analysis: "d", share: ".0%", holds: "d", fails: "d", untestable: "d", adjustedRand: ".2f"},
      draw: (drawnRows, options) => SpecificationCurve(drawnRows, choices, options),
    },
    rows.map((row): Row => ({...row})),
    window.document,
  );
  window.close();
  return String(drawn);
}
