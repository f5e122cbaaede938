import {verdictWords} from "../../../src/lib/narrative/verdict.js";
import {escapeHtml} from "../../engine/html/escapeHtml.js";
import type {Evidence} from "../../narrative/evidence/evaluateQueries.js";
import type {Changes} from "../changes/compareEditions.js";
import {datasetChanges} from "./datasetChanges.js";
import {type Cell, htmlTable, numberCell, textCell} from "./htmlTable.js";
import {type PageUse, pageLink, usesCell} from "./pageUses.js";

/** What changed since an earlier edition, or that there is none. */
export function changesList(
  changes: Changes | null,
  evidence: Evidence,
  uses: ReadonlyMap<string, PageUse[]>,
): string {
  if (changes === null)
    return '<div class="honesty"><p>There is no earlier edition to compare with: this is the first build, or the last one is gone. To name one, build with <code>npm run build -- --against FILE-OR-ADDRESS</code>.</p></div>';
  return [
    comparedWith(changes),
    '<h2 id="figures">Figures that moved</h2>',
    figures(changes, evidence, uses),
    '<h2 id="claims">Claims with another verdict</h2>',
    claims(changes, evidence, uses),
    ...changes.datasets.map(datasetChanges),
  ].join("\n");
}

function comparedWith({earlier}: Changes): string {
  const inputs = earlier.inputs.map(
    ({name, rows, sha256, synthetic}) =>
      `<li><code>${escapeHtml(name)}</code>${synthetic ? " (synthetic sample)" : ""}, ${rows.toLocaleString("en-GB")} rows, SHA-256 <code>${sha256}</code></li>`,
  );
  return `<p>Compared with the earlier edition <code>${earlier.evidenceKey.slice(0, 12)}</code>, which was made from</p>\n<ul>${inputs.join("")}</ul>`;
}

function figures(changes: Changes, evidence: Evidence, uses: ReadonlyMap<string, PageUse[]>): string {
  if (changes.figures.length === 0) return "<p>No figure moved.</p>";
  const labels = new Map(evidence.figures.map(({id, label}) => [id, label]));
  const rows = changes.figures.map(({id, old, new: now, difference}): Cell[] => [
    {
      html: `${escapeHtml(labels.get(id) ?? "")}<br><code>${escapeHtml(id)}</code>`,
      sort: labels.get(id) ?? id,
    },
    textCell(old?.text ?? "not there"),
    textCell(now?.text ?? "gone"),
    difference === "" ? {html: ""} : numberCell(Number(now?.value) - Number(old?.value), difference),
    usesCell(uses.get(`figure ${id}`)),
  ]);
  return `<p>${rows.length} figures differ.</p>\n${htmlTable("Figures that moved", ["Figure", "Earlier", "Now", "Difference", "Page and line"], rows)}`;
}

function claims(changes: Changes, evidence: Evidence, uses: ReadonlyMap<string, PageUse[]>): string {
  if (changes.claims.length === 0) return "<p>No verdict changed.</p>";
  const labels = new Map(evidence.claims.map(({id, label}) => [id, label]));
  const rows = changes.claims.map(({id, old, new: now}): Cell[] => [
    {
      html: `${escapeHtml(labels.get(id) ?? "")}<br><code>${escapeHtml(id)}</code>`,
      sort: labels.get(id) ?? id,
    },
    textCell(old === null ? "not there" : verdictWords[old]),
    textCell(now === null ? "gone" : verdictWords[now]),
    {
      html: (uses.get(`claim ${id}`) ?? [])
        .map(
          ({page, line, sentence = ""}) =>
            `“${escapeHtml(sentence)}” <small>${pageLink(page)}:${line}</small>`,
        )
        .join("<br>"),
      sort: id,
    },
  ]);
  return htmlTable("Claims with another verdict", ["Claim", "Earlier", "Now", "Sentences"], rows);
}
