import {sourceFiles} from "../../engine/project/sourceFiles.js";
import {checkNarrative} from "../../narrative/check/checkNarrative.js";
import {buildPages} from "./buildPages.js";
import type {Answer, Call} from "./pageProcess.js";
import {readSources} from "./pageSources.js";
import {readModules} from "./readModules.js";

/** The module of the process that `startPageProcess` begins; it ends with the process that began it. */
async function answer(call: Call): Promise<Omit<Answer, "id">> {
  if (call.name === "check") return {check: checkNarrative(call.pages, call.evidence, call.published)};
  if (call.name === "build") {
    const {id, folder, code, last} = call;
    return {pages: await buildPages(folder, code, last, (fraction) => send({id, fraction}))};
  }
  const pages = await sourceFiles("src", (path) => path.endsWith(".md"));
  const paths = pages.map((file) => file.slice("src".length, -".md".length));
  readModules("src", await readSources("src", paths), call.last);
  return {};
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
