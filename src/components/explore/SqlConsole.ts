import {DatabaseError} from "../../lib/database/databaseError.js";
import {engineMegabytes, openDatabase} from "../database/openDatabase.js";
import {element} from "../elements/element.js";
import {pageExamples} from "./pageExamples.js";
import {pageTables} from "./pageTables.js";
import {describeOutcome, QueryFailure, QueryOutcome} from "./QueryOutcome.js";
import {putQueryInAddress, queryInAddress} from "./queryInAddress.js";
import {SqlEditor} from "./SqlEditor.js";

/** More rows than these a browser may not hold. */
const rowLimit = 1_000_000;

/**
 * A box for SQL on the published tables. The first run loads the database engine. The page's own SQL fences
 * become example buttons, and its list of tables gets buttons that show their rows.
 */
export function SqlConsole(): HTMLElement {
  const examples = pageExamples(document);
  const tables = pageTables(document);
  const editor = SqlEditor(queryInAddress(location) || (examples[0]?.sql ?? ""), tables, run);
  const runButton = button("Run query", run, "run");
  const stopButton = button("Stop", () => running?.abort());
  const bar = element("progress", {"aria-label": "Database engine"});
  const status = element("span", {role: "status"});
  const outcome = element("div", {class: "outcome"});
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
    const query = editor.text();
    putQueryInAddress(query);
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
      outcome.replaceChildren(QueryFailure(error, run));
      if (error instanceof DatabaseError && error.line !== undefined) editor.markLine(error.line);
    } finally {
      running = undefined;
    }
  }

  function onSilence(): void {
    status.textContent =
      "The engine has not responded for three seconds. It is busy with a long step, or it has failed. Wait, or press Stop to restart it.";
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
    editor.element,
    element("div", {class: "actions"}, runButton, stopButton, bar, status),
    outcome,
  );
  return root;
}

function button(label: string, onClick: () => void, className?: string): HTMLButtonElement {
  const made = element("button", {type: "button", class: className}, label);
  made.addEventListener("click", onClick);
  return made;
}
