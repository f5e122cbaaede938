import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {barFill} from "./barFill.js";
import {rowNames} from "./rowNames.js";

export interface ValueBarsLabels {
  /** Label of the axis, with unit. */
  x: string;
  /** d3 format of the values at the bars. */
  format: string;
}

/**
 * One value for each name, as bars from zero with the value beside them.
 *
 * @param rows one for each bar: `name`, `value`, and `position` for segments
 */
export function ValueBars(
  rows: readonly Row[],
  {x, format}: ValueBarsLabels,
  {width, document}: DrawOptions,
): Element {
  const values = rows.map(({value}) => Number(value));
  const print = (value: number) => formatFigure(value, format).replace("-", "−");
  const {marginLeft, tickFormat} = rowNames(
    rows.map(({name}) => name),
    width,
  );
  const isNegative = ({value}: Row) => Number(value) < 0;
  return Plot.plot({
    document,
    width,
    height: rows.length * 30 + 50,
    marginLeft,
    marginRight: 48,
    marginTop: 6,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      label: x,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [Math.min(0, ...values), Math.max(0, ...values)],
      nice: true,
      insetLeft: values.some((value) => value < 0) ? 40 : 0,
      ticks: width < 500 ? 4 : 8,
    },
    y: {label: null, domain: rows.map(({name}) => name), tickSize: 0, tickFormat, padding: 0.3},
    marks: [
      Plot.barX(rows, {
        x: "value",
        y: "name",
        ...barFill(rows),
      }),
      Plot.ruleX([0]),
      Plot.text(
        rows.filter((row) => !isNegative(row)),
        {
          x: "value",
          y: "name",
          text: ({value}: Row) => print(Number(value)),
          textAnchor: "start",
          dx: 6,
          fontWeight: 600,
        },
      ),
      Plot.text(rows.filter(isNegative), {
        x: "value",
        y: "name",
        text: ({value}: Row) => print(Number(value)),
        textAnchor: "end",
        dx: -6,
        fontWeight: 600,
      }),
    ],
  });
}
