import {once} from "node:events";
import {parseArgs} from "node:util";
import {terminalProgress, whatRuns} from "../engine/progress/progress.js";
import {checkAgain, type PreparedSite, prepareSite} from "../site/build/prepareSite.js";
import {writeFailing} from "../site/build/writePageInputs.js";
import {writeRefusal} from "../site/pages/refusal.js";
import {refreshPreview, renderPagesAgain} from "../site/preview/refreshPreview.js";
import {type Findings, problemLines, totalsLine, totalsOf} from "./findings.js";
import {expectedMessages, reportFailure} from "./reportFailure.js";

/**
 * Prepares the edition for a preview, and sends what the check found to the process that began it. With `--refresh` it
 * waits for a message first, prints only what has to be run again, and tells the running preview that the edition has
 * changed. Where the message is `pages`, it only checks the pages.
 */
const {values} = parseArgs({options: {refresh: {type: "boolean", default: false}}});

try {
  const work = values.refresh ? await called() : "edition";
  const checked = work === "pages" ? await checkPages() : await prepareEdition();
  if (checked !== undefined) await tell(checked);
} catch (error) {
  reportFailure(error);
  await send("failed");
  await tellPages(error);
} finally {
  process.disconnect?.();
}

/** Loads the code that is otherwise loaded when the first query runs, and waits. */
async function called(): Promise<unknown> {
  await Promise.all([
    import("../narrative/evidence/evaluateQueries.js"),
    import("../narrative/check/checkNarrative.js"),
    import("../edition/changes/compareEditions.js"),
  ]);
  const [message] = await once(process, "message");
  return message;
}

async function prepareEdition() {
  const prepared = await prepareSite(values.refresh ? whatRuns(terminalProgress()) : terminalProgress());
  await refreshPreview(prepared, values.refresh);
  return prepared;
}

/** The front page opens with how many sentences fail. */
async function checkPages() {
  const checked = await checkAgain();
  if (checked !== undefined && (await writeFailing(checked.check))) await renderPagesAgain();
  return checked;
}

function tell({check, evidence}: Pick<PreparedSite, "check" | "evidence">): Promise<void> {
  const findings: Findings = {
    problems: problemLines(check.problems, false),
    totals: totalsLine(totalsOf(check, evidence)),
  };
  return send(findings);
}

function send(message: Findings | "failed"): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}

/** Lets the open pages say what the terminal says, where it is no defect. */
async function tellPages(error: unknown): Promise<void> {
  const messages = expectedMessages(error);
  if (messages.length === 0) return;
  await writeRefusal(messages.join("\n\n"));
  if (values.refresh) await renderPagesAgain();
}
