import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../lib/chartDefinition.js";

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
  const total = rows.reduce((sum, {customers}) => sum + Number(customers), 0);
  const isCount = step === 1;
  const shift = isCount ? 0.5 : 0;
  const domain = [Math.min(...values) - shift, Math.max(...values) + step - shift];
  const shared = {document, width, marginLeft: 48, marginRight: 16, style: {fontSize: "13px"}};
  const hidden = {domain, axis: null};
  const every = rows.flatMap(({value, customers}) =>
    Array.from({length: Number(customers)}, () => Number(value)),
  );
  let reached = 0;
  const cumulative = rows.map(({value, customers}) => {
    reached += Number(customers);
    return {value, share: reached / total};
  });
  const panels = [
    Plot.plot({
      ...shared,
      height: 138,
      marginTop: 28,
      marginBottom: 6,
      x: hidden,
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
    Plot.plot({
      ...shared,
      height: 40,
      marginTop: 4,
      marginBottom: 6,
      x: hidden,
      marks: [
        Plot.boxX(every, {x: (value: number) => value, fill: "currentColor", fillOpacity: 0.2, r: 2.5}),
      ],
    }),
    Plot.plot({
      ...shared,
      height: 158,
      marginTop: 28,
      marginBottom: 40,
      x: {
        domain,
        label,
        labelAnchor: "center",
        labelArrow: "none",
        ticks: isCount ? wholeNumbers(values, width < 500 ? 8 : 16) : width < 500 ? 5 : 10,
        tickFormat: isCount ? "d" : "~s",
      },
      y: {
        label: "↑ Share of customers at or below",
        labelArrow: "none",
        grid: true,
        tickFormat: ".0%",
        ticks: 4,
      },
      marks: [
        Plot.lineY(cumulative, {x: "value", y: "share", curve: "step-after", strokeWidth: 1.8}),
        Plot.ruleY([0]),
      ],
    }),
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
function wholeNumbers(values: readonly number[], most: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = Math.ceil((high - low + 1) / most);
  return Array.from({length: Math.floor((high - low) / step) + 1}, (_, i) => low + i * step);
}
