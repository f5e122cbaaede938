import {type ChildProcess, spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {createInterface} from "node:readline";
import {projectPath} from "../engine/project/projectPath.js";
import {portSetting} from "../site/serve/portSetting.js";
import {commandOptions} from "./commandOptions.js";
import type {Findings} from "./findings.js";
import {runCommand} from "./runCommand.js";

/** Long enough that saving several files counts as one change. */
const settleMilliseconds = 150;

/** `npm run dev`: prepares the edition, begins Framework's preview, and prepares anew what changes. */
function prepare(...options: string[]): ChildProcess {
  const child = spawn(
    process.execPath,
    [...process.execArgv, projectPath("data-loaders/commands/prepare.ts"), ...options],
    {cwd: projectPath("."), stdio: ["ignore", "inherit", "inherit", "ipc"]},
  );
  return child.on("message", tell);
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.on("close", resolve));

/** The problems that were told last; undefined after a failure. */
let told: string | undefined = "";

/** Tells what is wrong with the pages, where that is something else than before. */
function tell(message: Findings | "failed"): void {
  if (message === "failed") {
    told = undefined;
    return;
  }
  const {problems, totals} = message;
  const now = problems.join("\n");
  if (now === told) return;
  told = now;
  console.error([...problems, totals].join("\n"));
}

/**
 * The process that will prepare the edition at the next change. It has loaded its code already, which takes
 * longer than the work; when code changes, another one takes its place.
 */
let waiting: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let working = false;
/** What changes since the last preparation ask for: the edition anew, or only a check of the pages. */
let wanted: "edition" | "pages" | undefined;

/** Does what is wanted; one at a time. */
async function refresh(): Promise<void> {
  if (working) return;
  working = true;
  while (wanted !== undefined) {
    const child = waiting?.connected ? waiting : prepare("--refresh");
    waiting = undefined;
    // a process that ends at once, such as by a mistake in the code, has told so itself
    child.send(wanted, () => {});
    wanted = undefined;
    await ended(child);
  }
  working = false;
  waiting = prepare("--refresh");
}

function changed(file: string): void {
  if (file.endsWith("~")) return;
  if (/\.[jt]s$/.test(file)) {
    waiting?.kill();
    waiting = undefined;
  }
  wanted = file.endsWith(".md") ? (wanted ?? "pages") : "edition";
  clearTimeout(timer);
  timer = setTimeout(refresh, settleMilliseconds);
}

/** Shows Framework's preview, which ends this process when it ends. */
function show(framework: string, port: string): void {
  const preview = spawn(process.execPath, [framework, "preview", "--no-open", "--port", port], {
    cwd: projectPath("."),
    stdio: ["inherit", "pipe", "inherit"],
  });
  // Framework prints every message that it sends to the browser; what an analyst needs of it is the address.
  createInterface({input: preview.stdout}).on("line", (line) => {
    const address = /http:\/\/[\w.:/-]+/.exec(line)?.[0];
    if (address !== undefined) console.error(`\nThe preview is at ${address} (Ctrl-C ends it)\n`);
  });
  preview.on("close", (code) => {
    waiting?.kill();
    process.exit(code ?? 0);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
}

await runCommand(
  async () => {
    commandOptions({});
    const firstPort = portSetting(process.env.PORT);
    const {frameworkCommand} = await import("../site/build/buildSite.js");
    const {freePort} = await import("../site/serve/listenOnFreePort.js");
    await ended(prepare());
    waiting = prepare("--refresh");
    await watch();
    show(frameworkCommand(), await freePort(firstPort));
  },
  async (error) => {
    const {reportFailure} = await import("./reportFailure.js");
    reportFailure(error);
    waiting?.kill();
    process.exit();
  },
);

/** Watches the project's sources and the files that are read in place of the samples. */
async function watch(): Promise<void> {
  const {datasets} = await import("../datasets/datasets.js");
  const {isTrinoAddress} = await import("../engine/trino/trinoTable.js");
  const {watchFile} = await import("../site/preview/watchFile.js");
  const {watchSources} = await import("../site/preview/watchSources.js");
  for (const folder of ["src", "data-loaders"]) await watchSources(projectPath(folder), changed);
  for (const {inputVariable} of datasets()) {
    const named = process.env[inputVariable]?.trim();
    // a table in a warehouse tells nobody that it changed
    if (!named || isTrinoAddress(named)) continue;
    const file = resolve(projectPath("."), named);
    if (existsSync(dirname(file))) await watchFile(file, () => changed(file));
    else console.error(`${dirname(file)} does not exist, so it is not watched; start again when it does`);
  }
}
