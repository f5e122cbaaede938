import {create} from "npm:d3";
import {formatFigure} from "../lib/formatFigure.js";
import type {Finding} from "../lib/input/finding.js";
import type {SavedModel} from "../lib/scoring/savedModel.js";
import {type ScoredRow, scoreFile} from "../lib/scoring/scoreFile.js";
import {scoresTable} from "../lib/scoring/scoresTable.js";
import {toCsv} from "../lib/toCsv.js";
import {NumberTable} from "./NumberTable.js";

/** Bad rows that are listed; the rest are counted. */
const LISTED = 100;

/** Takes a CSV file of many customers, scores it in this page with progress, and gives the result to download. */
export function ScoreFile(model: SavedModel): HTMLElement {
  const root = create("div").attr("class", "score-file").node() as HTMLDivElement;
  const input = Object.assign(document.createElement("input"), {type: "file", accept: ".csv,text/csv"});
  const label = document.createElement("label");
  label.append(`CSV file of ${model.title} customers `, input);
  const progress = Object.assign(document.createElement("progress"), {max: 1, value: 0, hidden: true});
  progress.setAttribute("aria-label", "Part of the file that is scored");
  const result = create("div").attr("aria-live", "polite").node() as HTMLDivElement;
  let run = 0;
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const current = ++run;
    progress.hidden = false;
    progress.value = 0;
    result.replaceChildren();
    const rows: ScoredRow[] = [];
    const problems: Finding[] = [];
    for (const piece of scoreFile(new Uint8Array(await file.arrayBuffer()), model)) {
      for (const row of piece.rows) rows.push(row);
      for (const problem of piece.problems) problems.push(problem);
      progress.value = piece.share;
      // Lets the page draw, and a newly chosen file take over.
      await new Promise((resolve) => setTimeout(resolve));
      if (current !== run) return;
    }
    progress.hidden = true;
    result.replaceChildren(...outcome(model, rows, problems));
  });
  root.append(label, progress, result);
  return root;
}

function outcome(model: SavedModel, rows: readonly ScoredRow[], problems: readonly Finding[]): HTMLElement[] {
  const badRows = new Set(problems.map(({line}) => line)).size;
  const whole = problems.find(({line}) => line === null);
  const summary = create("p").attr("class", "score-summary");
  if (whole !== undefined) {
    summary.text(`Cannot use this file: found ${whole.found}; expected ${whole.expected}. ${whole.remedy}`);
    return [summary.node() as HTMLElement];
  }
  const count = (n: number, what: string) => `${formatFigure(n, ",d")} ${what}${n === 1 ? "" : "s"}`;
  summary.text(`${count(rows.length, "customer")} scored, ${count(badRows, "row")} left out.`);
  return [
    summary.node() as HTMLElement,
    ...(rows.length > 0 ? [sizes(model, rows), download(model, rows)] : []),
    ...(problems.length > 0 ? [problemList(problems)] : []),
  ];
}

function sizes({segments}: SavedModel, rows: readonly ScoredRow[]): HTMLElement {
  return NumberTable(
    ["Segment", "Customers", "Share", "Mean risk"],
    segments.map(({name}, i) => {
      const members = rows.filter(({score}) => score.segment === i);
      const mean = members.reduce((sum, {score}) => sum + score.probability, 0) / members.length;
      return [
        name,
        formatFigure(members.length, ",d"),
        formatFigure(members.length / rows.length, ".1%"),
        members.length === 0 ? "" : formatFigure(mean, ".1%"),
      ];
    }),
  );
}

function download(model: SavedModel, rows: readonly ScoredRow[]): HTMLElement {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Download the scores (CSV)",
  });
  button.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([toCsv(scoresTable(rows, model))], {type: "text/csv"}));
    Object.assign(document.createElement("a"), {href: url, download: `${model.dataset}-scores.csv`}).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
  return button;
}

function problemList(problems: readonly Finding[]): HTMLElement {
  const details = create("details").attr("open", "");
  details.append("summary").text("Rows that were left out");
  const list = details.append("ul");
  for (const {line, column, found, expected} of problems.slice(0, LISTED))
    list
      .append("li")
      .text(
        `Line ${line}${column === null ? "" : `, column ${column}`}: found ${found}; expected ${expected}.`,
      );
  if (problems.length > LISTED)
    list.append("li").text(`… and ${formatFigure(problems.length - LISTED, ",d")} more.`);
  return details.node() as HTMLElement;
}
