import {spawn} from "node:child_process";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {cp, mkdtemp, rm, symlink} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {generateCustomers} from "./generateCustomers.js";
import {parts} from "./timeBuilds.js";

/** What a check of a generated file took. */
export interface ScaleRun {
  rows: number;
  /** Bytes of the file. */
  bytes: number;
  seconds: number;
  /** Seconds of the data set's stages, in the order in which they ended. */
  stages: {name: string; seconds: number}[];
  /** Most memory that the check held, in bytes; NaN where the system does not tell. */
  memory: number;
  /** Bytes of the database that the data set publishes. */
  published: number;
}

const MEMORY_MILLISECONDS = 200;

/**
 * Checks a generated file of a data set in a copy of the project, from nothing.
 *
 * @param rows customers in the file: CSV up to a million, Parquet beyond
 * @throws Error if the check ends otherwise than with findings on sentences
 */
export async function timeScale(definition: DatasetDefinition, rows: number): Promise<ScaleRun> {
  const folder = await mkdtemp(join(tmpdir(), "cardlens-scale-"));
  try {
    for (const part of parts)
      await cp(projectPath(part), join(folder, part), {
        recursive: true,
        filter: (path) => basename(path) !== ".observablehq" && path !== projectPath("data-loaders/input"),
      });
    await symlink(projectPath("node_modules"), join(folder, "node_modules"), "junction");
    const file = join(folder, rows > 1_000_000 ? "customers.parquet" : "customers.csv");
    await generateCustomers(file, definition, rows, 1);
    const start = performance.now();
    const {output, memory} = await check(folder, {[definition.inputVariable]: file});
    const seconds = (performance.now() - start) / 1000;
    return {
      rows,
      bytes: statSync(file).size,
      seconds,
      stages: stagesIn(output, definition.id),
      memory,
      published: publishedBytes(join(folder, ".cache/databases"), definition.id),
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** The generated customers contradict some sentences, which is no failure of the check. */
async function check(
  folder: string,
  input: Record<string, string>,
): Promise<{output: string; memory: number}> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, ["--import", "tsx", "data-loaders/commands/check.ts"], {
      cwd: folder,
      // generated customers have no secret to keep
      env: {...process.env, CARDLENS_PSEUDONYM_KEY: "a key for customers who do not exist", ...input},
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [output, said, memory] = ["", "", Number.NaN];
    const timer = setInterval(() => {
      memory = peakMemory(run.pid) ?? memory;
    }, MEMORY_MILLISECONDS);
    run.stderr.on("data", (text: Buffer) => {
      output += text.toString();
      process.stderr.write(text);
    });
    run.stdout.on("data", (text: Buffer) => {
      said += text.toString();
    });
    run.on("error", reject);
    run.on("close", () => {
      clearInterval(timer);
      if (/\d+ claims hold, 0 errors/.test(said)) resolve({output, memory});
      else reject(new Error(`the check did not end:\n${said}${output}`));
    });
  });
}

/** Most memory that a process has held; undefined where `/proc` does not tell. */
function peakMemory(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

function stagesIn(output: string, id: string): ScaleRun["stages"] {
  return Array.from(output.matchAll(/^ {2}(\S.*?) {2,}(\d+\.\d+) s$/gm), ([, name, seconds]) => ({
    name,
    seconds: Number(seconds),
  })).filter(({name}) => name.startsWith(`${id} `) || name === "narrative");
}

/** The largest database: the published one has the customers of the sample, the build's own only views of them. */
function publishedBytes(folder: string, id: string): number {
  const sizes = readdirSync(folder)
    .filter((name) => name.startsWith(`${id}-`))
    .map((name) => statSync(join(folder, name)).size);
  return Math.max(...sizes);
}

/** How time grows with rows: the slope between the logarithms of two runs. 1 is linear. */
export function growth(a: Pick<ScaleRun, "rows" | "seconds">, b: Pick<ScaleRun, "rows" | "seconds">): number {
  return Math.log(b.seconds / a.seconds) / Math.log(b.rows / a.rows);
}
