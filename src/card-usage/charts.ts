import type {ChartDefinition} from "../lib/narrative/chartDefinition.js";
import {clusteringCharts} from "./clusteringCharts.js";
import {explorationCharts} from "./explorationCharts.js";
import {riskCharts} from "./riskCharts.js";
import {segmentCharts} from "./segmentCharts.js";

/** Charts of the card-usage chapter that are drawn at build time. */
export const charts: readonly ChartDefinition[] = [
  ...segmentCharts,
  ...explorationCharts,
  ...clusteringCharts,
  ...riskCharts,
];
