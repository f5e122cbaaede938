import {kmeans} from "../../src/lib/statistics/clustering/kmeans.js";
import {matrixFromColumns} from "../../src/lib/statistics/matrices/matrix.js";
import {standardise} from "../../src/lib/statistics/matrices/standardise.js";
import type {DatasetDefinition} from "../datasets/dataset.js";
import type {SegmentedFile} from "../datasets/sampling/embeddedSample.js";
import {imputeMedian} from "../datasets/sampling/imputeMedian.js";
import {nameSegments, positionsOfClusters} from "../model/cluster/nameSegments.js";
import {readCustomers} from "../source/readCustomers.js";

/** Random starts of the k-means that splits a file into its segments. */
const RESTARTS = 40;

/**
 * Reads a file against its contract and splits it by k-means on its standardised variables, missing values imputed
 * by the median: the segments of the report.
 */
export async function segmentFile(path: string, definition: DatasetDefinition): Promise<SegmentedFile> {
  const {contract, k, segments} = definition;
  const customers = await readCustomers(path, definition, {synthetic: false});
  const variables = contract.columns.filter(({role}) => role === "feature").map(({name}) => name);
  const key = contract.columns.find(({role}) => role === "key");
  const columns = variables.map((name) => customers.numbers[name]);
  const {z} = standardise(matrixFromColumns(columns.map(imputeMedian)));
  const {labels} = kmeans(z, {k, restarts: RESTARTS, seed: 1});
  const segmentOfCluster = positionsOfClusters(
    nameSegments(z, labels, variables, {rules: segments, declared: contract.columns}),
  );
  return {
    variables,
    columns,
    keys: key === undefined ? [] : customers.text[key.name],
    segmentOf: labels.map((label) => segmentOfCluster[label]),
    segmentIds: segments.map(({id}) => id),
  };
}
