import {segmentShares} from "../../charts/segmentCharts.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Charts of the summary. */
export const charts: readonly ChartDefinition[] = [
  segmentShares(chapter, {
    purchases: "Purchases",
    cash_advance: "Cash advances",
    balance: "Balances",
    payments: "Payments",
    credit_limit: "Credit limits",
  }),
];
