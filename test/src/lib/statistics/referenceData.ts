import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {median} from "d3-array";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {type Matrix, matrixFromColumns} from "../../../../src/lib/statistics/matrices/matrix.js";

/** The real files and the values that R, SciPy and scikit-learn gave for them; both stay outside the project. */
const shared = projectPath("../shared/");

export const referenceAvailable = existsSync(`${shared}reference`) && existsSync(`${shared}data`);

/** Path of a real file. */
export function realFile(name: "alllife" | "ccgeneral"): string {
  return `${shared}data/${name}.csv`;
}

/** For the title of tests that need the real files. */
export const needed = referenceAvailable
  ? ""
  : " (skipped: ../shared/reference and ../shared/data are absent)";

export interface Summary {
  count: number;
  missing: number;
  mean: number;
  std_sample: number;
  min: number;
  q25: number;
  median: number;
  q75: number;
  max: number;
  skew: number;
}

export interface Reference {
  features: string[];
  summary: Record<string, Summary>;
  pearson: Record<string, Record<string, number>>;
  kmeans: Record<
    string,
    {
      inertia: number;
      silhouette: number;
      davies_bouldin: number;
      calinski_harabasz: number;
      sizes_desc: number[];
      centroids_z_by_size_desc: number[][];
    }
  >;
  hierarchical: Record<
    string,
    {
      last_10_heights: number[];
      cuts: Record<string, {sizes_desc: number[]; silhouette: number}>;
      cophenetic_correlation: number;
    }
  >;
  pca_explained_ratio: number[];
  kmeans3_vs_ward3: {adjusted_rand: number};
}

export interface LogisticReference {
  coefficient: number[];
  std_error: number[];
  deviance: number;
  null_deviance: number;
  auc: number;
}

export function readReference(name: "alllife" | "ccgeneral"): Reference {
  return JSON.parse(readFileSync(`${shared}reference/${name}.json`, "utf8"));
}

export function readLogisticReference(): Record<string, LogisticReference> {
  return JSON.parse(readFileSync(`${shared}reference/logistic.json`, "utf8"));
}

/** The columns of a real file, by trimmed header; NaN where a cell is empty. */
export function readColumns(name: "alllife" | "ccgeneral"): Map<string, Float64Array> {
  return columnsOf(`${shared}data/${name}.csv`);
}

/** The same of any customer file. */
export function columnsOf(path: string): Map<string, Float64Array> {
  const [header, ...rows]: string[][] = parse(readFileSync(path), {bom: true});
  const number = (cell: string) => (cell.trim() === "" ? Number.NaN : Number(cell.replaceAll(",", "")));
  return new Map(header.map((title, j) => [title.trim(), Float64Array.from(rows, (row) => number(row[j]))]));
}

/** The features of a data set, missing values imputed by the column's median. */
export function readFeatures(name: "alllife" | "ccgeneral"): Matrix {
  return featuresOf(readColumns(name), readReference(name).features);
}

/** The same of any columns. */
export function featuresOf(columns: ReadonlyMap<string, Float64Array>, features: readonly string[]): Matrix {
  return matrixFromColumns(
    features.map((feature) => {
      const column = columns.get(feature) ?? new Float64Array();
      const middle = median(column.filter((value) => !Number.isNaN(value))) ?? 0;
      return column.map((value) => (Number.isNaN(value) ? middle : value));
    }),
  );
}
