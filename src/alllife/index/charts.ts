import {leadShares} from "../../charts/segmentCharts.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter, sums} from "../chapter.js";

/** Charts of the summary. */
export const charts: readonly ChartDefinition[] = [leadShares(chapter, sums)];
