import type {Cell as Value} from "../../../src/lib/database/cell.js";
import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {Edition} from "../../pipeline.js";
import {editionTable, rowsOf} from "../editionTable.js";
import {type Cell, htmlTable, numberCell, textCell} from "./htmlTable.js";

/** Our models beside those of independent packages, on the rows of this report. */
export function secondOpinionList(editions: readonly Edition[]): Markup {
  const rows = editions.flatMap((edition) =>
    rowsOf(editionTable(edition, "second_opinion")).map((row): Record<string, Value> & {title: string} => ({
      ...row,
      title: edition.definition.title,
    })),
  );
  const compared = rows.filter(({agrees}) => agrees !== null);
  const agreeing = compared.filter(({agrees}) => agrees === true).length;
  return joined(
    [
      html`<h2 id="second-opinion">Second opinion</h2>`,
      html`<p>Independent packages fitted the models again on the same rows: ${agreeing} of ${compared.length} comparisons agree within their tolerance.${rows.length === compared.length ? "" : " Where a package gave no result, nothing is compared."} Where labels are compared, the agreement is the adjusted Rand index, so there is no pair of values to show.</p>`,
      htmlTable(
        "Second opinion",
        ["Model and what is compared", "Package", "Ours", "Theirs", "Agreement", "Tolerance", "Verdict"],
        rows.map((row) => [
          {
            html: html`${row.title}, ${String(row.model)}<br><small>${`${row.measure}, on ${row.checked_on}`}</small>`,
            sort: `${row.title} ${row.model}`,
          },
          textCell(`${row.package} ${row.version}`),
          valueCell(row.ours),
          valueCell(row.theirs),
          valueCell(row.agreement, ".2~g"),
          numberCell(Number(row.tolerance), `${row.bound} ${formatFigure(Number(row.tolerance), ".4~g")}`),
          textCell(verdict(row.agrees)),
        ]),
      ),
    ],
    "\n",
  );
}

function valueCell(value: string | number | boolean | null, format = ",.7~g"): Cell {
  return value === null ? textCell("") : numberCell(Number(value), formatFigure(Number(value), format));
}

function verdict(agrees: string | number | boolean | null): string {
  if (agrees === null) return "not compared";
  return agrees === true ? "agrees" : "differs";
}
