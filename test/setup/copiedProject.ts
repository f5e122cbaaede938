import {spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {testCache} from "./testCache.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a build needs, packages aside. */
const parts = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "observablehq.config.ts",
  "cardlens.yaml",
  "src",
  "data-loaders",
];

/** What a build has left: copied from a project that is built already, so that the next build is short. */
const built = [".cache", "dist"];

/** The bank's own files, which tests must not read by accident. */
const bankFile = /^data-loaders\/input\/[^/]+\.(csv|parquet)$/;

/** A data set or a chapter of the bank's own: without its file, which tests must not read, it cannot be built. */
function isOfOwnData(name: string, source: string): boolean {
  const [, id] = /^(?:data-loaders\/datasets|src)\/([^/]+)$/.exec(name) ?? [];
  const folder = join(source, "data-loaders/datasets", id ?? "");
  return id !== undefined && existsSync(join(folder, "dataset.yaml")) && !existsSync(join(folder, "sample"));
}

/** How a command of the project ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Standard output and standard error together. */
  output: string;
}

/**
 * Copies the project to a folder of its own, where a test may edit, build and break it. Packages are shared.
 *
 * @param from a project that is built already, for a copy with its caches and site; default: the sources only
 * @returns the folder; who asked for it removes it with {@link removeProject}
 */
export function copyProject(from?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "cardlens-"));
  const source = from ?? root;
  for (const part of from === undefined ? parts : [...parts, ...built])
    cpSync(join(source, part), join(folder, part), {
      recursive: true,
      dereference: true,
      preserveTimestamps: true,
      filter: (path) => {
        const name = relative(source, path).replaceAll(sep, "/");
        if (bankFile.test(name)) return false;
        return from !== undefined || (basename(path) !== ".observablehq" && !isOfOwnData(name, source));
      },
    });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** Lets a copied project share the results of stages with this run of the tests: they are found by content. */
export function shareStages(folder: string): void {
  mkdirSync(join(folder, ".cache"));
  symlinkSync(join(testCache, "stages"), join(folder, ".cache/stages"), "junction");
}

/** Removes a copied project; the packages that it shared stay. */
export function removeProject(folder: string): void {
  rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});
}

/** The environment of the tests without what would lead a build to other input. */
export function plainEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(INPUT_|CARDLENS_|VITEST|NODE_ENV$|NODE_OPTIONS$|PORT$)/.test(name),
  );
  return {...Object.fromEntries(own), ...extra};
}

/** Runs one of the project's commands (`npm run <command>`) in a copy, without npm. */
export function runCommand(
  folder: string,
  command: string,
  env: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<Ended> {
  const {child, ended} = startCommand(folder, command, env, options);
  child.stdin?.end();
  return ended;
}

/** Starts one of the project's commands in a copy. */
export function startCommand(
  folder: string,
  command: string,
  env: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
) {
  const {scripts}: {scripts: Record<string, string>} = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const [program, ...args] = scripts[command]?.split(" ") ?? [];
  if (program !== "node") throw new Error(`npm run ${command} does not run node: ${scripts[command]}`);
  const child = spawn(process.execPath, [...args, ...options], {
    cwd: folder,
    env: plainEnvironment(env),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({code, signal, output}));
  });
  return {child, ended, output: () => output};
}
