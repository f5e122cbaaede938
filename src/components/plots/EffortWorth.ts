import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {money} from "../../lib/narrative/money.js";
import {type PlacedLabel, placeLabels} from "./placeLabels.js";

const radius = 6;
const characterWidth = 6.7;
const lineHeight = 15;

/**
 * Actions by the work they take and what they are worth after running costs, each with its number and name. A filled dot is
 * an action that one trial can decide; what lies below the line of nothing loses money.
 *
 * @param rows one for each action: `position`, `name`, `effort_days`, `worth`, `testable`, `currency`
 */
export function EffortWorth(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const currency = String(rows[0]?.currency ?? "$");
  const amount = money(currency);
  const height = Math.min(440, Math.max(380, width * 0.7));
  const margin = {left: 62, right: 12, top: 28, bottom: 44};
  const worths = rows.map(({worth}) => Number(worth));
  const [low, high] = [Math.min(0, ...worths), Math.max(0, ...worths)];
  const room = 0.08 * (high - low || 1);
  const x = Plot.scale({
    x: {
      type: "linear",
      domain: [0, Math.max(1, ...rows.map(({effort_days}) => Number(effort_days))) * 1.08],
      range: [margin.left, width - margin.right],
    },
  });
  const y = Plot.scale({
    y: {
      type: "linear",
      domain: [low < 0 ? low - room : low, high + room],
      range: [height - margin.bottom, margin.top],
    },
  });
  const dots = rows.map((row) => ({
    row,
    x: x.apply(Number(row.effort_days)),
    y: y.apply(Number(row.worth)),
    text: `${row.position} ${row.name}`,
  }));
  const labels = placeLabels(
    dots.map((dot) => ({x: dot.x, y: dot.y, width: dot.text.length * characterWidth, height: lineHeight})),
    {
      radius,
      left: margin.left + 2,
      right: width - 2,
      top: margin.top - 14,
      bottom: height - margin.bottom - 2,
    },
  );
  return Plot.plot({
    document,
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: {fontSize: "13px"},
    x: {
      ...x,
      label: "Days of work until it runs (estimate)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width < 500 ? 4 : 8,
    },
    y: {
      ...y,
      label: `↑ Worth after running costs (${currency})`,
      labelArrow: "none",
      grid: true,
      ticks: 6,
      tickFormat: (value: number) => amount(value, ",.0f"),
    },
    marks: [
      Plot.ruleY([0], {stroke: "currentColor", strokeOpacity: 0.6}),
      Plot.link(
        labels.flatMap((label, index) => (label.apart ? [{label, dot: dots[index]}] : [])),
        {
          x1: ({dot}) => Number(dot.row.effort_days),
          y1: ({dot}) => Number(dot.row.worth),
          x2: ({label}) => x.invert?.(label.x + label.width / 2),
          y2: ({label}) => y.invert?.(label.y),
          strokeOpacity: 0.35,
        },
      ),
      Plot.dot(rows, {
        x: "effort_days",
        y: "worth",
        r: radius,
        fill: ({testable}: Row) =>
          testable === true ? "var(--segment-2)" : "var(--theme-background, Canvas)",
        stroke: ({worth}: Row) => (Number(worth) > 0 ? "var(--segment-2)" : "var(--flag)"),
        strokeWidth: 2,
      }),
      ...labels.map((label, index) =>
        Plot.text([dots[index]], {
          x: x.invert?.(textX(label)),
          y: y.invert?.(label.y),
          text: "text",
          textAnchor: label.anchor,
          fill: "currentColor",
          stroke: "var(--theme-background, Canvas)",
          strokeWidth: 3,
        }),
      ),
    ],
  });
}

function textX({x, width, anchor}: PlacedLabel): number {
  return {start: x, middle: x + width / 2, end: x + width}[anchor];
}
