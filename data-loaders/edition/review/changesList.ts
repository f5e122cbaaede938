import {verdictWords} from "../../../src/lib/narrative/verdict.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {Evidence} from "../../narrative/evidence/evaluateQueries.js";
import type {Changes} from "../changes/compareEditions.js";
import {datasetChanges} from "./datasetChanges.js";
import {type Cell, htmlTable, numberCell, textCell} from "./htmlTable.js";
import {type PageUse, pageLink, usesCell} from "./pageUses.js";

/** What a first edition says: what the page is for, with an example. */
const firstEdition = html`<div class="honesty"><p>This is the first edition, or the previous one is no longer in its place, so there is nothing to compare with yet. The next build from other data will be compared with this one. To compare with an edition kept elsewhere, build with <code>npm run build -- --against FILE-OR-ADDRESS</code>.</p></div>
<h2 id="example">What this page will show</h2>
<p>An example with invented values. It says nothing about this report.</p>
<div class="example">
${htmlTable(
  "Example of figures that moved",
  ["Figure", "Earlier", "Now", "Difference", "Page and line"],
  [
    [
      {html: html`Customers<br><code>example.customers</code>`},
      textCell("1,000"),
      textCell("1,040"),
      numberCell(40, "+40"),
      textCell("example/index:12"),
    ],
    [
      {html: html`Share of customers who call<br><code>example.share-who-call</code>`},
      textCell("42.0%"),
      textCell("39.5%"),
      numberCell(-0.025, "−0.025"),
      textCell("example/index:14"),
    ],
  ],
)}
${htmlTable(
  "Example of claims with another verdict",
  ["Claim", "Earlier", "Now", "Sentences"],
  [
    [
      {html: html`Most customers use online banking<br><code>example.most-online</code>`},
      textCell("holds"),
      textCell("does not hold"),
      {html: html`“Most use online banking.” <small>example/index:16</small>`},
    ],
  ],
)}
</div>
<p>Below these, for each data set: segments that grew or shrank, customers who changed segments, variables whose distribution drifted, and model coefficients that changed.</p>`;

/** What changed since an earlier edition, or that there is none. */
export function changesList(
  changes: Changes | null,
  evidence: Evidence,
  uses: ReadonlyMap<string, PageUse[]>,
): Markup {
  if (changes === null) return firstEdition;
  return joined(
    [
      comparedWith(changes),
      html`<h2 id="figures">Figures that moved</h2>`,
      figures(changes, evidence, uses),
      html`<h2 id="claims">Claims with another verdict</h2>`,
      claims(changes, evidence, uses),
      ...changes.datasets.map(datasetChanges),
    ],
    "\n",
  );
}

function comparedWith({earlier}: Changes): Markup {
  const inputs = earlier.inputs.map(
    ({name, rows, sha256, synthetic}) =>
      html`<li><code>${name}</code>${synthetic ? " (synthetic sample)" : ""}, ${rows.toLocaleString("en-GB")} rows, SHA-256 <code>${sha256}</code></li>`,
  );
  return html`<p>Compared with the earlier edition <code>${earlier.evidenceKey.slice(0, 12)}</code>, which was made from</p>\n<ul>${inputs}</ul>`;
}

function figures(changes: Changes, evidence: Evidence, uses: ReadonlyMap<string, PageUse[]>): Markup {
  if (changes.figures.length === 0) return html`<p>No figure moved.</p>`;
  const labels = new Map(evidence.figures.map(({id, label}) => [id, label]));
  const rows = changes.figures.map(({id, old, new: now, difference}): Cell[] => [
    {
      html: html`${labels.get(id) ?? ""}<br><code>${id}</code>`,
      sort: labels.get(id) ?? id,
    },
    textCell(old?.text ?? "not there"),
    textCell(now?.text ?? "gone"),
    difference === "" ? {html: html``} : numberCell(Number(now?.value) - Number(old?.value), difference),
    usesCell(uses.get(`figure ${id}`)),
  ]);
  return html`<p>${rows.length} figures differ.</p>\n${htmlTable("Figures that moved", ["Figure", "Earlier", "Now", "Difference", "Page and line"], rows)}`;
}

function claims(changes: Changes, evidence: Evidence, uses: ReadonlyMap<string, PageUse[]>): Markup {
  if (changes.claims.length === 0) return html`<p>No verdict changed.</p>`;
  const labels = new Map(evidence.claims.map(({id, label}) => [id, label]));
  const rows = changes.claims.map(({id, old, new: now}): Cell[] => [
    {
      html: html`${labels.get(id) ?? ""}<br><code>${id}</code>`,
      sort: labels.get(id) ?? id,
    },
    textCell(old === null ? "not there" : verdictWords[old]),
    textCell(now === null ? "gone" : verdictWords[now]),
    {
      html: joined(
        (uses.get(`claim ${id}`) ?? []).map(
          ({page, line, sentence = ""}) => html`“${sentence}” <small>${pageLink(page)}:${line}</small>`,
        ),
        html`<br>`,
      ),
      sort: id,
    },
  ]);
  return htmlTable("Claims with another verdict", ["Claim", "Earlier", "Now", "Sentences"], rows);
}
