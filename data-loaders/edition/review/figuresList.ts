import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {Figure} from "../../narrative/evidence/evaluateQueries.js";
import {type Cell, htmlTable, queryCell} from "./htmlTable.js";
import {type PageUse, pageName, usesCell} from "./pageUses.js";
import {closedReviewGroup} from "./reviewGroup.js";
import {sampleNote} from "./samplesBehind.js";

const onNoPage = "Quoted on no page";

/**
 * Every figure of the report, under the first page that quotes it: value, unit, pages, query.
 *
 * @param samples what says of a figure that it is of a sample; see `samplesBehind`
 */
export function figuresList(
  figures: readonly Figure[],
  uses: ReadonlyMap<string, PageUse[]>,
  samples: ReadonlyMap<string, string>,
): Markup {
  const firstPage = ({id}: Figure) => uses.get(`figure ${id}`)?.[0].page;
  const pages = [...new Set([...uses.values()].map(([{page}]) => page))];
  const quoted = figures.filter((figure) => firstPage(figure) !== undefined).length;
  const groups = [...pages, undefined].flatMap((page) => {
    const rows = figures
      .filter((figure) => firstPage(figure) === page)
      .map((figure) => row(figure, uses, samples.get(figure.id)));
    if (rows.length === 0) return [];
    const name = page === undefined ? onNoPage : pageName(page);
    const table = htmlTable(`Figures: ${name}`, ["Figure", "Value", "Unit", "Page and line", "Query"], rows);
    return [closedReviewGroup(name, html`${name} <small>${rows.length}</small>`, table)];
  });
  return joined(
    [
      html`<p>${figures.length} figures, of which pages quote ${quoted}. Each is listed under the first page that quotes it.</p>`,
      html`<section data-recompute="figures">${joined(groups, "\n")}</section>`,
    ],
    "\n",
  );
}

function row(figure: Figure, uses: ReadonlyMap<string, PageUse[]>, sample: string | undefined): Cell[] {
  return [
    {
      html: html`<strong>${figure.label}</strong><br><code>${figure.id}</code>${sampleNote(sample)}`,
      sort: figure.label,
    },
    valueCell(figure),
    {html: html`${unit(figure)}`, sort: unit(figure)},
    usesCell(uses.get(`figure ${figure.id}`)),
    queryCell(figure.sql),
  ];
}

function unit({headers}: Figure): string {
  return headers.unit === "text" ? "" : (headers.unit ?? "");
}

function valueCell({id, value, text}: Figure): Cell {
  return {
    html: html`<data value="${String(value ?? "")}" data-figure="${id}">${text}</data>`,
    sort: typeof value === "number" ? value : String(value ?? ""),
    isNumber: typeof value === "number",
  };
}
