import type {DuckDBConnection} from "@duckdb/node-api";
import type {DatasetDefinition} from "../../../datasets/dataset.js";
import {judges} from "../../../narrative/check/judgements.js";

/** A row of a query's result. */
export type Answer = Record<string, string | number | boolean | null>;

import {spoken} from "../../../model/cluster/spokenLabel.js";
import {isLikelyEnglish} from "../chooseGroups.js";

/** What the pages are written from: the published tables, and what they hold. */
export interface Facts {
  definition: DatasetDefinition;
  /** In display order. */
  groups: readonly {id: string; name: string}[];
  /** Features, those that set the groups apart most first. */
  variables: readonly {name: string; label: string; unit: string; overall: number}[];
  /** Columns that describe. */
  describing: readonly {name: string; label: string; kind: string}[];
  /** Whether an amount has the currency as its unit. */
  hasAmounts: boolean;
  /** Columns of the file that the report leaves out, with the reason. */
  leftOut: readonly {header: string; why: string}[];
  /** Asks the published tables. */
  ask(sql: string): Promise<Answer[]>;
}

/** Pages that show more variables than these cannot be read. */
export const MOST_SHOWN = 20;

/** Gathers the facts from the published database, which is attached under the data set's schema. */
export async function gatherFacts(
  connection: DuckDBConnection,
  definition: DatasetDefinition,
  leftOut: Facts["leftOut"],
): Promise<Facts> {
  const ask = async (sql: string): Promise<Answer[]> => {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "bigint"
            ? Number(value)
            : typeof value === "number" || typeof value === "string" || typeof value === "boolean"
              ? value
              : null,
        ]),
      ),
    );
  };
  const s = definition.schema;
  const groups = await ask(`SELECT segment AS id, name FROM ${s}.segments ORDER BY position`);
  const variables = await ask(`SELECT v.name, v.label, v.unit, m.mean AS overall FROM ${s}.variables v
    JOIN ${s}.variable_summary m ON m.variable = v.name LEFT JOIN ${s}.segment_tests t ON t.variable = v.name
    WHERE v.in_distances ORDER BY t.epsilon_squared DESC NULLS LAST, v.rowid`);
  const hasDescribing = definition.contract.columns.some(({role}) => role === "describe");
  const describing = hasDescribing ? await ask(`SELECT name, label, kind FROM ${s}.describing_columns`) : [];
  return {
    definition,
    groups: groups.map(({id, name}) => ({id: String(id), name: String(name)})),
    variables: variables.map(({name, label, unit, overall}) => ({
      name: String(name),
      label: String(label),
      unit: String(unit),
      overall: Number(overall),
    })),
    describing: describing.map(({name, label, kind}) => ({
      name: String(name),
      label: String(label),
      kind: String(kind),
    })),
    hasAmounts: variables.some(({unit}) => unit === definition.currency),
    leftOut,
    ask,
  };
}

/** How a figure is printed. */
interface FigureOptions {
  format?: string;
  unit?: string;
  definition?: string;
}

/** What a claim is about, and how strong it is. */
export interface ClaimOptions {
  name: string;
  label: string;
  about: readonly string[];
  sql: string;
  evidence?: string;
}

/** A page as it is being written, with its queries. */
export interface PageDraft {
  /** Quotes a figure, and puts its query among those of the page. */
  figure(name: string, label: string, sql: string, options?: FigureOptions): string;
  /**
   * A sentence with its test: only what the data show today is written.
   *
   * @returns the marked sentence; what `otherwise` gives where the data contradict it or hold nothing to test
   */
  claim(sentence: string, options: ClaimOptions, otherwise?: () => string | Promise<string>): Promise<string>;
  /**
   * A sentence whose beginning a claim carries.
   *
   * @param end what follows the claim, with its full stop; asked for only where the claim holds
   * @returns "" where the claim does not hold
   */
  sentence(begin: string, end: () => string, options: ClaimOptions): Promise<string>;
  /** Whether a claim holds; it is then among those of the page, and may be quoted by its id. */
  holds(options: ClaimOptions): Promise<boolean>;
  /** Puts a chart under the sentence that it shows; the code is an expression of the chapter's charts. */
  chart(title: string, name: string, module: string, code: string): string;
  id(name: string): string;
}

interface ChartCode {
  module: string;
  code: string;
}

/** Files of a page by path from the chapter's folder. */
export type PageFiles = Map<string, string>;

/** What is defined already in the chapter: a query stands with the page that quotes it first. */
export interface Defined {
  figures: Set<string>;
  /** Of each claim whether it holds. */
  claims: Map<string, boolean>;
}

/** Begins a page; `finish` gives its files. */
export function draftPage(
  {definition, ask}: Facts,
  defined: Defined,
  page: string,
  title: string,
): PageDraft & {finish(markdown: string): PageFiles} {
  const {id: chapter} = definition;
  const figures = new Map<string, string>();
  const claims = new Map<string, string>();
  const charts = new Map<string, ChartCode>();
  const id = (name: string) => `${chapter}.${name}`;
  const holds = async (options: ClaimOptions): Promise<boolean> => {
    const known = defined.claims.get(options.name);
    if (known !== undefined) return known;
    const counts = await Promise.all(
      options.about.map(async (from) => Number((await ask(`SELECT count(*) AS n FROM ${from}`))[0].n)),
    );
    const [row] = counts.every((count) => count > 0) ? await ask(options.sql) : [];
    const isTrue = row !== undefined && Object.values(row)[0] === true;
    defined.claims.set(options.name, isTrue);
    if (isTrue) claims.set(options.name, claimText(id(options.name), options));
    return isTrue;
  };
  return {
    id,
    holds,
    figure(name, label, sql, options = {}) {
      if (!defined.figures.has(name)) figures.set(name, figureText(id(name), label, sql, options));
      defined.figures.add(name);
      return `{{${id(name)}}}`;
    },
    async claim(sentence, options, otherwise = () => "") {
      return (await holds(options)) ? `[${sentence}](claim:${id(options.name)})` : otherwise();
    },
    async sentence(begin, end, options) {
      return (await holds(options)) ? `[${begin}](claim:${id(options.name)})${end()}` : "";
    },
    chart(chartTitle, name, module, code) {
      charts.set(name, {module, code});
      return `![${chartTitle}](chart:${id(name)})`;
    },
    finish(markdown) {
      const files: PageFiles = new Map([
        [`${page}.md`, `${markdown.trim().replaceAll(/\n{3,}/g, "\n\n")}\n`],
      ]);
      if (figures.size > 0)
        files.set(
          `${page}/figures.sql`,
          `-- Figures of the page “${title}”. Each is one value from the published tables.\n\n${[...figures.values()].join("\n")}`,
        );
      if (claims.size > 0)
        files.set(
          `${page}/claims.sql`,
          `-- Claims of the page “${title}”. Each is one truth value; what it is about must be there.\n\n${[...claims.values()].join("\n")}`,
        );
      if (charts.size > 0) files.set(`${page}/charts.ts`, chartsModule(title, [...charts.values()]));
      return files;
    },
  };
}

function figureText(
  id: string,
  label: string,
  sql: string,
  {format, unit, definition}: FigureOptions,
): string {
  return `${[
    `-- figure: ${id}`,
    `-- label: ${oneLine(label)}`,
    ...(unit === undefined || unit === "" ? [] : [`-- unit: ${oneLine(unit)}`]),
    ...(format === undefined ? [] : [`-- format: ${format}`]),
    ...(definition === undefined ? [] : [`-- definition: ${oneLine(definition)}`]),
    `${sql};`,
  ].join("\n")}\n`;
}

function claimText(id: string, {label, about, sql, evidence = "description"}: ClaimOptions): string {
  return `${[
    `-- claim: ${id}`,
    `-- label: ${oneLine(label)}`,
    `-- evidence: ${evidence}`,
    ...about.map((from) => `-- about: ${from}`),
    `${sql};`,
  ].join("\n")}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function chartsModule(title: string, charts: readonly ChartCode[]): string {
  const modules = new Map<string, Set<string>>();
  for (const {module, code} of charts) {
    const [name] = /\w+/.exec(code.replace(/^\.\.\./, "")) ?? [""];
    modules.set(module, (modules.get(module) ?? new Set()).add(name));
  }
  const imports = [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import {${[...names].sort().join(", ")}} from "../../charts/${module}.js";`);
  return `${imports.join("\n")}
import type {ChartDefinition} from "../../lib/narrative/chartDefinition.js";
import {chapter} from "../chapter.js";

/** Charts of the page “${title.replaceAll("*/", "")}”. */
export const charts: readonly ChartDefinition[] = [
${charts.map(({code}) => `  ${code},`).join("\n")}
];
`;
}

/**
 * A text of the file as Markdown prints it and Framework does not run it. With digits, or with words that would say something of
 * the data (“Best customers”), in quotes: these are somebody else's words.
 */
export function plain(text: string): string {
  return isSaid(text) ? `“${escaped(text)}”` : escaped(text);
}

/** The same for a text of our own, which needs quotes for its digits alone. */
export function ours(text: string): string {
  return /\d/.test(text) ? `“${escaped(text)}”` : escaped(text);
}

/** Whether a text needs quotes: digits and words that judge would be taken for the report's own. */
export function isSaid(text: string): boolean {
  return /\d/.test(text) || judges(text);
}

function escaped(text: string): string {
  const named: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "*": "&ast;",
    _: "&lowbar;",
    "`": "&grave;",
    "[": "&lbrack;",
    "]": "&rbrack;",
    "|": "&vert;",
    "{": "&lbrace;",
    "}": "&rbrace;",
    $: "&dollar;",
    "\\": "&bsol;",
    "~": "&tilde;",
    "“": "&quot;",
    "”": "&quot;",
  };
  return text.replaceAll(/\s+/g, " ").replaceAll(/[&<>*_`[\]|{}$\\~“”]/g, (sign) => named[sign]);
}

/** A label within a sentence: without its capitals, if the file is likely to be English and they are no abbreviations. */
export function within(label: string, {definition}: Pick<Facts, "definition">): string {
  return plain(spoken(label, isLikelyEnglish(definition)));
}

/** What a column tells of the customers, within a sentence: a date is named as it is in the file. */
export function topic({label, kind}: {label: string; kind: string}, facts: Facts): string {
  return kind === "date" ? `the date “${plain(label).replaceAll(/[“”]/g, "")}”` : within(label, facts);
}

/** What an outcome says, in quotes and without its full stop. */
export function statement(sentence: string): string {
  return `“${plain(sentence.replaceAll(/[“”"]/g, "").replace(/\.$/, "")).replaceAll(/[“”]/g, "")}”`;
}

/** A text in SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text in TypeScript. */
export function codeText(text: string): string {
  return JSON.stringify(text);
}

/** Name of a column as ids have it. */
export function slug(name: string): string {
  return name.replaceAll("_", "-");
}

/** A d3 format for values of about this size. */
export function formatFor(size: number): string {
  const absolute = Math.abs(size);
  return absolute >= 100 ? ",.0f" : absolute >= 10 ? ",.1f" : absolute >= 1 ? ",.2f" : ",.3f";
}

/** Front matter of a page of a chapter. */
export function frontMatter({definition: {title}}: Facts, page: string, toc = true): string {
  const chapter = isSaid(title) ? `“${title.replaceAll(/[“”]/g, "")}”` : title;
  return `---\ntitle: ${JSON.stringify(`${chapter}: ${page}`)}\n${toc ? "" : "toc: false\n"}---\n`;
}
