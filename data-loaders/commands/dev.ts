import {spawn} from "node:child_process";
import {watch} from "node:fs";
import {createInterface} from "node:readline";
import {datasets} from "../datasets/datasets.js";
import {projectPath} from "../projectPath.js";
import {frameworkCommand} from "../site/buildSite.js";

/** Long enough that saving several files counts as one change. */
const settleMilliseconds = 150;

const prepare = (...options: string[]) =>
  run([...process.execArgv, projectPath("data-loaders/commands/prepare.ts"), ...options], "inherit");

function run(args: readonly string[], stdio: "inherit"): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(process.execPath, args, {cwd: projectPath("."), stdio}).on("close", resolve);
  });
}

let timer: NodeJS.Timeout | undefined;
let working = false;
let again = false;

/** Prepares the edition anew, in a process of its own so that changed code is what runs; one at a time. */
async function refresh(): Promise<void> {
  if (working) {
    again = true;
    return;
  }
  working = true;
  do {
    again = false;
    await prepare("--refresh");
  } while (again);
  working = false;
}

function changed(file: string | null): void {
  if (file !== null && /(^|[/\\])\.|~$|\.md$/.test(file)) return;
  clearTimeout(timer);
  timer = setTimeout(refresh, settleMilliseconds);
}

await prepare();
for (const folder of ["src", "data-loaders"])
  watch(projectPath(folder), {recursive: true}, (_, file) => changed(file));
for (const {inputVariable} of datasets) {
  const named = process.env[inputVariable];
  if (named) watch(named, () => changed(null));
}
const preview = spawn(process.execPath, [frameworkCommand(), "preview", "--no-open"], {
  cwd: projectPath("."),
  stdio: ["inherit", "pipe", "inherit"],
});
// Framework prints every message that it sends to the browser; what an analyst needs of it is the address.
createInterface({input: preview.stdout}).on("line", (line) => {
  const address = /http:\/\/[\w.:/-]+/.exec(line)?.[0];
  if (address !== undefined) console.error(`\nThe preview is at ${address} (Ctrl-C ends it)\n`);
});
preview.on("close", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
