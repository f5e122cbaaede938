import {csvLines} from "../../lib/database/csvLines.js";
import type {Finding, Place} from "../../lib/input/finding.js";
import {kindPlaces, kindSentence, problemKinds} from "../../lib/input/problemKinds.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {TextRecords} from "../../lib/scoring/parquetRecords.js";
import {estimateName, type SavedModel} from "../../lib/scoring/savedModel.js";
import {fitsModel, type ScoredPiece, scoreFile, scoreRecords} from "../../lib/scoring/scoreFile.js";
import {scoresTable} from "../../lib/scoring/scoresTable.js";
import {downloadFile} from "../elements/downloadFile.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

/** Bad rows that are listed; the rest are counted. */
const LISTED = 100;
/** Milliseconds after which the page may draw and answer. */
const TURN = 30;

/** What is said of a file that the browser cannot open: a folder, or one that was changed or moved after it was chosen. */
const UNREAD: Finding = {
  line: null,
  column: null,
  found: "nothing that the browser can read",
  expected: "a CSV or Parquet file",
  remedy: "If it was changed or moved since, choose it again.",
};

/** What has been scored so far. The rows are kept as the text to download: as objects, long files would fill the memory. */
interface Scored {
  /** Name of the file. */
  name: string;
  csv: string[];
  customers: number;
  /** What a customer's place in the file is called. */
  place: "line" | "row";
  /** Of each segment: customers, those for whom the rule holds, and the sum of the probabilities. */
  sizes: number[];
  rulesHeld: number[];
  estimates: number[];
  problems: Finding[];
  isRefused: boolean;
}

/**
 * Takes a CSV or Parquet file of many customers, scores it in this page with progress, and gives the result to download.
 *
 * @param others models of the other data sets: a file that is one of theirs can be scored as such
 */
export function ScoreFile(model: SavedModel, others: readonly SavedModel[]): HTMLElement {
  const root = element("div", {class: "score-file"});
  const input = Object.assign(document.createElement("input"), {
    type: "file",
    accept: ".csv,text/csv,.parquet",
  });
  const label = element("label", {}, `CSV or Parquet file of ${model.title} customers `, input);
  const progress = Object.assign(document.createElement("progress"), {max: 1, value: 0, hidden: true});
  progress.setAttribute("aria-label", "Part of the file that is scored");
  const result = element("div", {"aria-live": "polite"});
  let run = 0;
  // so that a file that was corrected can be chosen again under its name
  input.addEventListener("click", () => {
    input.value = "";
  });
  const score = async (file: File, by: SavedModel) => {
    const current = ++run;
    // a file or a data set chosen meanwhile takes over
    const isOvertaken = () => current !== run || !root.isConnected;
    progress.hidden = false;
    progress.value = 0;
    result.replaceChildren();
    const source = await readFile(file, by);
    if (isOvertaken()) return;
    const scored = beginWith(file.name, by, source);
    let turn = performance.now();
    for (const piece of piecesOf(source, by, file.name)) {
      add(scored, piece, by);
      progress.value = piece.share;
      if (performance.now() - turn < TURN) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (isOvertaken()) return;
      turn = performance.now();
    }
    progress.hidden = true;
    result.replaceChildren(...outcome(by, scored));
    const fitting = scored.isRefused ? others.find((other) => isOf(source, other)) : undefined;
    if (fitting !== undefined) result.append(offer(fitting, () => score(file, fitting)));
  };
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file !== undefined) score(file, model);
  });
  root.append(label, progress, result);
  return root;
}

/** A file as text, as a table, or why it can be neither. */
type Source = {text: Uint8Array} | {table: TextRecords} | {problem: Finding};

async function readFile(file: File, {dialect}: SavedModel): Promise<Source> {
  const buffer = await file.arrayBuffer().catch(() => undefined);
  if (buffer === undefined) return {problem: UNREAD};
  const bytes = new Uint8Array(buffer);
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== "PAR1") return {text: bytes};
  // loaded with the first such file
  const {parquetRecords} = await import("../../lib/scoring/parquetRecords.js");
  const read = await parquetRecords(bytes, dialect);
  return "records" in read ? {table: read} : {problem: read};
}

function piecesOf(source: Source, model: SavedModel, name: string): Iterable<ScoredPiece> {
  if ("text" in source) return scoreFile(source.text, model, name);
  if ("table" in source) return scoreRecords(source.table, model);
  return [{share: 1, rows: [], problems: [source.problem], isRefused: true}];
}

function isOf(source: Source, model: SavedModel): boolean {
  return "problem" in source ? false : fitsModel("text" in source ? source.text : source.table, model);
}

function beginWith(name: string, model: SavedModel, source: Source): Scored {
  return {
    name,
    place: "table" in source ? "row" : "line",
    csv: [],
    customers: 0,
    sizes: model.segments.map(() => 0),
    rulesHeld: model.segments.map(() => 0),
    estimates: model.segments.map(() => 0),
    problems: [],
    isRefused: false,
  };
}

/** What to do with a file that is another data set's. */
function offer({title}: SavedModel, take: () => void): HTMLElement {
  const button = element("button", {type: "button"}, `Score it as ${title}`);
  button.addEventListener("click", take);
  return element("p", {}, `It has the columns of ${title}. `, button);
}

function add(scored: Scored, {rows, problems, isRefused}: ScoredPiece, model: SavedModel): void {
  scored.isRefused ||= isRefused;
  const [names, ...lines] = scoresTable(rows, model, scored.place);
  scored.csv.push(csvLines(scored.csv.length === 0 ? [names, ...lines] : lines));
  scored.customers += rows.length;
  for (const {score} of rows) {
    scored.sizes[score.segment]++;
    if (score.rule) scored.rulesHeld[score.segment]++;
    scored.estimates[score.segment] += score.probability;
  }
  for (const problem of problems) scored.problems.push(problem);
}

function outcome(model: SavedModel, scored: Scored): HTMLElement[] {
  const {name, customers, problems, isRefused} = scored;
  const badRows = new Set(problems.map(({line}) => line)).size;
  const count = (n: number, what: string) => `${formatFigure(n, ",d")} ${what}${n === 1 ? "" : "s"}`;
  const summary = isRefused
    ? `${name} cannot be used.`
    : customers + badRows === 0
      ? `${name} has no customer: below the names there is no ${scored.place} with values.`
      : `${name}: ${count(customers, "customer")} scored, ${count(badRows, "row")} left out.`;
  return [
    element("p", {class: "score-summary"}, summary),
    ...(customers > 0 ? [sizes(model, scored), download(model, scored.csv)] : []),
    ...(problems.length > 0
      ? [problemList(isRefused ? "Why" : "Rows that were left out", problems, scored.place)]
      : []),
  ];
}

function sizes(model: SavedModel, scored: Scored): HTMLElement {
  const {segments, risk} = model;
  const {customers, sizes: members, rulesHeld, estimates} = scored;
  const hasRule = risk?.rule !== undefined;
  return NumberTable(
    [
      "Segment",
      "Customers",
      "Share",
      ...(hasRule ? ["Rule: yes"] : []),
      ...(risk === undefined
        ? []
        : [estimateName(model) === "guess" ? "Mean guess of the others" : "Mean risk"]),
    ],
    segments.map(({name}, i) => [
      name,
      formatFigure(members[i], ",d"),
      formatFigure(members[i] / customers, ".1%"),
      ...(hasRule ? [formatFigure(rulesHeld[i], ",d")] : []),
      ...(risk === undefined ? [] : [members[i] === 0 ? "" : formatFigure(estimates[i] / members[i], ".1%")]),
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

function problemList(title: string, problems: readonly Finding[], place: Place): HTMLElement {
  const kinds = problemKinds(problems);
  const items = kinds.slice(0, LISTED).map((kind) => describe(kind, place));
  const rest = kinds.slice(LISTED).flat().length;
  if (rest > 0) items.push(`… and ${formatFigure(rest, ",d")} more.`);
  return element(
    "details",
    {open: ""},
    element("summary", {}, title),
    element("ul", {}, ...items.map((item) => element("li", {}, item))),
  );
}

/** Rows with the same fault are one message. */
function describe(kind: readonly Finding[], unit: Place): string {
  const [{column}] = kind;
  const place = [kindPlaces(kind, unit), column === null ? "" : `column ${column}`]
    .filter((part) => part !== "")
    .join(", ");
  return capital(place === "" ? kindSentence(kind) : `${place}: ${kindSentence(kind)}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
