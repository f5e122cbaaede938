import {escapeHtml} from "../../engine/html/escapeHtml.js";
import type {Statement} from "../../narrative/evidence/evaluateQueries.js";
import {type Cell, htmlTable, queryCell} from "./htmlTable.js";

/** What other documents said, document by document, each statement with our verdict and what was found. */
export function statementsList(statements: readonly Statement[]): string {
  const count = (holds: boolean | null) => statements.filter((statement) => statement.holds === holds).length;
  const documents = [...new Set(statements.map(documentOf))];
  return [
    `<p>Of ${statements.length} statements ${count(true)} hold, ${count(false)} do not, and ${count(null)} cannot be tested with these data.</p>`,
    '<section data-recompute="statements">',
    ...documents.map((document) => {
      const rows = statements.filter((statement) => documentOf(statement) === document).map(statementRow);
      return `<h2 id="${anchor(document)}">${escapeHtml(document)}</h2>\n${htmlTable(`Statements of ${document}`, ["The source says", "Verdict", "Found", "Query"], rows)}`;
    }),
    "</section>",
  ].join("\n");
}

/** A place reads "document, section". */
function documentOf({headers}: Statement): string {
  return (headers.place ?? "").split(",")[0];
}

function anchor(document: string): string {
  return document.toLowerCase().replaceAll(/\W+/g, "-").replace(/-$/, "");
}

function statementRow(statement: Statement): Cell[] {
  const {id, label, holds, found, headers, sql} = statement;
  const place = (headers.place ?? "").split(",").slice(1).join(",").trim();
  const verdict = holds === null ? "cannot be tested" : holds ? "holds" : "does not hold";
  const touch = holds === null ? verdict : `<span class="verdict" data-query="${id}">${verdict}</span>`;
  const explained = [found, headers.untestable ?? "", headers.note ?? ""].filter((text) => text !== "");
  return [
    {html: `“${escapeHtml(label)}”<br><small>${escapeHtml(place)}</small>`, sort: label},
    {html: touch, sort: verdict},
    {html: explained.map(escapeHtml).join("<br>"), sort: found},
    sql === "" ? {html: ""} : queryCell(sql),
  ];
}
