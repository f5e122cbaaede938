import {segmentProfiles} from "../../charts/segmentCharts.js";
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Charts of the page Segments. */
export const charts: readonly ChartDefinition[] = [segmentProfiles(chapter)];
