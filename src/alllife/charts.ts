import {flaggedShares, segmentProfiles, segmentShares, wardAgreement} from "../charts/segmentCharts.js";
import {sweepChart} from "../charts/sweepChart.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {chapter} from "./chapter.js";
import {explorationCharts} from "./charts/exploration.js";
import {segmentCharts} from "./charts/segments.js";

/** Charts of the AllLife chapter that are drawn at build time. */
export const charts: readonly ChartDefinition[] = [
  segmentShares(chapter, {
    credit_limit: "Credit limits",
    branch_visits: "Branch visits",
    online_visits: "Online visits",
    calls: "Calls",
  }),
  flaggedShares(chapter, "Flagged by the policy"),
  segmentProfiles(chapter),
  sweepChart(chapter, "inertia"),
  sweepChart(chapter, "silhouette"),
  wardAgreement(chapter),
  ...explorationCharts,
  ...segmentCharts,
];
