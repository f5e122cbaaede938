import {fork} from "node:child_process";
import {join} from "node:path";
import {projectPath} from "../../engine/project/projectPath.js";
import type {NarrativeCheck} from "../../narrative/check/checkNarrative.js";
import type {GatheredEvidence} from "../../narrative/evidence/gatherEvidence.js";
import type {LastSite, PagesBuilt, PagesRecord} from "./buildPages.js";

/** What is asked of the process. */
export type Call = {id: number} & Asked;
type Asked =
  | {name: "open"; last: PagesRecord | undefined}
  | {name: "check"; pages: ReadonlyMap<string, string>; evidence: GatheredEvidence; published: string[]}
  | {name: "build"; folder: string; code: string; last: LastSite | undefined};

/** What it answers: the result of a call, why there is none, or how much is done. */
export interface Answer {
  id: number;
  check?: NarrativeCheck;
  pages?: PagesBuilt;
  opened?: true;
  failure?: string;
  fraction?: number;
}

/** A process that works on pages; it ends with this one. */
export interface PageProcess {
  /** Resolves when it has done what can be done before there is an edition; it may hold the build lock until then. */
  opened: Promise<unknown>;
  check(
    pages: ReadonlyMap<string, string>,
    evidence: GatheredEvidence,
    published: Iterable<string>,
  ): Promise<NarrativeCheck>;
  build(
    folder: string,
    code: string,
    last: LastSite | undefined,
    advance: (fraction: number) => void,
  ): Promise<PagesBuilt>;
  end(): void;
}

/**
 * Begins a process that loads Framework, which takes as long as all else that a build with little to do needs: so it may be
 * done at the same time.
 *
 * @param last what the last site's pages were made from, if there is one
 * @param root of the project; default: this one
 */
export function startPageProcess(last: PagesRecord | undefined, root = projectPath(".")): PageProcess {
  const child = fork(join(root, "data-loaders/site/build/pageWorker.ts"), {
    cwd: root,
    // Framework makes many short-lived objects: with more room for them it is a tenth faster
    execArgv: ["--import", "tsx", "--max-semi-space-size=64"],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on("message", (answer: Answer) => waiting.get(answer.id)?.(answer));
  child.on("close", () => {
    for (const [id, settle] of waiting) settle({id, failure: `the process has ended\n${output}`});
  });

  let calls = 0;
  function call<T>(
    asked: Asked,
    result: (answer: Answer) => T | undefined,
    advance: (fraction: number) => void = () => {},
  ): Promise<T> {
    const id = ++calls;
    return new Promise((resolve, reject) => {
      waiting.set(id, (answer) => {
        if (answer.fraction !== undefined) return advance(answer.fraction);
        waiting.delete(id);
        const value = result(answer);
        if (value !== undefined) resolve(value);
        else reject(new Error(answer.failure));
      });
      child.send({id, ...asked}, (error) => error && reject(error));
    });
  }

  return {
    // what goes wrong now will be told by the build of the pages
    opened: call({name: "open", last}, (answer) => answer.opened).catch(() => undefined),
    check: (pages, evidence, published) =>
      call({name: "check", pages, evidence, published: [...published]}, ({check}) => check),
    build: (folder, code, last, advance) =>
      call({name: "build", folder, code, last}, (answer) => answer.pages, advance).catch((error: Error) => {
        throw new Error(`Observable Framework could not build the pages:\n${error.message}`);
      }),
    end: () => child.kill(),
  };
}
