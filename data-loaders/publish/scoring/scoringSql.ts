import {ruleSql} from "../../../src/lib/scoring/rule.js";
import {
  estimateName,
  type SavedColumn,
  type SavedDescribing,
  type SavedModel,
  type SavedRisk,
  type SavedVariable,
} from "../../../src/lib/scoring/savedModel.js";
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
    ...features.map(
      ({header, name, factor = 1}) =>
        `CAST(${quoted(header)} AS DOUBLE PRECISION)${factor === 1 ? "" : ` * ${number(factor)}`} AS ${name}`,
    ),
    ...(model.describing ?? []).map(givenLevel),
  ];
  const described = (model.describing ?? []).map(({name}) => name);
  const ruleAnswer = model.risk?.rule ? [`${ruleSql(model.risk.rule)} AS rule_holds`] : [];
  const estimate = estimateName(model);
  const keyName = key ? [key.name] : [];
  const carried = [...keyName, ...(model.risk?.rule ? ["rule_holds"] : [])];
  return `${heading(model, table, features)}
WITH given AS (
  SELECT
${list(given, 4)}
  FROM ${table}
),
filled AS ( -- a missing value is the median of the file that the model was learnt from, but not to the rule
  SELECT
${list([...keyName, ...ruleAnswer, ...model.variables.map(({name, median}) => `COALESCE(${name}, ${number(median)}) AS ${name}`), ...described], 4)}
  FROM given
),
scaled AS ( -- standard deviations from the average: z_ for the segments, r_ for the regression
  SELECT
${list([...carried, ...scaledColumns(model)], 4)}
  FROM filled
),
measured AS (
  SELECT
${list([...carried, ...distances(model), ...(model.risk ? [logOdds(model.risk), variance(model.risk)] : [])], 4)}
  FROM scaled
)
SELECT
${list(
  [
    ...keyName,
    `${nearest(model)} AS segment`,
    ...model.segments.map(({id}) => distanceName(id)),
    ...(model.risk?.rule ? ["rule_holds"] : []),
    ...(model.risk
      ? [
          `${probability("log_odds")} AS ${estimate}_probability`,
          `${probability(`log_odds - ${number(NORMAL_975)} * SQRT(variance)`)} AS ${estimate}_low`,
          `${probability(`log_odds + ${number(NORMAL_975)} * SQRT(variance)`)} AS ${estimate}_high`,
        ]
      : []),
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
  const described = (model.describing ?? []).map(({header, label}) => `--   ${quoted(header)}: ${label}`);
  return [
    `-- ${model.title}: segment${risk ? " and risk" : ""} of each customer. Made by Cardlens ${versions.cardlens} from ${input.name}`,
    `-- (SHA-256 ${input.sha256})${input.synthetic ? ", a synthetic sample: no row is a real customer" : ""}.`,
    ...(risk === undefined
      ? []
      : [
          `-- The ${estimateName(model)} is the probability of ${risk.evidence === "observed" ? "an outcome that was observed" : "a declared label, not of a default"}: ${risk.label}`,
          ...(risk.rule
            ? [
                `-- rule_holds is the rule's own answer. The guess is made without ${risk.definedBy.join(", ")}, from the other variables alone.`,
              ]
            : []),
        ]),
    `-- It needs a table ${table} with these columns, numbers as numbers, NULL where missing:`,
    ...labels,
    ...described,
    "-- Where your table or columns have other names, change them in the first part, given.",
  ].join("\n");
}

function scaledColumns({variables, risk}: SavedModel): string[] {
  const scale = (target: string, value: string, mean: number, sd: number) =>
    sd === 0
      ? `CAST(0 AS DOUBLE PRECISION) AS ${target}`
      : `(${value} - ${number(mean)}) / ${number(sd)} AS ${target}`;
  return [
    ...variables.map(({name, log, mean, scale: sd, capped}) =>
      scale(`z_${name}`, cappedAt(log ? `SIGN(${name}) * LN(1 + ABS(${name}))` : name, capped), mean, sd),
    ),
    ...(risk?.terms ?? []).map(({variable, level, mean, scale: sd}, index) =>
      level === undefined
        ? scale(`r_${variable}`, variable, mean, sd)
        : scale(`r_${index}`, `(CASE WHEN ${variable} = ${text(level)} THEN 1 ELSE 0 END)`, mean, sd),
    ),
  ];
}

function cappedAt(value: string, limits: SavedVariable["capped"]): string {
  if (limits === undefined) return value;
  const [least, greatest] = limits.map(number);
  return `CASE WHEN ${value} < ${least} THEN ${least} WHEN ${value} > ${greatest} THEN ${greatest} ELSE ${value} END`;
}

/** A column that describes, as its level. */
function givenLevel({name, header, type, levels, ends, reference, asOf = ""}: SavedDescribing): string {
  const column = quoted(header);
  const otherwise = (level: string) =>
    text(levels.includes(level) ? level : levels.includes("Other") ? "Other" : reference);
  const missing = `WHEN ${column} IS NULL THEN ${otherwise("Not stated")}`;
  if (ends === undefined) {
    const named = levels.filter((level) => level !== "Other" && level !== "Not stated");
    return `CASE ${missing} WHEN ${column} IN (${named.map(text).join(", ")}) THEN ${column} ELSE ${otherwise("Other")} END AS ${name}`;
  }
  const value =
    type === "date"
      ? `(CAST(${text(asOf)} AS DATE) - CAST(${column} AS DATE)) / 365.25`
      : `CAST(${column} AS DOUBLE PRECISION)`;
  const bands = ends.map((end, i) => `WHEN ${value} < ${number(end)} THEN ${text(levels[i])}`);
  return `CASE ${[missing, ...bands].join(" ")} ELSE ${text(levels[ends.length])} END AS ${name}`;
}

/** The standardised value of a term in the statement. */
function termName({variable, level}: SavedRisk["terms"][number], index: number): string {
  return level === undefined ? `r_${variable}` : `r_${index}`;
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

function logOdds(risk: SavedRisk): string {
  const parts = risk.terms.map((term, index) => `${number(term.coefficient)} * ${termName(term, index)}`);
  return `${[number(risk.intercept), ...parts].join("\n      + ")} AS log_odds`;
}

/** Variance of the log-odds: x′Vx, each pair once. */
function variance(risk: SavedRisk): string {
  const factors = ["", ...risk.terms.map(termName)];
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
