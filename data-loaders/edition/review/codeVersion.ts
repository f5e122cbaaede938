import {execFile} from "node:child_process";
import {realpath} from "node:fs/promises";
import {promisify} from "node:util";
import {projectPath} from "../../engine/project/projectPath.js";

const run = promisify(execFile);

/** The commit that the report was built from; undefined where the project is not a git repository of its own. */
export interface CodeVersion {
  commit: string;
  /** False where files differ from the commit. */
  isClean: boolean;
}

/** Asks git for the commit and whether the working files are those of the commit. */
export async function codeVersion(): Promise<CodeVersion | undefined> {
  try {
    const root = await realpath(projectPath("."));
    if ((await realpath(await git("rev-parse", "--show-toplevel"))) !== root) return undefined;
    const commit = await git("rev-parse", "HEAD");
    return {commit, isClean: (await git("status", "--porcelain")) === ""};
  } catch {
    return undefined;
  }
}

async function git(...args: string[]): Promise<string> {
  const {stdout} = await run("git", args, {cwd: projectPath(".")});
  return stdout.trim();
}
