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
  dialog.append(text("p", "Loading …"), closeButton(dialog));
  dialog.showModal();
  try {
    const evidence = await loadEvidence();
    const queries = premisesOf(id).map((premise) => evidence.queries[premise]);
    if (queries.length === 0 || queries.includes(undefined))
      throw new Error(`there is no evidence for ${id}`);
    const known = queries.filter((query) => query !== undefined);
    const nearby = figuresNearby(element);
    dialog.replaceChildren(
      known.length === 1
        ? content(known[0], evidence, printed, nearby)
        : conclusion(known, evidence, printed, nearby),
      closeButton(dialog),
    );
  } catch (error) {
    dialog.replaceChildren(
      text("p", error instanceof Error ? error.message : String(error)),
      closeButton(dialog),
    );
  }
  dialog.querySelector<HTMLElement>("button.primary")?.focus();
  return dialog;
}

/** Figures printed in the sentence's own paragraph, list item or heading. */
function figuresNearby(element: HTMLElement): string[] {
  const block = element.closest("p, li, dd, td, figcaption, h1, h2, h3");
  return Array.from(
    block?.querySelectorAll<HTMLElement>("data[data-figure]") ?? [],
    ({dataset}) => dataset.figure ?? "",
  );
}

function content(
  query: EvidenceQuery,
  evidence: EvidenceFile,
  printed: Printed,
  nearby: readonly string[],
): HTMLElement {
  const box = document.createElement("div");
  const isFigure = query.kind === "figure" || query.kind === "benchmark";
  box.append(
    text("h2", query.label),
    isFigure ? figureFacts(query, printed) : claimFacts(query, evidence, nearby),
  );
  box.append(recomputeRow(printed), origin(query, evidence));
  return box;
}

/** A sentence that rests on several claims: the verdict on all, then each. */
function conclusion(
  premises: readonly EvidenceQuery[],
  evidence: EvidenceFile,
  printed: Printed,
  nearby: readonly string[],
): HTMLElement {
  const box = document.createElement("div");
  const verdict = verdictOfAll(premises.map(({value}) => asVerdict(value)));
  box.append(
    text("h2", `A conclusion from ${premises.length} tests`),
    facts([["Result", resultWords[verdict]]]),
    recomputeRow(printed),
    ...premises.flatMap((premise) => [
      text("h3", premise.label),
      claimFacts(premise, evidence, nearby),
      origin(premise, evidence),
    ]),
  );
  return box;
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

function figureFacts(query: EvidenceQuery, {text: shown = query.text}: Printed): HTMLElement {
  const {unit = "", definition} = query.headers;
  const rows: [string, string | Node][] = [
    ["Printed", shown],
    [
      "Exact value",
      `${query.value ?? "none"}${unit === "" || unit === "text" || unit === "%" ? "" : ` ${unit}`}`,
    ],
    ["Unit", unit === "%" ? "share, from 0 to 1, printed in per cent" : unit],
    ["Definition", definition ?? "Computed as the query below says."],
  ];
  return facts(rows.filter(([, value]) => value !== ""));
}

function claimFacts(query: EvidenceQuery, {queries}: EvidenceFile, nearby: readonly string[]): HTMLElement {
  const readsTheSame = (id: string) => queries[id]?.tables.some((table) => query.tables.includes(table));
  const ids = [...new Set([...query.figures, ...nearby.filter(readsTheSame)])];
  const behind = ids.map((id) => queries[id]).filter((figure) => figure !== undefined);
  return facts([
    ["Result", result(query)],
    ...(query.kind === "claim"
      ? [["Evidence", evidenceStrength(query.headers.evidence)] as [string, string]]
      : [["Found", query.text] as [string, string]]),
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
    verdict.dataset.agrees = String(result.agrees);
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
  const read = databases.filter(({schema}) => query.tables.some((table) => table.startsWith(`${schema}.`)));
  return facts([
    ["Query", sql],
    ...(query.about === undefined ? [] : [["About", list(query.about)] as [string, Node]]),
    ["Tables", query.tables.length === 0 ? "none" : query.tables.join(", ")],
    ...read.map((database): [string, Node] => ["Input", inputFacts(database)]),
    ["Stands in", text("code", `${query.file}:${query.line}`)],
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

function closeButton(dialog: HTMLDialogElement): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "close";
  button.textContent = "Close";
  button.addEventListener("click", () => dialog.close());
  return button;
}
