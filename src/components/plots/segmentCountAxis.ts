import type {PlotOptions} from "npm:@observablehq/plot";

/** Size and horizontal axis of the charts that show something for each number of segments. */
export const segmentCountAxis: PlotOptions & {x: object} = {
  height: 240,
  marginLeft: 52,
  marginBottom: 44,
  style: {fontSize: "13px"},
  x: {
    label: "Number of segments, k",
    labelAnchor: "center",
    labelArrow: "none",
    tickFormat: "d",
    insetLeft: 12,
    insetRight: 12,
  },
};
