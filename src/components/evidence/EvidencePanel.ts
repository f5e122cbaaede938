import type {EvidenceDatabase, EvidenceFile, EvidenceQuery} from "../../lib/narrative/evidenceFile.js";
import {evidenceStrength} from "../../lib/narrative/evidenceStrength.js";
import {premisesOf, type Verdict, verdictOfAll} from "../../lib/narrative/verdict.js";
import {loadEvidence} from "./loadEvidence.js";
import {type Printed, printedFigure, recompute} from "./recompute.js";

/**
 * Shows where a number or a sentence comes from, in a dialog: Escape closes it, and the focus goes back to
 * where it was.
 *
 * @param element the figure (`data-figure`), claim (`data-claim`) or listed query (`data-query`) touched
 * @param opener what gets the focus back
 */
export async function EvidencePanel(element: HTMLElement, opener: HTMLElement): Promise<HTMLDialogElement> {
  const {figure, claim, query: listed} = element.dataset;
  const id = figure ?? claim ?? listed ?? "";
  const printed: Printed = figure === undefined ? {id} : printedFigure(element);
  const dialog = document.createElement("dialog");
  dialog.className = "evidence-panel";
  dialog.setAttribute("aria-label", "Where this comes from");
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.append(heading(dialog, "Loading …"));
  dialog.showModal();
  try {
    const evidence = await loadEvidence();
    const queries = premisesOf(id).map((premise) => evidence.queries[premise]);
    if (queries.length === 0 || queries.includes(undefined))
      throw new Error(`there is no evidence for ${id}`);
    const known = queries.filter((query) => query !== undefined);
    const inSentence = figuresIn(element);
    const [title, ...content] =
      known.length === 1
        ? answer(known[0], evidence, printed, inSentence)
        : conclusion(known, evidence, printed, inSentence);
    dialog.replaceChildren(heading(dialog, title), ...content);
  } catch (error) {
    dialog.replaceChildren(heading(dialog, error instanceof Error ? error.message : String(error)));
  }
  // at its heading: a button further down would scroll the panel past it
  dialog.querySelector("h2")?.focus();
  return dialog;
}

/** Figures that the sentence itself prints. */
function figuresIn(element: HTMLElement): string[] {
  return Array.from(
    element.querySelectorAll<HTMLElement>("data[data-figure]"),
    ({dataset}) => dataset.figure ?? "",
  );
}

/** Title and parts of the panel: the answer, the test of it, then where it comes from. */
type Parts = [string, ...HTMLElement[]];

function answer(
  query: EvidenceQuery,
  evidence: EvidenceFile,
  printed: Printed,
  inSentence: readonly string[],
): Parts {
  const isFigure = query.kind === "figure" || query.kind === "benchmark";
  return [
    query.label,
    isFigure ? figureAnswer(query, printed) : facts([["Result", result(query)]]),
    recomputeRow(printed),
    isFigure ? figureFacts(query) : claimFacts(query, evidence, inSentence),
    origin(query, evidence),
  ];
}

/** A sentence that rests on several claims: the verdict on all, then each. */
function conclusion(
  premises: readonly EvidenceQuery[],
  evidence: EvidenceFile,
  printed: Printed,
  inSentence: readonly string[],
): Parts {
  const verdict = verdictOfAll(premises.map(({value}) => asVerdict(value)));
  return [
    `A conclusion from ${premises.length} tests`,
    facts([["Result", resultWords[verdict]]]),
    recomputeRow(printed),
    ...premises.flatMap((premise) => [
      text("h3", premise.label),
      facts([["Result", result(premise)]]),
      claimFacts(premise, evidence, inSentence),
      origin(premise, evidence),
    ]),
  ];
}

const resultWords: Readonly<Record<Verdict, string>> = {
  holds: "Holds",
  fails: "Does not hold",
  untestable: "Nothing to test: these data hold nothing that the sentence speaks of",
};

function asVerdict(value: EvidenceQuery["value"]): Verdict {
  return value === "holds" || value === "untestable" ? value : "fails";
}

function result({kind, value}: EvidenceQuery): string {
  if (kind === "claim") return resultWords[asVerdict(value)];
  return resultWords[value === true ? "holds" : "fails"];
}

function figureAnswer(query: EvidenceQuery, {text: shown = query.text}: Printed): HTMLElement {
  const {unit = ""} = query.headers;
  const after = unit === "" || unit === "text" || unit === "%" ? "" : ` ${unit}`;
  return facts([
    ["Printed", shown],
    ["Exact value", `${query.value ?? "none"}${after}`],
  ]);
}

function figureFacts({headers: {unit = "", definition}, label, sample = ""}: EvidenceQuery): HTMLElement {
  const rows: [string, string][] = [
    ["Definition", `${definition ?? `${label}.`} ${sample}`.trimEnd()],
    ["Unit", unit === "%" ? "share, from 0 to 1, printed in percent" : unit],
  ];
  return facts(rows.filter(([, value]) => value !== ""));
}

function claimFacts(
  query: EvidenceQuery,
  {queries}: EvidenceFile,
  inSentence: readonly string[],
): HTMLElement {
  const ids = [...new Set([...query.figures, ...inSentence])];
  const behind = ids.map((id) => queries[id]).filter((figure) => figure !== undefined);
  return facts([
    query.kind === "claim" ? ["Evidence", evidenceStrength(query.headers.evidence)] : ["Found", query.text],
    ...(query.sample === undefined ? [] : [["Sample", query.sample] as [string, string]]),
    ...(query.elsewhere === undefined ? [] : [["Other analyses", query.elsewhere] as [string, string]]),
    ...(behind.length === 0
      ? []
      : [["Figures", list(behind.map((figure) => `${figure.label}: ${figure.text}`))] as [string, Node]]),
  ]);
}

function recomputeRow(printed: Printed): HTMLElement {
  const row = document.createElement("div");
  row.className = "recompute";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "primary";
  button.textContent = "Recompute here";
  const verdict = text("p", "Runs the query in your own browser, on the published tables.");
  verdict.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    button.disabled = true;
    verdict.textContent = "The database engine is loading …";
    const result = await recompute(printed);
    verdict.textContent = result.verdict;
    verdict.dataset.agrees = result.isOfPublishedRows ? "published" : String(result.agrees);
    button.disabled = false;
    button.focus();
  });
  row.append(button, verdict);
  return row;
}

function origin(query: EvidenceQuery, {databases}: EvidenceFile): HTMLElement {
  const sql = text("pre", query.sql);
  sql.tabIndex = 0;
  sql.setAttribute("aria-label", "Query");
  const definitions = Object.assign({}, ...databases.map(({tables}) => tables));
  const describe = (table: string) => [table, definitions[table]].filter(Boolean).join(": ");
  const read = databases.filter(({schema}) => query.tables.some((table) => table.startsWith(`${schema}.`)));
  return facts([
    ["Query", sql],
    ...(query.about === undefined ? [] : [["About", list(query.about)] as [string, Node]]),
    ["Tables", query.tables.length === 0 ? "none" : list(query.tables.map(describe))],
    ...read.map((database): [string, Node] => ["Input", inputFacts(database)]),
    ["Written in", text("code", `${query.file}:${query.line}`)],
  ]);
}

function inputFacts({title, input}: EvidenceDatabase): HTMLElement {
  const box = document.createElement("span");
  const kind = input.synthetic ? "synthetic sample, " : "";
  box.append(
    `${title}: ${kind}${input.name}, ${input.rows.toLocaleString("en-GB")} rows, SHA-256 `,
    text("code", input.sha256),
  );
  return box;
}

function facts(rows: readonly [string, string | Node][]): HTMLElement {
  const dl = document.createElement("dl");
  for (const [name, value] of rows) {
    const dd = document.createElement("dd");
    dd.append(value);
    dl.append(text("dt", name), dd);
  }
  return dl;
}

function list(items: readonly string[]): HTMLElement {
  const ul = document.createElement("ul");
  ul.append(...items.map((item) => text("li", item)));
  return ul;
}

function text(name: string, content: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = content;
  return element;
}

/** The heading, which has the focus when the panel opens, and a button to close it, always in reach. */
function heading(dialog: HTMLDialogElement, title: string): HTMLElement {
  const bar = document.createElement("header");
  const name = text("h2", title);
  name.tabIndex = -1;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  bar.append(name, close);
  return bar;
}
