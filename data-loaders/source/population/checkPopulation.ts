import type {Finding, Place} from "../../../src/lib/input/finding.js";
import {listLines} from "../../../src/lib/input/lines.js";
import {figure, kindText, rangeText} from "../../../src/lib/input/numberRange.js";
import type {ColumnRule, Contract} from "../../datasets/dataset.js";
import {type Dialect, doubleLiteral, identifier} from "../../engine/population/dialect.js";
import {quantiles} from "../../engine/population/passes/quantiles.js";
import {type ColumnSummary, summaries} from "../../engine/population/passes/summaries.js";
import {numberOf, type Population} from "../../engine/population/population.js";
import type {QualityRule} from "../customers.js";
import {InputError} from "../inputError.js";
import {qualityRule} from "../qualityRule.js";
import {checkUnits, NEAR, standardisedIn, tellsUnit} from "../units.js";

/** Places of a problem that are looked up. */
const PLACES = 100;

/** What the checks need to know of how the customers were read. */
export interface CheckedSource {
  /** What messages call it. */
  name: string;
  place: Place;
  /** An expression that gives the place of a customer as a whole number; undefined where customers have no order. */
  row: string | undefined;
  /** Columns of the contract that are there. */
  columns: ReadonlySet<string>;
  /** Rows that repeat the key and all values of an earlier one, and were left out. */
  leftOut?: number;
  /** Cells with padding or thousands marks, by column. */
  written?: ReadonlyMap<string, {count: number; rows: readonly number[]}>;
}

/** What the checks found that all customers keep, with what later stages use again. */
export interface CheckedCustomers {
  summaries: ColumnSummary[];
  medians: number[];
  quality: QualityRule[];
}

/** A rule that rows can break: where it does not hold, `broken` is true. */
interface RowRule {
  broken: string;
  /** NULL for rows that it says nothing of; default: it speaks of all. */
  speaks?: string;
  make(noted: Noted, checked: number): {finding?: Finding[]; quality?: QualityRule};
}

interface Noted {
  count: number;
  /** Of the first hundred. */
  rows: number[];
}

/**
 * Holds all customers against the contract by passes in the engine, as `checkCustomers` does in memory: all are counted, and the
 * first hundred places of each problem are looked up.
 *
 * @throws InputError with everything that stops the build
 */
export async function checkPopulation(
  population: Population,
  contract: Contract,
  source: CheckedSource,
): Promise<CheckedCustomers> {
  const {engine, from} = population;
  const present = contract.columns.filter(({role, name}) => role !== "extra" && source.columns.has(name));
  const numbers = present.filter(({type}) => type === "number" || type === "integer");
  const features = numbers.filter(({role}) => role === "feature");
  const found = await summaries(
    population,
    numbers.map(({name}) => ({name, sql: identifier(name)})),
  );
  const ends = await each(numbers, ({name}) =>
    quantiles(population, {name, sql: identifier(name)}, [0.5, 0.99]),
  );
  const [[total]] = await engine.rows("customers", `SELECT count(*) FROM ${from}`);
  const rows = numberOf(total);
  const rules: RowRule[] = present.flatMap((rule) => {
    const j = numbers.indexOf(rule);
    return j < 0
      ? otherRules(rule, rows, source, engine.dialect)
      : numberRules(rule, rows, ends[j][1], source);
  });
  rules.push(
    ...(contract.relations ?? []).map(
      ({id, sentence, expression}): RowRule => ({
        broken: `NOT (${expression})`,
        speaks: `(${expression})`,
        make: (noted, checked) => ({
          quality: rowsRule(
            `relation.${id}`,
            "",
            sentence,
            checked,
            noted,
            "where that is not so, kept",
            source,
          ),
        }),
      }),
    ),
  );
  const counts = await engine.rows(
    "contract",
    `SELECT ${rules.map(({broken, speaks = "1"}) => `count(CASE WHEN ${broken} THEN 1 END), count(${speaks})`).join(", ")} FROM ${from}`,
  );
  const findings: Finding[] = [];
  const quality: QualityRule[] = [];
  for (const [i, {broken, make}] of rules.entries()) {
    const noted = await placesOf(population, broken, numberOf(counts[0][2 * i]), source);
    const {finding = [], quality: rule} = make(noted, numberOf(counts[0][2 * i + 1]));
    findings.push(...finding);
    if (rule) quality.push(rule);
  }
  for (const [j, rule] of numbers.entries()) {
    const {count} = found[j];
    if (count === 0) findings.push(noValue(rule));
    if (rule.role === "feature") quality.push(constant(rule, found[j], rows));
  }
  const typical = await each([...numbers.keys()], async (j) => {
    const {name, median} = numbers[j];
    const [middle] = ends[j];
    if (median === undefined || found[j].min !== 0 || found[j].max === 0) return middle;
    const sql = `NULLIF(${identifier(name)}, 0)`;
    const [[others]] = await engine.rows("contract", `SELECT count(${sql}) FROM ${from}`);
    if (!tellsUnit(numberOf(others), found[j].count)) return undefined;
    const [other] = await quantiles(population, {name, sql}, [0.5]);
    return other;
  });
  const units = checkUnits(
    numbers.flatMap((rule, j) => {
      const value = typical[j];
      return found[j].count === 0 || value === undefined ? [] : {rule, values: Float64Array.of(value)};
    }),
  );
  const standardised = standardisedIn(
    found.filter(
      ({mean, sd}, j) => numbers[j].role === "feature" && Math.abs(mean) < NEAR && Math.abs(sd - 1) < NEAR,
    ).length,
    features.length,
  );
  if (standardised !== undefined) findings.push(standardised);
  findings.push(...units.findings);
  quality.push(
    ...units.quality.map((rule) => ({
      ...rule,
      checked: rows,
      noted: rule.noted > 0 ? rows : 0,
      passed: rule.noted > 0 ? 0 : rows,
    })),
    ...(await rowRules(population, contract, source, features, rows, findings)),
  );
  if (findings.length > 0) throw new InputError(source.name, findings, source.place);
  const at = (rule: ColumnRule) => numbers.indexOf(rule);
  return {
    summaries: features.map((rule) => found[at(rule)]),
    medians: features.map((rule) => ends[at(rule)][0]),
    quality,
  };
}

/** One after another: a quantile takes the memory of its column. */
async function each<T, U>(values: readonly T[], work: (value: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (const value of values) results.push(await work(value));
  return results;
}

function numberRules(rule: ColumnRule, rows: number, end: number, source: CheckedSource): RowRule[] {
  const {name, label, header, min, max, expected, role} = rule;
  const column = identifier(name);
  const beyond = (low: number | undefined, high: number | undefined) =>
    [
      ...(low === undefined ? [] : [`${column} < ${doubleLiteral(low)}`]),
      ...(high === undefined ? [] : [`${column} > ${doubleLiteral(high)}`]),
    ].join(" OR ") || "FALSE";
  const isFraction = rule.type === "integer" ? `${column} <> floor(${column})` : "FALSE";
  const written = source.written?.get(name);
  const quality = (id: string, sentence: string, noted: Noted, what: string) =>
    rowsRule(`${name}.${id}`, name, `${label}: ${sentence}.`, rows, noted, what, source);
  const nothing: Noted = {count: 0, rows: []};
  return [
    {
      broken: `${beyond(min, max)} OR ${isFraction}`,
      make: (noted) => ({
        finding: stops(
          noted,
          header,
          "a value that the contract refuses",
          kindText(rule),
          "Correct the value, or change the range in the data set's contract if it is true.",
        ),
        quality: quality("type", kindText(rule), nothing, ""),
      }),
    },
    {
      broken: "FALSE",
      make: () => ({
        quality: quality(
          "spelling",
          "written without padding and thousands marks",
          written === undefined ? nothing : {count: written.count, rows: [...written.rows]},
          "with padding or thousands marks, read as the number meant",
        ),
      }),
    },
    {
      broken: `${column} IS NULL`,
      make: (noted) => ({
        finding:
          rule.missing === "fail" && noted.count < rows
            ? stops(noted, header, "no value", kindText(rule), "Fill the cell, or leave the whole row out.")
            : [],
        quality: quality(
          "missing",
          "never missing",
          noted,
          rule.missing === "keep"
            ? "without a value, kept as such"
            : "without a value, filled with the median",
        ),
      }),
    },
    ...(rule.factor === undefined || rule.factor === 1
      ? []
      : [
          {
            broken: "FALSE",
            make: () => ({
              quality: qualityRule(
                `${name}.factor`,
                name,
                `${label}: in the contract's unit.`,
                {checked: rows, noted: rows},
                `Every value was multiplied by ${figure(rule.factor ?? 1)}, as the contract declares.`,
              ),
            }),
          },
        ]),
    ...(role === "feature"
      ? [
          {
            broken: end > 0 ? `${column} > ${doubleLiteral(10 * end)}` : "FALSE",
            make: (noted: Noted) => ({
              quality: quality(
                "tail",
                "no value over ten times the 99th percentile",
                noted,
                `over ten times ${figure(Number(end.toPrecision(6)))}, kept`,
              ),
            }),
          },
        ]
      : []),
    ...(expected === undefined
      ? []
      : [
          {
            broken: beyond(expected.min, expected.max),
            make: (noted: Noted) => ({
              quality: quality("range", `expected${rangeText(expected)}`, noted, "beyond that range, kept"),
            }),
          },
        ]),
  ];
}

/** Of texts and dates. */
function otherRules(rule: ColumnRule, rows: number, source: CheckedSource, {matches}: Dialect): RowRule[] {
  const {name, label, header, role} = rule;
  const column = identifier(name);
  const expected = "a value in each row";
  return [
    {
      broken: `${column} IS NULL`,
      make: (noted) => ({
        finding:
          rule.missing === "fail"
            ? stops(noted, header, "no value", expected, "Fill the cell, or leave the whole row out.")
            : [],
        quality: rowsRule(
          `${name}.missing`,
          name,
          `${label}: never missing.`,
          rows,
          noted,
          "without a value, kept as such",
          source,
        ),
      }),
    },
    ...(role === "key"
      ? [
          {
            broken: matches(`lower(${column})`, "[0-9]([.,][0-9]+)?e[+][0-9][0-9]+"),
            make: (noted: Noted) => ({
              finding: stops(
                noted,
                header,
                "a number in short form, whose last digits are lost",
                "the key with all its digits",
                "Format the column as text before saving, or export the file again.",
              ),
            }),
          },
          {
            broken: matches(`lower(${column})`, "((grand|sub)[ -]?)?totals?:?|(sum|average|mean|count):?"),
            make: (noted: Noted) => ({
              finding: stops(
                noted,
                null,
                "a row of totals",
                "one row for each customer and no others",
                "Delete the row.",
              ),
            }),
          },
        ]
      : []),
  ];
}

/** Rules on whole rows: keys once, rows that agree, and enough of them. */
async function rowRules(
  population: Population,
  contract: Contract,
  source: CheckedSource,
  features: readonly ColumnRule[],
  rows: number,
  findings: Finding[],
): Promise<QualityRule[]> {
  const {engine, from} = population;
  const key = contract.columns.find(({role, name}) => role === "key" && source.columns.has(name));
  const keyName = contract.columns.find(({role}) => role === "key")?.name ?? "";
  const all = engine.dialect.fingerprint(features.map(({name}) => identifier(name)));
  const [[differing]] = await engine.rows(
    "different customers",
    `SELECT count(DISTINCT ${all}) FROM ${from}`,
  );
  const profiles = numberOf(differing);
  if (rows < contract.minimumRows || profiles < contract.minimumRows)
    findings.push({
      line: null,
      column: null,
      found:
        rows < contract.minimumRows
          ? `${rows} rows`
          : `${rows} rows, but only ${profiles} that differ in their features`,
      expected: `at least ${contract.minimumRows} rows that differ`,
      remedy: "The models compare up to ten groups of customers: use a longer file.",
    });
  let repeated = 0;
  let repeatedKeys = 0;
  if (key !== undefined) {
    const name = identifier(key.name);
    const [[again, keys]] = await engine.rows(
      "keys",
      `SELECT sum(customers - 1), count(*) FROM (SELECT count(*) AS customers FROM ${from} GROUP BY ${name} HAVING count(*) > 1) AS keys`,
    );
    repeated = again === null ? 0 : numberOf(again);
    repeatedKeys = numberOf(keys);
    if (repeated > 0 && contract.duplicateKeys === "fail") {
      const first = await engine.rows(
        "repeated keys",
        `SELECT ${source.row === undefined ? "NULL, NULL" : `min(${source.row}), max(${source.row})`} FROM ${from} GROUP BY ${name} HAVING count(*) > 1 ORDER BY 2, 1 LIMIT ${PLACES}`,
      );
      for (const [earlier, later] of first)
        findings.push({
          line: later === null ? null : numberOf(later),
          column: key.header,
          found: earlier === null ? "a key that comes again" : `the key of ${source.place} ${earlier} again`,
          expected: "one row for each customer",
          remedy: "Remove one of the rows; a join may have doubled them.",
        });
      if (repeatedKeys > first.length)
        findings.push({
          line: null,
          column: key.header,
          found: `${(repeatedKeys - first.length).toLocaleString("en-US")} more keys that come again`,
          expected: "one row for each customer",
          remedy: "Remove one of the rows; a join may have doubled them.",
        });
    }
  }
  return [
    qualityRule(
      "rows.keys",
      keyName,
      "The file has the customers' keys.",
      {checked: rows, noted: key === undefined ? rows : 0},
      "No column of keys: row numbers stand for the customers. They cannot be followed from one edition to the next, and a customer who is there twice is not noticed.",
    ),
    qualityRule(
      "rows.key",
      keyName,
      "A customer's key stands on one row.",
      {checked: key === undefined ? 0 : rows, noted: repeated},
      `${repeatedKeys === 1 ? "One key stands" : `${repeatedKeys.toLocaleString("en-US")} keys stand`} on more than one row; all rows were kept.`,
    ),
    qualityRule(
      "rows.repeated",
      "",
      "No row repeats the key and all the values of an earlier row.",
      {checked: key === undefined ? 0 : rows + (source.leftOut ?? 0), noted: source.leftOut ?? 0},
      `${counted(source.leftOut ?? 0)} repeating an earlier one, left out.`,
    ),
    qualityRule(
      "rows.profile",
      "",
      "No two rows agree in every feature.",
      {checked: rows, noted: rows - profiles},
      `${counted(rows - profiles)} with all the features of an earlier row, kept.`,
    ),
    qualityRule(
      "rows.enough",
      "",
      `There are at least ${contract.minimumRows} rows, and as many that differ in their features.`,
      {checked: rows, noted: 0},
    ),
  ];
}

/** Where a rule does not hold: the first hundred places. */
async function placesOf(
  {engine, from}: Population,
  broken: string,
  count: number,
  {row}: CheckedSource,
): Promise<Noted> {
  if (count === 0 || row === undefined) return {count, rows: []};
  const places = await engine.rows(
    "places",
    `SELECT ${row} FROM ${from} WHERE ${broken} ORDER BY 1 LIMIT ${PLACES}`,
  );
  return {count, rows: places.map(([place]) => numberOf(place))};
}

/** A finding for each place that was looked up, and one for all others. */
function stops(
  {count, rows}: Noted,
  column: string | null,
  found: string,
  expected: string,
  remedy: string,
): Finding[] {
  const at = (line: number | null, what: string): Finding => ({line, column, found: what, expected, remedy});
  const rest = count - rows.length;
  return [
    ...rows.map((line) => at(line, found)),
    ...(rest > 0
      ? [at(null, `${found} in ${rest.toLocaleString("en-US")} ${rows.length > 0 ? "further " : ""}rows`)]
      : []),
  ];
}

function rowsRule(
  id: string,
  column: string,
  sentence: string,
  checked: number,
  {count, rows}: Noted,
  what: string,
  {place}: CheckedSource,
): QualityRule {
  const places = rows.length === 0 ? "" : `: ${listLines(rows, place, count)}`;
  return qualityRule(id, column, sentence, {checked, noted: count}, `${counted(count)} ${what}${places}.`);
}

function noValue(rule: ColumnRule): Finding {
  return {
    line: null,
    column: rule.header,
    found: "no value in any row",
    expected: `${rule.label.toLowerCase()} of each customer`,
    remedy: "Export the column with its values; a column without any cannot be filled.",
  };
}

function constant({name, label}: ColumnRule, {min, max}: ColumnSummary, rows: number): QualityRule {
  return qualityRule(
    `${name}.constant`,
    name,
    `${label}: not the same in every row.`,
    {checked: rows, noted: min === max ? rows : 0},
    `${figure(min)} in every row, so left out of the distances.`,
  );
}

function counted(rows: number): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en-US")} rows`;
}
