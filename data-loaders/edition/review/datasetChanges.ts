import {formatFigure} from "../../../src/lib/narrative/formatFigure.js";
import {html, joined, type Markup} from "../../engine/html/markup.js";
import type {DatasetChanges} from "../changes/compareEditions.js";
import type {CustomerMove} from "../changes/customerMoves.js";
import {type FlowNode, flowChart} from "./flowChart.js";
import {type Cell, htmlTable, numberCell, textCell} from "./htmlTable.js";

/** What changed in one data set: segments, customers who moved, variables, coefficients. */
export function datasetChanges(changes: DatasetChanges): Markup {
  return joined(
    [
      html`<h2 id="${changes.dataset}">${changes.title}</h2>`,
      html`<h3>Segments that grew or shrank</h3>`,
      segments(changes),
      html`<h3>Customers who moved</h3>`,
      moves(changes),
      html`<h3>Variables that drifted</h3>`,
      variables(changes),
      html`<h3>Model coefficients that changed</h3>`,
      coefficients(changes),
    ],
    "\n",
  );
}

function segments({segments: rows, title}: DatasetChanges): Markup {
  if (rows.every((row) => row.old === row.new)) return html`<p>No segment changed its size.</p>`;
  return htmlTable(
    `Segments of ${title}`,
    ["Segment", "Earlier", "Now", "Difference"],
    rows.map((row) => [
      textCell(row.name),
      row.old === null ? textCell("not there") : numberCell(row.old),
      row.new === null ? textCell("gone") : numberCell(row.new),
      growth((row.new ?? 0) - (row.old ?? 0)),
    ]),
  );
}

function growth(difference: number): Cell {
  return numberCell(difference, difference === 0 ? "0" : formatFigure(difference, "+,d"));
}

function moves({moves: all, segments: known, title}: DatasetChanges): Markup {
  if (all === null)
    return html`<p>Customers cannot be followed: the earlier edition's database is not beside its manifest.</p>`;
  const count = (rows: readonly CustomerMove[]) => rows.reduce((sum, {customers}) => sum + customers, 0);
  const stayers = all.filter(({from, to}) => from !== null && to !== null);
  if (stayers.length === 0)
    return html`<p>Customers cannot be followed: the editions have no pseudonym in common. Either the customers are different, or the pseudonyms were made with another secret, or a file has no keys.</p>`;
  const moved = all.filter(({from, to}) => from !== to);
  if (moved.length === 0) return html`<p>No customer changed segments.</p>`;
  const nodes: FlowNode[] = [
    ...known.map(({segment, name}, i) => ({segment, name, color: `var(--segment-${i + 1})`})),
    {segment: null, name: "Not there", color: "var(--theme-foreground-muted)"},
  ];
  const named = (segment: string | null) =>
    nodes.find((node) => node.segment === segment)?.name ?? segment ?? "";
  const summary = `${count(moved.filter(({from, to}) => from !== null && to !== null))} changed segments, ${count(all.filter(({from}) => from === null))} are new, ${count(all.filter(({to}) => to === null))} are gone. Customers whose key appears in several rows are left out.`;
  const table = htmlTable(
    `Customers of ${title} who moved`,
    ["From", "To", "Customers"],
    all.map(({from, to, customers}) => [textCell(named(from)), textCell(named(to)), numberCell(customers)]),
  );
  return html`<p>${summary}</p>
<figure class="chart"><figcaption>Earlier segments on the left, current ones on the right; the width of a band is its number of customers</figcaption><div role="img" aria-label="${`${title}. ${summary}`}"><div class="chart-wide" aria-hidden="true">${flowChart(all, nodes, 688)}</div><div class="chart-narrow" aria-hidden="true">${flowChart(all, nodes, 344)}</div></div><details class="chart-data"><summary>Data of this chart</summary>${table}</details></figure>`;
}

function variables({variables: rows, title}: DatasetChanges): Markup {
  if (rows.length === 0) return html`<p>No variable is in both editions.</p>`;
  const reading = (index: number) => (index < 0.1 ? "stable" : index <= 0.25 ? "some drift" : "shifted");
  return html`<p>The population stability index compares the shares of customers in bins, which are the tenths of the earlier edition, or fewer where many customers share a value. An empty bin counts as one customer in ten thousand. As a rule of thumb, below 0.1 is stable and above 0.25 is a shift.</p>\n${htmlTable(
    `Population stability of ${title}`,
    ["Variable", "Index", "Reading"],
    rows.map(({label, index}) => [
      textCell(label),
      numberCell(index, formatFigure(index, ".3f")),
      textCell(reading(index)),
    ]),
  )}`;
}

function coefficients({coefficients: rows, title}: DatasetChanges): Markup {
  if (rows.length === 0) return html`<p>No coefficient changed.</p>`;
  const cell = (value: number | null) =>
    value === null ? textCell("not there") : numberCell(value, formatFigure(value, ".4f"));
  return htmlTable(
    `Coefficients of ${title}`,
    ["Model", "Term", "Earlier", "Now", "Difference"],
    rows.map(({model, term, old, new: now}) => [
      textCell(model),
      textCell(term),
      cell(old),
      cell(now),
      old === null || now === null ? textCell("") : numberCell(now - old, formatFigure(now - old, "+.4f")),
    ]),
  );
}
