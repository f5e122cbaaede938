import type {Config} from "@observablehq/framework/dist/config.js";
import {checkNarrative} from "../../narrative/check/checkNarrative.js";
import {buildPages, openPages} from "./buildPages.js";
import type {Answer, Call} from "./pageProcess.js";

/** The module of the process that `startPageProcess` begins; it ends with the process that began it. */
let opened: Promise<Config> | undefined;

async function answer(call: Call): Promise<Omit<Answer, "id">> {
  if (call.name === "open") {
    opened = openPages(call.last);
    // a mistake in the configuration is told by the build
    opened.catch(() => undefined);
    return {};
  }
  if (call.name === "check") return {check: checkNarrative(call.pages, call.evidence, call.published)};
  const {id, folder, code, last} = call;
  const config = await (opened ?? openPages(last?.record));
  return {pages: await buildPages(config, folder, code, last, (fraction) => send({id, fraction}))};
}

function send(message: Answer): void {
  process.send?.(message);
}

process.on("message", async (call: Call) => {
  const {id} = call;
  try {
    send({id, ...(await answer(call))});
  } catch (error) {
    send({id, failure: error instanceof Error ? error.message : String(error)});
  }
});
process.on("disconnect", () => process.exit());
