import * as Plot from "npm:@observablehq/plot";
import {axisLabel} from "./axisLabel.js";

/** A variable that can be put on an axis. */
export interface Variable {
  name: string;
  label: string;
  unit: string;
}

export interface ClusterScatterOptions {
  width: number;
  x: Variable;
  y: Variable;
  /** Colour of each row. */
  color: (row: number) => string;
  /** What the tip says of a row beside its position. */
  describe: (row: number) => string;
  /** `sqrt` gives room to the many small values of skewed variables; default `linear`. */
  scale?: "linear" | "sqrt";
}

/** Half the width over which equal whole numbers are spread, so that dots do not hide each other. */
const spread = 0.28;

/**
 * Customers as dots in two variables. Whole numbers are spread a little, always in the same way.
 *
 * @param columns values of each variable, by name
 */
export function ClusterScatter(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  {width, x, y, color, describe, scale = "linear"}: ClusterScatterOptions,
): Element {
  const rows = Array.from({length: columns[x.name].length}, (_, row) => row);
  const place = (variable: Variable, phase: number) => {
    const values = columns[variable.name];
    const isCount = rows.every((row) => Number.isInteger(values[row]) && values[row] < 100);
    return (row: number) => values[row] + (isCount ? spread * Math.sin((row + 1) * phase) : 0);
  };
  // spread dots lie within the inset: an axis of counts begins at none
  const axis = ({name}: Variable) => {
    const values = rows.map((row) => columns[name][row]);
    return {
      type: scale,
      domain: [Math.min(...values), Math.max(...values)],
      nice: true,
      inset: 16,
      grid: true,
      labelArrow: "none",
      tickFormat: "~s",
    } as const;
  };
  const plot = Plot.plot({
    width,
    height: Math.min(420, Math.max(300, width * 0.62)),
    marginLeft: 56,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {...axis(x), label: axisLabel(x), labelAnchor: "center", ticks: width < 500 ? 4 : 8},
    y: {...axis(y), label: `↑ ${axisLabel(y)}`, ticks: 6},
    marks: [
      Plot.dot(rows, {
        x: place(x, 12.9898),
        y: place(y, 78.233),
        r: 3.2,
        fill: color,
        fillOpacity: 0.75,
        title: (row: number) =>
          `${describe(row)}\n${x.label}: ${columns[x.name][row].toLocaleString("en-US")}\n${y.label}: ${columns[y.name][row].toLocaleString("en-US")}`,
        tip: true,
      }),
    ],
  });
  plot.setAttribute("aria-hidden", "true");
  const image = document.createElement("div");
  image.setAttribute("role", "img");
  image.setAttribute(
    "aria-label",
    `One dot for each of ${rows.length} customers: ${axisLabel(x)} across, ${axisLabel(y)} up`,
  );
  image.append(plot);
  return image;
}
