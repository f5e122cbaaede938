import {preparationCharts} from "../../charts/preparationCharts.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Charts of the page Preparation. */
export const charts: readonly ChartDefinition[] = preparationCharts(chapter);
