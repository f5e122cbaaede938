import {deviation, max, mean, min, quantile} from "d3-array";
import type {Dialect} from "../../../src/lib/input/dialect.js";
import {type DateNotation, readDate, yearsBetween} from "../../../src/lib/input/readDate.js";
import {numberReader} from "../../../src/lib/input/readNumber.js";
import {skewness} from "../../../src/lib/statistics/description/skewness.js";
import type {GivenTable} from "./readTable.js";

/** What a column is taken for, and why. */
export type ColumnDecision =
  | {role: "key"; header: string; why: string}
  | {
      role: "feature";
      header: string;
      values: Float64Array;
      isWhole: boolean;
      missing: number;
      log: boolean;
      why: string;
    }
  | {role: "describe"; header: string; kind: "text"; values: string[]; missing: number; why: string}
  | {
      role: "describe";
      header: string;
      kind: "number";
      numbers: Float64Array;
      isWhole: boolean;
      missing: number;
      why: string;
    }
  | {
      role: "describe";
      header: string;
      kind: "date";
      notation: DateNotation;
      /** The newest day in the column, as YYYY-MM-DD. */
      asOf: string;
      numbers: Float64Array;
      missing: number;
      why: string;
    }
  | {role: "outcome"; header: string; values: string[]; positive: string; missing: number; why: string}
  | {role: "left out"; header: string; why: string};

/** How the reason begins for a column of numbers in which a few cells are none; what stands in these cells follows. */
export const partlyNumbers = "it has numbers, but not in each cell";

/** Names by which columns are known in several languages. */
const names = {
  key: /(^|[^a-z])(id|key|uuid|iban|nr|no|num|number|nummer|numero|code client|kunden\s*nr)([^a-z]|$)|(customer|client|kunde|cliente|account|konto)[ _-]?(id|key|no|nr|num|number|nummer)|kundennummer|custid|cust_id/i,
  age: /(^|[^a-z])(age|alter|âge|edad|età|idade|leeftijd|ålder)([^a-z]|$)/i,
  born: /birth|born|geburt|naissance|nacimiento|nascita|(^|[^a-z])(dob|geb)([^a-z]|$)/i,
  year: /year|since|opened|joined|jahr|seit|année|depuis|año|desde|anno|apertura/i,
  code: /(^|[^a-z])(code|type|typ|class|klasse|category|kategorie|status|grade|segment|region|branch|filiale|product|produkt|channel|kanal|zip|plz|postcode|postal)([^a-z]|$)/i,
  person:
    /(^|[^a-z])(name|vorname|nachname|surname|first ?name|last ?name|email|e-mail|mail|address|adresse|street|straße|strasse)([^a-z]|$)/i,
  phone: /(^|[^a-z])(phone|telefon|tel|mobile)([^a-z]|$)/i,
};

/** Shares of the rows beyond which a column is no use. */
const mostMissing = 0.5;
/** A number that so few rows do not have may be a slip; it is told with its line, and the column is left out. */
const fewUnread = 0.05;
const mostLevels = 60;
const skewed = 2;

/**
 * Decides for each column what it is: a key, a variable of the distances, something that describes the customers, the
 * outcome, or nothing that a report can use.
 *
 * @param outcome `COLUMN` or `COLUMN=VALUE`, as somebody named it
 */
export function profileColumns(
  table: GivenTable,
  outcome?: {column: string; value?: string},
): ColumnDecision[] {
  const {header, columns, lines, dialect} = table;
  const n = lines.length;
  const decisions = header.map((name, j) =>
    outcome !== undefined && sameName(name, outcome.column)
      ? outcomeColumn(name, columns[j], outcome.value)
      : profileColumn(name, columns[j], lines, dialect),
  );
  return withoutCopies(withOneKey(countedToOneDay(decisions, columns), columns, n));
}

/** Whether a column's name is that of an age in years. */
export function isAge(header: string): boolean {
  return names.age.test(header);
}

/** Whether a column's name is that of a day or year of birth. */
export function isBirth(header: string): boolean {
  return names.born.test(header);
}

export function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function profileColumn(
  header: string,
  cells: readonly string[],
  lines: readonly number[],
  dialect: Dialect,
): ColumnDecision {
  const n = cells.length;
  const given = cells.filter((cell) => cell !== "");
  const missing = n - given.length;
  const leave = (why: string): ColumnDecision => ({role: "left out", header, why});
  if (header === "") return leave("it has no name");
  if (given.length === 0) return leave("it has no value");
  if (missing > mostMissing * n) return leave(`${percent(missing / n)} of its values are missing`);
  const levels = new Set(given);
  if (levels.size === 1) return leave(`it is “${shortened(given[0])}” in every row`);
  if (names.phone.test(header) && levels.size > 0.5 * given.length) return leave("it reaches a person");
  if (names.key.test(header) && levels.size === given.length && missing === 0)
    return {role: "key", header, why: "it is different in every row, and its name is that of a key"};

  const read = numberReader(dialect);
  const numbers = Float64Array.from(cells, (cell) => (cell === "" ? Number.NaN : read(cell)));
  const unread = lines.filter((_, row) => cells[row] !== "" && Number.isNaN(numbers[row]));
  if (unread.length === 0) return numberColumn(header, cells, numbers, {levels, missing});
  const dates = dateColumn(header, cells, missing);
  if (dates !== undefined) return dates;
  if (unread.length <= fewUnread * given.length) {
    const places = unread
      .slice(0, 5)
      .map((line) => `line ${line}: “${shortened(cells[lines.indexOf(line)])}”`);
    const more = unread.length > places.length ? `, and ${unread.length - places.length} more` : "";
    return leave(`${partlyNumbers} (${places.join(", ")}${more}); correct them and run again`);
  }
  if (names.person.test(header) && levels.size > 0.5 * given.length)
    return leave("it names or reaches a person");
  if (levels.size > mostLevels || levels.size > 0.5 * given.length)
    return leave(`it has ${levels.size.toLocaleString("en-US")} different texts`);
  return {
    role: "describe",
    header,
    kind: "text",
    values: [...cells],
    missing,
    why: `${levels.size} different texts`,
  };
}

function numberColumn(
  header: string,
  cells: readonly string[],
  numbers: Float64Array,
  {levels, missing}: {levels: ReadonlySet<string>; missing: number},
): ColumnDecision {
  const known = numbers.filter((value) => !Number.isNaN(value));
  const isWhole = known.every(Number.isInteger);
  const text = (why: string): ColumnDecision => ({
    role: "describe",
    header,
    kind: "text",
    values: [...cells],
    missing,
    why,
  });
  if (levels.size === 2) return text("it has two values");
  if (isWhole && names.code.test(header))
    return levels.size <= mostLevels
      ? text("its name is that of a category")
      : {role: "left out", header, why: `its name is that of a category, and it has ${levels.size} values`};
  if (isWhole && isRowNumber(numbers)) return {role: "left out", header, why: "it is the number of the row"};
  if (
    isWhole &&
    levels.size === known.length &&
    (min(known) ?? Number.NaN) >= 1000 &&
    spread(known) &&
    names.key.test(header)
  )
    return {role: "left out", header, why: "it is different in every row, as a key is"};
  const years = areYears(known);
  if (isAge(header) && !years)
    return {
      role: "describe",
      header,
      kind: "number",
      numbers,
      isWhole,
      missing,
      why: "an age describes a customer",
    };
  if (years && (names.born.test(header) || names.year.test(header)))
    return {
      role: "describe",
      header,
      kind: "number",
      numbers,
      isWhole,
      missing,
      why: names.born.test(header)
        ? "a year of birth describes a customer"
        : "a year of the calendar describes a customer",
    };
  const tail = skewness(known);
  const log = (min(known) ?? Number.NaN) >= 0 && tail > skewed && skewness(known.map(Math.log1p)) < tail;
  return {
    role: "feature",
    header,
    values: numbers,
    isWhole,
    missing,
    log,
    why: log ? `a number with a long tail (skewness ${tail.toFixed(1)}): its logarithm is used` : "a number",
  };
}

/** Keys are spread over a wide range; counts are not. */
function spread(values: Float64Array): boolean {
  return (max(values) ?? Number.NaN) - (min(values) ?? Number.NaN) > 2 * values.length;
}

function isRowNumber(numbers: Float64Array): boolean {
  const first = numbers[0];
  return (
    (first === 0 || first === 1) && numbers.length > 2 && numbers.every((value, row) => value === first + row)
  );
}

const dateNotations: readonly DateNotation[] = ["YYYY-MM-DD", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY"];

function dateColumn(header: string, cells: readonly string[], missing: number): ColumnDecision | undefined {
  for (const notation of dateNotations) {
    const days = Float64Array.from(cells, (cell) => (cell === "" ? Number.NaN : readDate(cell, notation)));
    if (cells.some((cell, row) => cell !== "" && Number.isNaN(days[row]))) continue;
    const newest = max(days) ?? Number.NaN;
    const asOf = new Date(newest * 86_400_000).toISOString().slice(0, 10);
    return {
      role: "describe",
      header,
      kind: "date",
      notation,
      asOf,
      numbers: days.map((day) => yearsBetween(day, newest)),
      missing,
      why: `dates as ${notation}: years up to ${asOf}, the newest of them`,
    };
  }
  return undefined;
}

/**
 * Counts dates up to the day of the file, where a column has one day in every row, and ages up to the newest day that is no date
 * of birth: the newest date of birth is that of the youngest customer, who is not new-born.
 */
function countedToOneDay(
  decisions: readonly ColumnDecision[],
  columns: readonly string[][],
): ColumnDecision[] {
  const days = decisions.flatMap(({role, header}, j) => {
    const [first] = columns[j];
    const isOneDay =
      role === "left out" && !names.born.test(header) && columns[j].every((cell) => cell === first);
    const date = isOneDay ? dateColumn(header, columns[j], 0) : undefined;
    return date?.role === "describe" && date.kind === "date" ? date.asOf : [];
  });
  const others = decisions.flatMap((decision) =>
    decision.role === "describe" && decision.kind === "date" && !names.born.test(decision.header)
      ? decision.asOf
      : [],
  );
  return decisions.map((decision) => {
    if (decision.role !== "describe" || decision.kind !== "date") return decision;
    const asOf = max([decision.asOf, ...days, ...(names.born.test(decision.header) ? others : [])]);
    if (asOf === undefined || asOf === decision.asOf) return decision;
    const later = yearsBetween(readDate(decision.asOf, "YYYY-MM-DD"), readDate(asOf, "YYYY-MM-DD"));
    return {
      ...decision,
      asOf,
      numbers: decision.numbers.map((years) => years + later),
      why: `dates as ${decision.notation}: years up to ${asOf}, the newest day of the table`,
    };
  });
}

/** Values that say that something happened, in the order in which they are believed. */
const happened = /^(1|yes|y|true|ja|j|si|sí|oui|wahr|vrai|default|bad|churn(ed)?|left)$/i;

function outcomeColumn(header: string, cells: readonly string[], value?: string): ColumnDecision {
  const levels = [...new Set(cells.filter((cell) => cell !== ""))].sort();
  const positive = value ?? levels.find((level) => happened.test(level)) ?? levels[levels.length - 1];
  return {
    role: "outcome",
    header,
    values: [...cells],
    positive,
    missing: cells.filter((cell) => cell === "").length,
    why: `“${shortened(positive)}” is what the model predicts`,
  };
}

/** Of several keys the first is used; without one, a text that is different in each row will do. */
function withOneKey(
  decisions: readonly ColumnDecision[],
  columns: readonly string[][],
  n: number,
): ColumnDecision[] {
  const keys = decisions.filter(({role}) => role === "key");
  if (keys.length > 0)
    return decisions.map((decision) =>
      decision.role === "key" && decision !== keys[0]
        ? {role: "left out", header: decision.header, why: "a second key"}
        : decision,
    );
  const unnamed = columns.findIndex(
    (cells, j) =>
      decisions[j].role === "left out" &&
      !names.person.test(decisions[j].header) &&
      !names.phone.test(decisions[j].header) &&
      cells.every((cell) => cell !== "" && /\p{L}/u.test(cell)) &&
      new Set(cells).size === n,
  );
  return decisions.map((decision, j) =>
    j === unnamed
      ? {role: "key", header: decision.header, why: "a text that is different in every row"}
      : decision,
  );
}

/** Leaves out variables that say the same as one before them. */
function withoutCopies(decisions: readonly ColumnDecision[]): ColumnDecision[] {
  const kept: Extract<ColumnDecision, {role: "feature"}>[] = [];
  return decisions.map((decision) => {
    if (decision.role !== "feature") return decision;
    const copied = kept.find(({values}) => isCopy(values, decision.values));
    if (copied !== undefined)
      return {role: "left out", header: decision.header, why: `it says the same as ${copied.header}`};
    kept.push(decision);
    return decision;
  });
}

/** Rows on which two columns are compared first: most pairs are told apart by them. */
const comparedFirst = 500;

/** Whether one column follows from the other as a line does. */
function isCopy(a: Float64Array, b: Float64Array): boolean {
  const step = Math.ceil(a.length / comparedFirst);
  return (step === 1 || followsAsLine(a, b, step)) && followsAsLine(a, b, 1);
}

/** The same on each `step`th row: the correlation is 1 or −1 to four digits. Some of the rows alone may not be able to tell. */
function followsAsLine(a: Float64Array, b: Float64Array, step: number): boolean {
  const rows: number[] = [];
  for (let row = 0; row < a.length; row += step)
    if (!Number.isNaN(a[row]) && !Number.isNaN(b[row])) rows.push(row);
  if (rows.length < 3) return step > 1;
  const [ma, mb] = [mean(rows, (row) => a[row]) ?? 0, mean(rows, (row) => b[row]) ?? 0];
  const [sa, sb] = [deviation(rows, (row) => a[row]) ?? 0, deviation(rows, (row) => b[row]) ?? 0];
  if (sa === 0 || sb === 0) return step > 1;
  let sum = 0;
  for (const row of rows) sum += ((a[row] - ma) / sa) * ((b[row] - mb) / sb);
  return Math.abs(sum / (rows.length - 1)) > 0.9999;
}

/** Ends of bands that divide numbers about evenly, at round values. */
export function roundBands(
  header: string,
  numbers: Float64Array,
  unit: "" | "years",
): {name: string; below?: number}[] {
  const known = numbers.filter((value) => !Number.isNaN(value));
  const ends =
    isAge(header) || (unit === "years" && names.born.test(header))
      ? [25, 35, 45, 55, 65, 75]
      : unit === "years"
        ? [1, 2, 5, 10, 20]
        : [0.2, 0.4, 0.6, 0.8].map((p) => roundTo(quantile(known, p) ?? 0, areYears(known) ? 4 : 2));
  const lowest = min(known) ?? Number.NaN;
  const highest = max(known) ?? Number.NaN;
  const used = [...new Set(ends)].filter((end) => end > lowest && end <= highest).sort((a, b) => a - b);
  return [...used, undefined].map((end, i) => ({
    name: bandName(used[i - 1], end, unit),
    ...(end === undefined ? {} : {below: end}),
  }));
}

function bandName(from: number | undefined, to: number | undefined, unit: string): string {
  const after = unit === "" ? "" : to === 1 ? " year" : ` ${unit}`;
  if (from === undefined && to === undefined) return "all";
  if (from === undefined) return `under ${figure(to)}${after}`;
  return to === undefined
    ? `${figure(from)}${after} or more`
    : `${figure(from)} to under ${figure(to)}${after}`;
}

function figure(value: number | undefined): string {
  return (value ?? 0).toLocaleString("en-US", {useGrouping: (value ?? 0) >= 10_000});
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** Whether numbers are years of the calendar. */
function areYears(values: Float64Array): boolean {
  return values.every((value) => Number.isInteger(value) && value >= 1900 && value <= 2100);
}

function percent(share: number): string {
  return `${Math.floor(100 * share)}%`;
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
