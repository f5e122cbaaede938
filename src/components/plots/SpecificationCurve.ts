import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {rowNames} from "./rowNames.js";

/** Pixels between two choices whose names take one line, or two. */
const steps = {oneLine: 18, twoLines: 31};

/**
 * A specification curve: a dot for each analysis at the share of claims that hold, the largest first, and below it a mark for
 * each choice in which the analysis departs from the report.
 *
 * @param rows `analysis` (number), `share`, and `choices`, names joined by line breaks
 * @param choices names of all choices, from top to bottom
 */
export function SpecificationCurve(
  rows: readonly Row[],
  choices: readonly string[],
  {width, document = globalThis.document}: DrawOptions,
): Element {
  const {marginLeft, tickFormat} = rowNames(choices, width);
  const inTwo = choices.some((choice) => tickFormat(choice).includes("\n"));
  const step = inTwo ? steps.twoLines : steps.oneLine;
  const shared = {document, width, marginLeft, marginRight: 12, style: {fontSize: "13px"}};
  const x = {
    type: "band",
    domain: rows.map(({analysis}) => analysis),
    axis: null,
    padding: 0,
  } as const;
  const marks = rows.flatMap(({analysis, choices: chosen}) =>
    String(chosen)
      .split("\n")
      .map((choice) => ({analysis, choice})),
  );
  const curve = Plot.plot({
    ...shared,
    height: 170,
    marginTop: 30,
    marginBottom: 8,
    x,
    y: {
      label: "↑ Claims that hold",
      labelArrow: "none",
      labelAnchor: "top",
      domain: [0, 1],
      ticks: 5,
      tickFormat: ".0%",
      grid: true,
    },
    marks: [Plot.dot(rows, {x: "analysis", y: "share", r: 3.5, fill: "var(--segment-1)"})],
  });
  const choicesMade = Plot.plot({
    ...shared,
    height: choices.length * step + 16,
    marginTop: 4,
    marginBottom: 12,
    x,
    y: {type: "band", domain: choices, label: null, tickSize: 0, tickFormat, padding: 0.1},
    marks: [
      Plot.ruleY(choices, {y: (choice: string) => choice, stroke: "currentColor", strokeOpacity: 0.15}),
      Plot.rect(marks, {x: "analysis", y: "choice", fill: "var(--segment-2)", inset: 1}),
    ],
  });
  const both = document.createElement("div");
  both.append(curve, choicesMade);
  return both;
}
