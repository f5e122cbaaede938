import {flaggedShares, segmentShares} from "../../charts/segmentCharts.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Charts of the summary. */
export const charts: readonly ChartDefinition[] = [
  segmentShares(chapter, {
    credit_limit: "Credit limits",
    branch_visits: "Branch visits",
    online_visits: "Online visits",
    calls: "Calls",
  }),
  flaggedShares(chapter, "Flagged by the policy"),
];
