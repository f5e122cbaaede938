import {priorityChart} from "../charts/priorityChart.js";
import {segmentProfiles, segmentShares} from "../charts/segmentCharts.js";
import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {chapter} from "./chapter.js";

/** What the segments are like, and what is recommended for them. */
export const segmentCharts: readonly ChartDefinition[] = [
  segmentShares(chapter, {
    purchases: "Purchases",
    cash_advance: "Cash advances",
    balance: "Balances",
    payments: "Payments",
    credit_limit: "Credit limits",
  }),
  segmentProfiles(chapter),
  priorityChart(chapter),
];
