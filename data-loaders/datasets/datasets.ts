import {alllife} from "./alllife.js";
import {cardUsage} from "./card-usage.js";
import type {DatasetDefinition} from "./dataset.js";

/** The data sets of the report, in the order of its chapters. */
export const datasets: readonly DatasetDefinition[] = [alllife, cardUsage];
