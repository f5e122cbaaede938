import * as Plot from "npm:@observablehq/plot";
import type {DrawOptions, Row} from "../../lib/narrative/chartDefinition.js";
import {segmentColor} from "./segmentColor.js";

/**
 * Customers in the first two principal components, and the directions in which the variables grow.
 *
 * @param rows customers (`x`, `y`, `position`, `customers`) and variables (`x`, `y`, `variable`: weights)
 */
export function Biplot(rows: readonly Row[], {width, document}: DrawOptions): Element {
  const dots = rows.filter(({variable}) => variable === null);
  const reach = 3.4;
  const arrows = rows
    .filter(({variable}) => variable !== null)
    .map(({x, y, variable}) => ({variable, x: Number(x) * reach, y: Number(y) * reach}));
  return Plot.plot({
    document,
    width,
    height: Math.min(460, width * 0.95),
    marginLeft: 44,
    marginBottom: 42,
    style: {fontSize: "13px"},
    x: {
      label: "First component (standard deviations)",
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
      inset: 20,
    },
    y: {
      label: "↑ Second component (standard deviations)",
      labelArrow: "none",
      grid: true,
      inset: 16,
      insetBottom: 30,
    },
    r: {range: [0, 5]},
    marks: [
      Plot.dot(dots, {
        x: "x",
        y: "y",
        r: "customers",
        fill: ({position}: Row) => segmentColor(Number(position)),
        fillOpacity: 0.7,
      }),
      Plot.arrow(arrows, {x1: 0, y1: 0, x2: "x", y2: "y", strokeWidth: 1.6, headLength: 7}),
      ...arrows.map((arrow) =>
        Plot.text([arrow], {
          x: "x",
          y: "y",
          text: "variable",
          ...beyondHead(arrow),
          fontWeight: 600,
          stroke: "var(--theme-background)",
          strokeWidth: 4,
          fill: "currentColor",
        }),
      ),
    ],
  });
}

/** Moves the middle of an arrow's name on in the arrow's direction, so that the name does not lie on the arrow. */
function beyondHead({x, y, variable}: {x: number; y: number; variable: Row[string]}): {
  dx: number;
  dy: number;
} {
  const length = Math.hypot(x, y);
  const halfWidth = String(variable).length * 3.6;
  return {dx: (x / length) * (halfWidth + 5), dy: (-y / length) * 12};
}
