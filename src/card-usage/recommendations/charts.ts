import {priorityChart} from "../../charts/priorityChart.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Charts of the page Recommendations. */
export const charts: readonly ChartDefinition[] = [priorityChart(chapter)];
