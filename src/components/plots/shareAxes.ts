import type {PlotOptions} from "npm:@observablehq/plot";

/**
 * Two axes of shares, from 0 to 100%.
 *
 * @param x label across
 * @param y label up, with its arrow
 */
export function shareAxes(x: string, y: string): PlotOptions {
  const share = {domain: [0, 1], ticks: 5, tickFormat: ".0%", labelArrow: "none"} as const;
  return {
    marginTop: 30,
    marginLeft: 52,
    marginBottom: 46,
    marginRight: 24,
    style: {fontSize: "13px"},
    x: {...share, label: x, labelAnchor: "center"},
    y: {...share, label: y, grid: true},
  };
}
