import {execFile} from "node:child_process";
import {availableParallelism} from "node:os";
import {promisify} from "node:util";
import {projectPath} from "../../engine/project/projectPath.js";
import type {BenchReport} from "./benchWork.js";

const execute = promisify(execFile);

/** Someone who does the work, in a process of its own. */
export interface Participant {
  name: string;
  run(folder: string): Promise<BenchReport>;
}

/** Ours: kernels on all cores, on one thread, and plain TypeScript. */
export function ours(): Participant[] {
  const threads = availableParallelism();
  const participant = (name: string, ...options: string[]): Participant => ({
    name,
    run: (folder) =>
      report(process.execPath, [
        "--import",
        "tsx",
        projectPath("data-loaders/commands/bench/runBenchWork.ts"),
        folder,
        ...options,
      ]),
  });
  return [
    participant(`kernels, ${threads} threads`, "--threads", String(threads)),
    participant("kernels, 1 thread", "--threads", "1"),
    participant("plain TypeScript"),
  ];
}

/** The same work in Python, plain and tuned, where a Python with scikit-learn and fastcluster is found. */
export async function peers(env: NodeJS.ProcessEnv): Promise<Participant[]> {
  const python = await findPython(env);
  if (python === undefined) return [];
  const participant = (name: string, style: string): Participant => ({
    name,
    run: (folder) => report(python, [projectPath("data-loaders/commands/bench/peer.py"), folder, style]),
  });
  return [participant("scikit-learn", "plain"), participant("tuned Python", "tuned")];
}

async function findPython(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = env.BENCH_PYTHON;
  for (const python of named ? [named] : ["python3", "/usr/bin/python3"])
    if (
      await execute(python, ["-c", "import numpy, scipy, sklearn, fastcluster"]).then(
        () => true,
        () => false,
      )
    )
      return python;
  return undefined;
}

async function report(program: string, parameters: readonly string[]): Promise<BenchReport> {
  const {stdout} = await execute(program, parameters, {cwd: projectPath("."), maxBuffer: 2 ** 26});
  return JSON.parse(stdout);
}
