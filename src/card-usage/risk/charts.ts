import {oddsRatios, riskCharts} from "../../charts/riskCharts.js";
import {flaggedShares} from "../../charts/segmentCharts.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** The proxy for risk, and the model of it. */
export const charts: readonly ChartDefinition[] = [
  flaggedShares(chapter, "Paid less than the minimum"),
  oddsRatios(chapter, "risk-odds", "honest"),
  oddsRatios(
    chapter,
    "collinear",
    "collinear",
    "c.term IN ('purchases', 'one_off_purchases', 'installment_purchases')",
  ),
  ...riskCharts(chapter, {leaking: "sees the payments", honest: "does not see them"}),
];
