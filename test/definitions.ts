import {datasetNamed} from "../data-loaders/datasets/datasets.js";

/** The definitions of the two demonstration data sets. */
export const alllife = datasetNamed("alllife");
export const cardUsage = datasetNamed("card-usage");
