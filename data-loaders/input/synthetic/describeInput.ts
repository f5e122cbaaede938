import {matrixFromColumns} from "../../../src/lib/matrix.js";
import {kmeans} from "../../../src/lib/statistics/kmeans.js";
import {standardise} from "../../../src/lib/statistics/standardise.js";
import {nameSegments} from "../../cluster/nameSegments.js";
import {alllife} from "../../datasets/alllife.js";
import {cardUsage} from "../../datasets/card-usage.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {readCustomers} from "../../source/readCustomers.js";
import type {AllLifeAggregates} from "./allLifeAggregates.js";
import type {CardUsageAggregates} from "./cardUsageAggregates.js";
import {describeAllLife} from "./describeAllLife.js";
import {describeCardUsage, imputeMedian} from "./describeCardUsage.js";

/** Random starts of the k-means that splits a file into its segments. */
const RESTARTS = 40;

/** A file split into the segments of its data set. */
interface SegmentedFile {
  variables: readonly string[];
  /** One column a variable, `NaN` where a value is missing. */
  columns: readonly Float64Array[];
  keys: readonly string[];
  segmentOf: Int32Array;
  segmentIds: readonly string[];
}

/** Aggregates of an AllLife file. */
export async function describeAllLifeFile(path: string): Promise<AllLifeAggregates> {
  return describeAllLife(await segmentFile(path, alllife), alllife.constants.risk_line.value);
}

/** Aggregates of a card usage file. */
export async function describeCardUsageFile(path: string): Promise<CardUsageAggregates> {
  return describeCardUsage(await segmentFile(path, cardUsage));
}

/**
 * Reads a file against its contract and splits it by k-means on its standardised variables, missing values imputed
 * by the median: the segments of the report.
 */
async function segmentFile(path: string, definition: DatasetDefinition): Promise<SegmentedFile> {
  const {contract, k, segments} = definition;
  const customers = await readCustomers(path, definition, {synthetic: false});
  const variables = contract.columns.filter(({role}) => role === "feature").map(({name}) => name);
  const key = contract.columns.find(({role}) => role === "key");
  const columns = variables.map((name) => customers.numbers[name]);
  const {z} = standardise(matrixFromColumns(columns.map(imputeMedian)));
  const {labels, centroids} = kmeans(z, {k, restarts: RESTARTS, seed: 1});
  const segmentOfCluster = nameSegments(centroids, variables, segments);
  return {
    variables,
    columns,
    keys: key === undefined ? [] : customers.text[key.name],
    segmentOf: labels.map((label) => segmentOfCluster[label]),
    segmentIds: segments.map(({id}) => id),
  };
}
