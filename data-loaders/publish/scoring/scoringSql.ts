import type {SavedColumn, SavedModel} from "../../../src/lib/scoring/savedModel.js";
import {NORMAL_975} from "../../../src/lib/statistics/tests/normalQuantile.js";

/** Beyond this the exponential function leaves the range of a double, which PostgreSQL refuses. */
const LARGEST_EXPONENT = 700;

/**
 * Writes the model as one SQL statement over a table with the raw columns. It uses what the SQL standard has — common
 * table expressions, CASE, COALESCE, CAST, EXP, SQRT — and runs in DuckDB and PostgreSQL unchanged.
 */
export function scoringSql(model: SavedModel): string {
  const {columns} = model;
  const key = columns.find(({role}) => role === "key");
  const features = columns.filter(({role}) => role === "feature");
  const table = `${model.dataset.replaceAll(/\W/g, "_")}_customers`;
  const given = [
    ...(key ? [`${quoted(key.header)} AS ${key.name}`] : []),
    ...features.map(({header, name}) => `CAST(${quoted(header)} AS DOUBLE PRECISION) AS ${name}`),
  ];
  const keyName = key ? [key.name] : [];
  return `${heading(model, table, features)}
WITH given AS (
  SELECT
${list(given, 4)}
  FROM ${table}
),
filled AS ( -- a missing value is the median of the file that the model was learnt from
  SELECT
${list([...keyName, ...model.variables.map(({name, median}) => `COALESCE(${name}, ${number(median)}) AS ${name}`)], 4)}
  FROM given
),
scaled AS ( -- standard deviations from the average: z_ for the segments, r_ for the regression
  SELECT
${list([...keyName, ...scaledColumns(model)], 4)}
  FROM filled
),
measured AS (
  SELECT
${list([...keyName, ...distances(model), logOdds(model), variance(model)], 4)}
  FROM scaled
)
SELECT
${list(
  [
    ...keyName,
    `${nearest(model)} AS segment`,
    ...model.segments.map(({id}) => distanceName(id)),
    `${probability("log_odds")} AS risk_probability`,
    `${probability(`log_odds - ${number(NORMAL_975)} * SQRT(variance)`)} AS risk_low`,
    `${probability(`log_odds + ${number(NORMAL_975)} * SQRT(variance)`)} AS risk_high`,
  ],
  2,
)}
FROM measured;
`;
}

function heading(model: SavedModel, table: string, features: readonly SavedColumn[]): string {
  const {input, risk, versions} = model;
  const labels = features.map(
    ({header, label, unit}) => `--   ${quoted(header)}: ${label}${unit && `, ${unit}`}`,
  );
  return [
    `-- ${model.title}: segment and risk of each customer. Made by Cardlens ${versions.cardlens} from ${input.name}`,
    `-- (SHA-256 ${input.sha256})${input.synthetic ? ", a synthetic sample: no row is a real customer" : ""}.`,
    `-- The risk is the probability of a declared label, not of a default: ${risk.label}`,
    `-- It needs a table ${table} with these columns, numbers as numbers, NULL where missing:`,
    ...labels,
    "-- Where your table or columns have other names, change them in the first part, given.",
  ].join("\n");
}

function scaledColumns({variables, risk}: SavedModel): string[] {
  const scale = (prefix: string, name: string, mean: number, sd: number) =>
    sd === 0
      ? `CAST(0 AS DOUBLE PRECISION) AS ${prefix}${name}`
      : `(${name} - ${number(mean)}) / ${number(sd)} AS ${prefix}${name}`;
  return [
    ...variables.map(({name, mean, scale: sd}) => scale("z_", name, mean, sd)),
    ...risk.terms.map(({variable, mean, scale: sd}) => scale("r_", variable, mean, sd)),
  ];
}

function distances({segments, variables}: SavedModel): string[] {
  return segments.map(({id, centroid}) => {
    const squares = centroid.map((middle, j) => {
      const difference = `(z_${variables[j].name} - ${number(middle)})`;
      return `${difference} * ${difference}`;
    });
    return `SQRT(${squares.join("\n      + ")}) AS ${distanceName(id)}`;
  });
}

function logOdds({risk}: SavedModel): string {
  const parts = risk.terms.map(({variable, coefficient}) => `${number(coefficient)} * r_${variable}`);
  return `${[number(risk.intercept), ...parts].join("\n      + ")} AS log_odds`;
}

/** Variance of the log-odds: x′Vx, each pair once. */
function variance({risk}: SavedModel): string {
  const factors = ["", ...risk.terms.map(({variable}) => `r_${variable}`)];
  const pairs = factors.flatMap((a, i) =>
    factors.slice(0, i + 1).map((b, j) => {
      const weight = number((i === j ? 1 : 2) * risk.covariance[i][j]);
      return [weight, a, b].filter((factor) => factor !== "").join(" * ");
    }),
  );
  return `${pairs.join("\n      + ")} AS variance`;
}

function nearest({segments}: SavedModel): string {
  const cases = segments.slice(0, -1).map(({id}, i) => {
    const others = segments.slice(i + 1).map((other) => `${distanceName(id)} <= ${distanceName(other.id)}`);
    return `WHEN ${others.join(" AND ")} THEN ${text(id)}`;
  });
  return `CASE ${cases.join("\n    ")}\n    ELSE ${text(segments[segments.length - 1].id)} END`;
}

function probability(exponent: string): string {
  return `CASE WHEN ${exponent} < -${LARGEST_EXPONENT} THEN 0 WHEN ${exponent} > ${LARGEST_EXPONENT} THEN 1 ELSE 1 / (1 + EXP(-(${exponent}))) END`;
}

function distanceName(segment: string): string {
  return `distance_${segment.replaceAll(/\W/g, "_")}`;
}

/** With exponent, so that it is an approximate number everywhere; with all its digits. */
function number(value: number): string {
  return value < 0 ? `(${value.toExponential()})` : value.toExponential();
}

function quoted(header: string): string {
  return `"${header.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function list(items: readonly string[], indent: number): string {
  return items.map((item) => " ".repeat(indent) + item).join(",\n");
}
