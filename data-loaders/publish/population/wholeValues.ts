import {binColumn} from "../../../src/lib/statistics/description/binColumn.js";
import {matrixColumn} from "../../../src/lib/statistics/matrices/matrix.js";
import {withIntervals} from "../../../src/lib/statistics/tests/pearsonCorrelation.js";
import {doubleLiteral, identifier, textLiteral} from "../../engine/population/dialect.js";
import {correlations} from "../../engine/population/passes/correlations.js";
import {profiles} from "../../engine/population/passes/profiles.js";
import {quantiles} from "../../engine/population/passes/quantiles.js";
import {type ColumnSummary, summaries} from "../../engine/population/passes/summaries.js";
import {numberOf, type Population} from "../../engine/population/population.js";
import type {ScaledVariable} from "../../engine/population/scaledVariables.js";
import {ROBUST_LIMIT} from "../../model/features/outlierLimits.js";
import type {Findings} from "../tables/findings.js";
import type {WholeValue} from "../tables/populationFindings.js";
import {variables} from "../tables/variablesTable.js";

/** Makes the median absolute deviation, or the mean one, an estimate of a standard deviation, as `robustScale`. */
const [MAD_TO_SD, MEAN_DEVIATION_TO_SD] = [1.4826, Math.sqrt(Math.PI / 2)];

/**
 * What the tables say that stand whole, over all customers: summaries, correlations, histograms, bands and segments.
 *
 * @param all the customers with their published columns; see `customersSql`
 * @param scaled the variables of the distances
 */
export async function wholeValues(
  all: Population,
  findings: Findings,
  scaled: readonly ScaledVariable[],
  advance: (fraction: number) => void = () => {},
): Promise<WholeValue[]> {
  const names = variables(findings).map(({name}) => name);
  const described = await summaries(
    all,
    names.map((name) => ({name, sql: identifier(name)})),
  );
  const found: WholeValue[] = [];
  for (const [j, summary] of described.entries()) {
    found.push(await variableSummary(all, summary));
    advance((0.4 * (j + 1)) / names.length);
  }
  found.push(...(await pearson(all, described)));
  advance(0.5);
  found.push(...(await bands(all, findings)));
  found.push(...(await histograms(all, findings)));
  advance(0.6);
  found.push(
    ...(await segments(all, findings, described, scaled, (done) => {
      advance(0.6 + 0.4 * done);
    })),
  );
  return found;
}

async function variableSummary(all: Population, summary: ColumnSummary): Promise<WholeValue> {
  const {column, count, mean, sd, min, max, skewness} = summary;
  const sql = identifier(column);
  const [q25, median, q75] = await quantiles(all, {name: column, sql}, [0.25, 0.5, 0.75]);
  const deviation = `abs(${sql} - ${doubleLiteral(median)})`;
  const [spread] = await quantiles(all, {name: `deviations of ${column}`, sql: deviation}, [0.5]);
  const fence = 1.5 * (q75 - q25);
  const [lower, upper] = [q25 - fence, q75 + fence];
  const [[beyondFences, meanDeviation]] = await all.engine.rows(
    `fences of ${column}`,
    `SELECT count(CASE WHEN ${sql} < ${doubleLiteral(lower)} OR ${sql} > ${doubleLiteral(upper)} THEN 1 END), avg(${deviation}) FROM ${all.from}`,
  );
  const unit = spread > 0 ? spread * MAD_TO_SD : numberOf(meanDeviation) * MEAN_DEVIATION_TO_SD;
  const [[beyondRobust]] = await all.engine.rows(
    `robust scores of ${column}`,
    `SELECT count(CASE WHEN ${deviation} > ${doubleLiteral(ROBUST_LIMIT * unit)} THEN 1 END) FROM ${all.from}`,
  );
  return {
    table: "variable_summary",
    key: {variable: column},
    values: {
      count,
      mean,
      sd: sd * Math.sqrt(count / (count - 1)),
      min,
      q25,
      median,
      q75,
      max,
      skewness,
      lower_fence: lower,
      upper_fence: upper,
      beyond_fences: numberOf(beyondFences),
      beyond_robust_z: unit === 0 ? 0 : numberOf(beyondRobust),
    },
  };
}

async function pearson(all: Population, described: readonly ColumnSummary[]): Promise<WholeValue[]> {
  const [row] = await summaries(all, [{name: "row_number", sql: "CAST(row_number AS DOUBLE)"}]);
  const varying = [...described, row].filter(({sd}) => sd > 0);
  const z = varying.map(
    ({column, mean, sd}) => `((${identifier(column)} - ${doubleLiteral(mean)}) / ${doubleLiteral(sd)})`,
  );
  const {coefficients, lower, upper} = withIntervals(await correlations(all, z), row.count, () => 1);
  const names = varying.map(({column}) => column);
  return names.flatMap((first, i) =>
    names.map((second, j): WholeValue => {
      const at = i * names.length + j;
      return {
        table: "correlations",
        key: {method: "pearson", first_variable: first, second_variable: second},
        values: {
          coefficient: coefficients.values[at],
          lower: lower.values[at],
          upper: upper.values[at],
        },
      };
    }),
  );
}

async function bands(all: Population, {definition}: Findings): Promise<WholeValue[]> {
  const found: WholeValue[] = [];
  for (const {name, bands} of definition.categories) {
    const counts = await all.engine.rows(
      `bands of ${name}`,
      `SELECT ${bands.map((band) => `count(CASE WHEN ${identifier(name)} = ${textLiteral(band.name)} THEN 1 END)`).join(", ")} FROM ${all.from}`,
    );
    bands.forEach((band, i) => {
      found.push({
        table: "category_bands",
        key: {category: name, band: band.name},
        values: {customers: numberOf(counts[0][i])},
      });
    });
  }
  return found;
}

/** Customers in the classes that the sample gives; the lowest and the highest hold all beyond them. */
async function histograms(all: Population, {features, segmentOfCluster}: Findings): Promise<WholeValue[]> {
  const found: WholeValue[] = [];
  for (const [j, variable] of features.names.entries()) {
    const {bins, scale} = binColumn(matrixColumn(features.values, j));
    const name = identifier(variable);
    const zeros = scale === "log" && bins[0].upper === bins[0].lower;
    const cases = bins
      .slice(0, -1)
      .map(({upper}, bin) =>
        zeros && bin === 0
          ? `WHEN ${name} <= 0 THEN 0`
          : `WHEN ${name} < ${doubleLiteral(upper)} THEN ${bin}`,
      );
    const bin = cases.length === 0 ? "0" : `CASE ${cases.join(" ")} ELSE ${bins.length - 1} END`;
    const rows = await all.engine.rows(
      `histogram of ${variable}`,
      `SELECT ${bin}, kmeans_cluster, count(*) FROM ${all.from} GROUP BY 1, 2`,
    );
    const counts = new Map(rows.map(([at, position, count]) => [`${at} ${position}`, numberOf(count)]));
    bins.forEach(({lower, upper}, at) => {
      for (let position = 1; position <= segmentOfCluster.length; position++)
        found.push({
          table: "distributions",
          key: {variable, lower, upper, position},
          values: {customers: counts.get(`${at} ${position}`) ?? 0},
        });
    });
  }
  return found;
}

async function segments(
  all: Population,
  findings: Findings,
  described: readonly ColumnSummary[],
  scaled: readonly ScaledVariable[],
  advance: (fraction: number) => void,
): Promise<WholeValue[]> {
  const k = findings.segmentOfCluster.length;
  const rows = described[0].count;
  const found = await profiles(all, {
    group: "(kmeans_cluster - 1)",
    k,
    columns: described.map(({column}) => column),
  });
  const whole: WholeValue[] = [];
  for (const [j, {column, mean: overall}] of described.entries()) {
    const scale = scaled.find(({name}) => name === column);
    const quartiles = await groupQuartiles(all, column, k);
    for (let position = 1; position <= k; position++) {
      const of = found.find((each) => each.group === position - 1 && each.column === column);
      if (of === undefined) continue;
      const [q25, median, q75] = quartiles[position - 1];
      whole.push({
        table: "segment_profiles",
        key: {position, variable: column},
        values: {
          mean: of.mean,
          sd: of.sd,
          min: of.min,
          q25,
          median,
          q75,
          max: of.max,
          centroid: scale === undefined ? null : centroidOf(findings, column, position),
          overall_mean: overall,
        },
      });
      whole.push({
        table: "segments",
        key: {position},
        values: {customers: of.count, share: of.count / rows, [`total_${column}`]: of.total},
      });
    }
    advance((j + 1) / described.length);
  }
  return whole;
}

/** The group's centroid, which is the mean of the standardised variable over all its customers. */
function centroidOf(
  {features, clusters, segmentOfCluster}: Findings,
  variable: string,
  position: number,
): number {
  const {centroids} = clusters.chosen;
  const cluster = Array.from(segmentOfCluster).indexOf(position - 1);
  return centroids.values[cluster * centroids.cols + features.names.indexOf(variable)];
}

/** Quartiles of a column in each group, one group after another. */
async function groupQuartiles(all: Population, column: string, k: number): Promise<number[][]> {
  const found: number[][] = [];
  for (let position = 1; position <= k; position++)
    found.push(
      await quantiles(
        all,
        {name: `${column} in group ${position}`, sql: identifier(column)},
        [0.25, 0.5, 0.75],
        `(SELECT ${identifier(column)} FROM ${all.from} WHERE kmeans_cluster = ${position}) AS members`,
      ),
    );
  return found;
}
