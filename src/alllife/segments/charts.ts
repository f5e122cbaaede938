import {describeRows} from "../../charts/describeRows.js";
import {segmentShares} from "../../charts/segmentCharts.js";
import {axisLabel} from "../../components/plots/axisLabel.js";
import {SegmentBoxes} from "../../components/plots/SegmentBoxes.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter, sums} from "../chapter.js";

const segmentBoxes: ChartDefinition = {
  id: "alllife.segment-boxes",
  sql: `SELECT v.label, v.unit, s.name, p.position, min AS low, q25, median, q75, max AS high
    FROM alllife.segment_profiles p JOIN alllife.segments s USING (segment) JOIN alllife.variables v ON v.name = p.variable
    WHERE v.in_distances ORDER BY v.rowid, p.position`,
  alt: (rows) =>
    `Box plots of each variable by segment. Medians: ${describeRows(rows, ["label", "name"], "median", ",.4~f")}.`,
  columns: {
    label: "Variable",
    unit: "Unit",
    name: "Segment",
    low: "Least",
    q25: "Lower quartile",
    median: "Median",
    q75: "Upper quartile",
    high: "Greatest",
  },
  draw: (rows, options) =>
    SegmentBoxes(
      rows.map((row) => ({...row, label: axisLabel({label: String(row.label), unit: String(row.unit)})})),
      options,
    ),
};

/** Charts of the page Segments. */
export const charts: readonly ChartDefinition[] = [segmentShares(chapter, sums), segmentBoxes];
