import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";
import type {DuckDBConnection} from "@duckdb/node-api";
import {JSDOM} from "jsdom";
import {withoutExcerpt} from "../../../src/lib/database/databaseError.js";
import type {ChartDefinition, Row} from "../../../src/lib/narrative/chartDefinition.js";
import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {moduleCode} from "../../engine/content/moduleCode.js";
import {storedCode} from "../../engine/content/storedCode.js";
import {html, type Markup, markupFrom} from "../../engine/html/markup.js";
import {projectPath} from "../../engine/project/projectPath.js";
import type {Problem} from "../syntax/problem.js";
import {placeInSource} from "./chartProblem.js";
import {type PublishedDatabase, withPublished} from "./withPublished.js";

/** A chart drawn at build time, with its data as a table. */
export interface ChartMarkup {
  id: string;
  file: string;
  html: string;
}

/** Widths in pixels at which charts are drawn; the page's style sheet shows the one that fits. */
const widths = {wide: 688, narrow: 344};

/**
 * Draws the charts of one chapter from the published tables.
 *
 * @param file a chapter's `charts.ts`, from the project's root
 */
export async function drawCharts(
  databases: readonly PublishedDatabase[],
  file: string,
): Promise<{charts: ChartMarkup[]; problems: Problem[]}> {
  const {window} = new JSDOM("");
  const charts: ChartMarkup[] = [];
  const problems: Problem[] = [];
  const definitions = await importCharts(file);
  await withPublished(databases, async (connection) => {
    for (const definition of definitions) {
      try {
        const rows = await readRows(connection, definition.sql);
        if (rows.length === 0) problems.push(withoutRows(definition, file));
        const drawn =
          rows.length === 0 ? nothingToDraw : String(chartHtml(definition, rows, window.document));
        charts.push({id: definition.id, file, html: drawn});
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        const message = `chart ${definition.id}: ${withoutExcerpt(text)}`;
        const place = placeInSource(error) ?? definedAt(definition, file);
        problems.push({...place, level: "error", message, id: definition.id});
      }
    }
  });
  window.close();
  return {charts, problems};
}

/** What stands in place of a chart whose query gives no rows. */
export const nothingToDraw = "<p>These data have nothing to draw here.</p>";

function withoutRows(definition: ChartDefinition, file: string): Problem {
  const message = `chart ${definition.id} has nothing to draw in these data: its query gives no rows`;
  return {...definedAt(definition, file), level: "untestable", message};
}

/** The line that names a chart; the first, where its id is put together elsewhere. */
function definedAt({id}: ChartDefinition, file: string) {
  const lines = readFileSync(projectPath(file), "utf8").split("\n");
  const index = lines.findIndex((line) => line.includes(`"${id}"`));
  return {file, line: Math.max(index, 0) + 1, column: 1};
}

async function importCharts(file: string): Promise<readonly ChartDefinition[]> {
  const {text} = await moduleCode(pathToFileURL(projectPath(file)).href);
  const {charts}: {charts: readonly ChartDefinition[]} = await import(storedCode(text));
  return charts;
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
  );
}

function plain(value: unknown): Row[string] {
  if (typeof value === "bigint") return Number(value);
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  return String(value);
}

/** A chart at both widths, with its data as a table below it. */
export function chartHtml(
  definition: Omit<ChartDefinition, "sql">,
  rows: readonly Row[],
  document: Document,
): Markup {
  const alt = definition.alt(rows);
  const drawings = Object.entries(widths).map(([size, width]) => {
    const element = definition.draw(rows, {width, document});
    for (const svg of element.matches("svg") ? [element] : element.querySelectorAll("svg"))
      svg.setAttribute("aria-hidden", "true");
    return html`<div class="chart-${size}">${markupFrom(element.outerHTML)}</div>`;
  });
  const drawing = html`<div role="img" aria-label="${alt}">${drawings}</div>`;
  return html`${definition.legend ? legend(rows) : ""}${drawing}${dataTable(definition, rows)}`;
}

function legend(rows: readonly Row[]): Markup {
  const named = rows.filter(({position}) => position !== null);
  const segments = [...new Map(named.map(({name, position}) => [Number(position), String(name)]))].sort(
    ([a], [b]) => a - b,
  );
  const items = segments.map(([position, name]) => html`<span class="segment-${position}">${name}</span>`);
  return html`<div class="legend" aria-hidden="true">${items}</div>`;
}

function dataTable(
  {columns, formats = {}}: Pick<ChartDefinition, "columns" | "formats">,
  rows: readonly Row[],
): Markup {
  const names = Object.keys(columns);
  const head = names.map((name) => html`<th scope="col">${columns[name]}</th>`);
  const body = rows.map(
    (row) => html`<tr>${names.map((name) => cell(row[name], formats[name] ?? ",.4~f"))}</tr>`,
  );
  return html`<details class="chart-data"><summary>Data of this chart</summary><div class="table-scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}

function cell(value: Row[string], format: string): Markup {
  if (value === null) return html`<td></td>`;
  return typeof value === "number"
    ? html`<td class="number">${formatFigure(value, format)}</td>`
    : html`<td>${String(value)}</td>`;
}
