import {escapeHtml} from "../../engine/html/escapeHtml.js";
import type {Figure} from "../../narrative/evidence/evaluateQueries.js";
import {type Cell, htmlTable, queryCell} from "./htmlTable.js";
import {type PageUse, usesCell} from "./pageUses.js";

/** Every figure of the report: value, pages, query. */
export function figuresList(figures: readonly Figure[], uses: ReadonlyMap<string, PageUse[]>): string {
  const rows = figures.map((figure) => [
    {html: `<strong>${escapeHtml(figure.label)}</strong><br><code>${figure.id}</code>`, sort: figure.label},
    valueCell(figure),
    {html: escapeHtml(unit(figure)), sort: unit(figure)},
    usesCell(uses.get(`figure ${figure.id}`)),
    queryCell(figure.sql),
  ]);
  const quoted = figures.filter(({id}) => uses.has(`figure ${id}`)).length;
  return [
    `<p>${figures.length} figures; pages quote ${quoted} of them.</p>`,
    `<section data-recompute="figures">${htmlTable("Figures", ["Figure", "Value", "Unit", "Page and line", "Query"], rows)}</section>`,
  ].join("\n");
}

function unit({headers}: Figure): string {
  return headers.unit === "text" ? "" : (headers.unit ?? "");
}

function valueCell({id, value, text}: Figure): Cell {
  return {
    html: `<data value="${escapeHtml(String(value ?? ""))}" data-figure="${id}">${escapeHtml(text)}</data>`,
    sort: typeof value === "number" ? value : String(value ?? ""),
    isNumber: typeof value === "number",
  };
}
