import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {BoxAndCurve, panelMargins} from "./BoxAndCurve.js";

/**
 * One variable in three views on one axis: histogram, box plot and cumulative curve.
 *
 * @param rows one for each value: `value`, `customers`, in order of value
 * @param label label of the axis, with unit
 * @param step width of the histogram's classes, in the variable's unit
 */
export function VariableDistribution(
  rows: readonly Row[],
  label: string,
  step: number,
  {width, document = globalThis.document}: DrawOptions,
): Element {
  const values = rows.map(({value}) => Number(value));
  const isCount = step === 1;
  const shift = isCount ? 0.5 : 0;
  const domain = [Math.min(...values) - shift, Math.max(...values) + step - shift] as const;
  const every = rows.flatMap(({value, customers}) =>
    Array.from({length: Number(customers)}, () => Number(value)),
  );
  const panels = [
    Plot.plot({
      document,
      width,
      ...panelMargins,
      style: {fontSize: "13px"},
      height: 138,
      marginTop: 28,
      marginBottom: 6,
      x: {domain, axis: null},
      y: {label: "↑ Customers", labelArrow: "none", grid: true, ticks: 4},
      marks: [
        Plot.rectY(
          every,
          Plot.binX<Plot.RectYOptions>(
            {y: "count"},
            {
              x: {
                value: (value: number) => value,
                thresholds: classes(domain, isCount ? domain[0] : 0, step),
              },
              fill: "currentColor",
              fillOpacity: 0.55,
              inset: 0.5,
            },
          ),
        ),
        Plot.ruleY([0]),
      ],
    }),
    ...BoxAndCurve(
      every,
      {
        label,
        domain,
        ticks: isCount ? wholeNumbers(values, width < 500 ? 8 : 16) : width < 500 ? 5 : 10,
        tickFormat: isCount ? "d" : "~s",
      },
      {width, document},
    ),
  ];
  const root = document.createElement("div");
  root.append(...panels);
  return root;
}

/** Class limits of one width that cover the domain and pass through an origin. */
function classes([low, high]: readonly number[], origin: number, step: number): number[] {
  const first = origin + Math.floor((low - origin) / step) * step;
  return Array.from({length: Math.ceil((high - first) / step) + 1}, (_, i) => first + i * step);
}

/** Whole numbers over the range of values, at most so many. */
export function wholeNumbers(values: readonly number[], most: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = Math.ceil((high - low + 1) / most);
  return Array.from({length: Math.floor((high - low) / step) + 1}, (_, i) => low + i * step);
}
