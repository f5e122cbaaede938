import {sourceFiles} from "../../engine/project/sourceFiles.js";
import {checkNarrative} from "../../narrative/check/checkNarrative.js";
import {holdingFreeBuildLock} from "./buildLock.js";
import {buildPages, type PagesRecord} from "./buildPages.js";
import {fetchPackages} from "./fetchPackages.js";
import type {Answer, Call} from "./pageProcess.js";
import {readSources} from "./pageSources.js";
import {readModules} from "./readModules.js";

/** Ends when there is nothing more to do before the pages can be built. */
let opened: Promise<void> | undefined;

/** The module of the process that `startPageProcess` begins; it ends with the process that began it. */
async function answer(call: Call): Promise<Omit<Answer, "id">> {
  if (call.name === "check") return {check: checkNarrative(call.pages, call.evidence, call.published)};
  if (call.name === "build") {
    const {id, folder, code, last} = call;
    await opened;
    return {pages: await buildPages(folder, code, last, (fraction) => send({id, fraction}))};
  }
  opened = open(call.last).catch(() => undefined);
  await opened;
  return {opened: true};
}

/** Does what can be done before there is anything to quote. */
async function open(last: PagesRecord | undefined): Promise<void> {
  const pages = await sourceFiles("src", (path) => path.endsWith(".md"));
  const paths = pages.map((file) => file.slice("src".length, -".md".length));
  const modules = readModules("src", await readSources("src", paths), last);
  if (last === undefined) await holdingFreeBuildLock(() => fetchPackages(modules));
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
