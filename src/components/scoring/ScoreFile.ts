import {create} from "npm:d3";
import {csvLines} from "../../lib/database/csvLines.js";
import type {Finding} from "../../lib/input/finding.js";
import {kindPlaces, kindSentence, problemKinds} from "../../lib/input/problemKinds.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {SavedModel} from "../../lib/scoring/savedModel.js";
import {type ScoredPiece, scoreFile} from "../../lib/scoring/scoreFile.js";
import {scoresTable} from "../../lib/scoring/scoresTable.js";
import {downloadFile} from "../elements/downloadFile.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

/** Bad rows that are listed; the rest are counted. */
const LISTED = 100;
/** Milliseconds after which the page may draw and answer. */
const TURN = 30;

/** What is said of a file that the browser cannot open: a folder, or one that was changed or moved after it was chosen. */
const UNREAD: ScoredPiece = {
  share: 1,
  rows: [],
  problems: [
    {
      line: null,
      column: null,
      found: "nothing that the browser can read",
      expected: "a CSV file",
      remedy: "If it was changed or moved since, choose it again.",
    },
  ],
  isRefused: true,
};

/** What has been scored so far. The rows are kept as the text to download: as objects, long files would fill the memory. */
interface Scored {
  /** Name of the file. */
  name: string;
  csv: string[];
  customers: number;
  /** Of each segment. */
  sizes: number[];
  riskSums: number[];
  problems: Finding[];
  isRefused: boolean;
}

/** Takes a CSV file of many customers, scores it in this page with progress, and gives the result to download. */
export function ScoreFile(model: SavedModel): HTMLElement {
  const root = element("div", {class: "score-file"});
  const input = Object.assign(document.createElement("input"), {type: "file", accept: ".csv,text/csv"});
  const label = document.createElement("label");
  label.append(`CSV file of ${model.title} customers `, input);
  const progress = Object.assign(document.createElement("progress"), {max: 1, value: 0, hidden: true});
  progress.setAttribute("aria-label", "Part of the file that is scored");
  const result = element("div", {"aria-live": "polite"});
  let run = 0;
  // so that a file that was corrected can be chosen again under its name
  input.addEventListener("click", () => {
    input.value = "";
  });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const current = ++run;
    // a file or a data set chosen meanwhile takes over
    const isOvertaken = () => current !== run || !root.isConnected;
    progress.hidden = false;
    progress.value = 0;
    result.replaceChildren();
    const scored: Scored = {
      name: file.name,
      csv: [],
      customers: 0,
      sizes: model.segments.map(() => 0),
      riskSums: model.segments.map(() => 0),
      problems: [],
      isRefused: false,
    };
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (isOvertaken()) return;
    let turn = performance.now();
    for (const piece of bytes === undefined ? [UNREAD] : scoreFile(new Uint8Array(bytes), model, file.name)) {
      add(scored, piece, model);
      progress.value = piece.share;
      if (performance.now() - turn < TURN) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (isOvertaken()) return;
      turn = performance.now();
    }
    progress.hidden = true;
    result.replaceChildren(...outcome(model, scored));
  });
  root.append(label, progress, result);
  return root;
}

function add(scored: Scored, {rows, problems, isRefused}: ScoredPiece, model: SavedModel): void {
  scored.isRefused ||= isRefused;
  const [names, ...lines] = scoresTable(rows, model);
  scored.csv.push(csvLines(scored.csv.length === 0 ? [names, ...lines] : lines));
  scored.customers += rows.length;
  for (const {score} of rows) {
    scored.sizes[score.segment]++;
    scored.riskSums[score.segment] += score.probability;
  }
  for (const problem of problems) scored.problems.push(problem);
}

function outcome(model: SavedModel, scored: Scored): HTMLElement[] {
  const {name, customers, problems, isRefused} = scored;
  const badRows = new Set(problems.map(({line}) => line)).size;
  const count = (n: number, what: string) => `${formatFigure(n, ",d")} ${what}${n === 1 ? "" : "s"}`;
  const summary = create("p").attr("class", "score-summary");
  if (isRefused) summary.text(`${name} cannot be used.`);
  else if (customers + badRows === 0)
    summary.text(`${name} has no customer: below the names there is no line with values.`);
  else summary.text(`${name}: ${count(customers, "customer")} scored, ${count(badRows, "row")} left out.`);
  return [
    summary.node() as HTMLElement,
    ...(customers > 0 ? [sizes(model, scored), download(model, scored.csv)] : []),
    ...(problems.length > 0 ? [problemList(isRefused ? "Why" : "Rows that were left out", problems)] : []),
  ];
}

function sizes({segments, risk}: SavedModel, {customers, sizes: members, riskSums}: Scored): HTMLElement {
  return NumberTable(
    ["Segment", "Customers", "Share", ...(risk === undefined ? [] : ["Mean risk"])],
    segments.map(({name}, i) => [
      name,
      formatFigure(members[i], ",d"),
      formatFigure(members[i] / customers, ".1%"),
      ...(risk === undefined ? [] : [members[i] === 0 ? "" : formatFigure(riskSums[i] / members[i], ".1%")]),
    ]),
  );
}

function download(model: SavedModel, csv: readonly string[]): HTMLElement {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Download the scores (CSV)",
  });
  button.addEventListener("click", () => downloadFile(csv, `${model.dataset}-scores.csv`, "text/csv"));
  return button;
}

function problemList(title: string, problems: readonly Finding[]): HTMLElement {
  const details = create("details").attr("open", "");
  details.append("summary").text(title);
  const list = details.append("ul");
  const kinds = problemKinds(problems);
  for (const kind of kinds.slice(0, LISTED)) list.append("li").text(describe(kind));
  if (kinds.length > LISTED)
    list.append("li").text(`… and ${formatFigure(kinds.slice(LISTED).flat().length, ",d")} more.`);
  return details.node() as HTMLElement;
}

/** Rows with the same fault are one message. */
function describe(kind: readonly Finding[]): string {
  const [{column}] = kind;
  const place = [kindPlaces(kind, "line"), column === null ? "" : `column ${column}`]
    .filter((part) => part !== "")
    .join(", ");
  return capital(place === "" ? kindSentence(kind) : `${place}: ${kindSentence(kind)}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
