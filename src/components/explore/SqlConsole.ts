import {DatabaseError} from "../../lib/database/databaseError.js";
import {engineMegabytes, openDatabase} from "../database/openDatabase.js";
import {element} from "../elements/element.js";
import {formatQuery} from "./formatQuery.js";
import {HistoryList} from "./HistoryList.js";
import {pageExamples} from "./pageExamples.js";
import {pageTables} from "./pageTables.js";
import {describeOutcome, QueryFailure, QueryOutcome} from "./QueryOutcome.js";
import type {HistoryStorage} from "./queryHistory.js";
import {putQueryInAddress, queryInAddress} from "./queryInAddress.js";
import {SqlEditor} from "./SqlEditor.js";
import {TableTree} from "./TableTree.js";

/** More rows than these a browser may not hold. */
const rowLimit = 1_000_000;

/**
 * A box for SQL on the published tables. The first run loads the database engine. The page's own SQL fences
 * become example buttons, and its list of tables gets buttons that show their rows.
 */
export function SqlConsole(): HTMLElement {
  const examples = pageExamples(document);
  const tables = pageTables(document);
  const runButton = button("Run query", run, "run");
  const editor = SqlEditor(
    queryInAddress(location) || (examples[0]?.sql ?? ""),
    tables,
    run,
    (isSelected) => {
      runButton.textContent = isSelected ? "Run selection" : "Run query";
    },
  );
  const stopButton = button("Stop", () => running?.abort());
  const bar = element("progress", {"aria-label": "Database engine"});
  const status = element("span", {role: "status"});
  const outcome = element("div", {class: "outcome"});
  const history = HistoryList(storageOfBrowser(), choose);
  let running: AbortController | undefined;
  let isLoaded = false;

  function show(isRunning: boolean, text: string): void {
    runButton.disabled = isRunning;
    stopButton.hidden = !isRunning || !isLoaded;
    bar.hidden = !isRunning || isLoaded;
    status.textContent = text;
  }

  async function run(): Promise<void> {
    if (running) return;
    running = new AbortController();
    const {text: query, line: firstLine} = editor.selection() ?? {text: editor.text(), line: 1};
    putQueryInAddress(query);
    history.add(query);
    outcome.replaceChildren();
    try {
      show(true, isLoaded ? "" : `Loading the database engine, ${engineMegabytes} MB …`);
      const database = await openDatabase(({loaded, total}) =>
        Object.assign(bar, {max: total, value: loaded}),
      );
      isLoaded = true;
      void database.closed.then(() => {
        isLoaded = false;
      });
      show(true, "Running …");
      const start = performance.now();
      const {signal} = running;
      const result = await database.run(query, {limit: rowLimit, signal, onSilence});
      const shown = await QueryOutcome(database, result);
      show(false, describeOutcome(result, (performance.now() - start) / 1000));
      outcome.replaceChildren(shown);
    } catch (error) {
      show(false, "");
      const placed = inEditor(error, firstLine);
      outcome.replaceChildren(QueryFailure(placed, run));
      if (placed instanceof DatabaseError && placed.line !== undefined) editor.markLine(placed.line);
    } finally {
      running = undefined;
    }
  }

  function onSilence(): void {
    status.textContent =
      "The engine has not responded for three seconds. It is busy with a long step, or it has failed. Wait, or press Stop to restart it.";
  }

  async function copyLink(): Promise<void> {
    putQueryInAddress(editor.selection()?.text ?? editor.text());
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = "Link copied.";
    } catch {
      status.textContent = "This browser does not let a page copy: the link is the page’s address.";
    }
  }

  async function format(): Promise<void> {
    try {
      editor.setText(await formatQuery(editor.text()));
      status.textContent = "";
    } catch {
      status.textContent = "The query is not complete enough to be formatted.";
    }
    editor.focus();
  }

  /** Before the engine is loaded a reader only sees the query: the download is theirs to begin. */
  function choose(query: string): void {
    editor.setText(query);
    root.scrollIntoView({block: "nearest"});
    if (isLoaded) run();
    else runButton.focus();
  }

  for (const {name, element: table} of tables)
    table.append(button("Show rows", () => choose(`SELECT *\nFROM ${name}\nLIMIT 100`)));
  addEventListener("hashchange", () => {
    const query = queryInAddress(location);
    if (query !== "") choose(query);
  });
  show(false, `The first run loads the database engine once, ${engineMegabytes} MB.`);
  const root = element(
    "section",
    {class: "sql-console", "aria-label": "SQL console"},
    element(
      "div",
      {class: "examples", role: "group", "aria-label": "Examples"},
      ...examples.map(({title, sql}) => button(title, () => choose(sql))),
    ),
    element(
      "div",
      {class: "workbench"},
      TableTree(tables, editor.insert),
      element(
        "div",
        {},
        editor.element,
        element(
          "div",
          {class: "actions"},
          runButton,
          stopButton,
          button("Format", format),
          button("Copy link", copyLink),
          bar,
          status,
        ),
        history.element,
      ),
    ),
    outcome,
  );
  return root;
}

/** An error in a selection is told and marked where it stands in the editor. */
function inEditor(error: unknown, firstLine: number): unknown {
  if (!(error instanceof DatabaseError) || error.line === undefined) return error;
  return new DatabaseError(error.kind, error.message, error.line + firstLine - 1);
}

/** Where the browser keeps nothing, queries are kept as long as the page is open. */
function storageOfBrowser(): HistoryStorage {
  try {
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}

function button(label: string, onClick: () => void, className?: string): HTMLButtonElement {
  const made = element("button", {type: "button", class: className}, label);
  made.addEventListener("click", onClick);
  return made;
}
