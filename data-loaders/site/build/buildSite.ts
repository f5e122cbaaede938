import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdir, readFile, rm, utimes} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {isIntact, type Manifest, readManifest} from "../../edition/manifest.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {moduleCode} from "../../engine/content/moduleCode.js";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {compileKernels} from "../../engine/kernels/compileKernels.js";
import type {Progress} from "../../engine/progress/progress.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {filesBelow, sourceFiles} from "../../engine/project/sourceFiles.js";
import {type FailingSentences, failingInAll} from "../../narrative/check/failingSentences.js";
import {NarrativeError} from "../../narrative/syntax/problem.js";
import {siteAddress} from "../../publish/siteAddress.js";
import {fontFiles} from "../pages/fonts.js";
import {holdingBuildLock} from "./buildLock.js";
import {describeSite} from "./describeSite.js";
import {forgetDamagedModules, recordModules} from "./frameworkCache.js";
import {leaveForPages} from "./leaveForPages.js";
import {type PreparedSite, prepareSite} from "./prepareSite.js";
import {refuseFailing} from "./refuseFailing.js";
import {putInPlace, removeAbandoned, unfinishedSite} from "./swap.js";

/** The outcome of a build. */
export interface SiteBuild {
  /** Sentences that the pages mark, as the publisher has allowed. */
  failing: FailingSentences;
  /** False where the site on disk was already that of this input, code and text. */
  rebuilt: boolean;
  manifest: Manifest;
}

const dist = projectPath("dist");
/** A folder of this process alone: where a build was killed, Framework may still be writing to its folder. */
const unfinished = unfinishedSite(process.pid);

/**
 * Builds the site: pipeline, evidence, narrative check, pages. The last good site is replaced only when all
 * of it has succeeded.
 *
 * @param against an earlier edition to compare with; default: the site that was built last
 * @param failingAllowed how many sentences may fail, or have nothing to test
 * @throws InputError, NarrativeError with all problems at once, FailingSentencesError, or Error where Framework fails
 */
export async function buildSite(
  progress: Progress,
  against?: string,
  failingAllowed = 0,
): Promise<SiteBuild> {
  const prepared = await prepareSite(progress, against);
  const {problems} = prepared.check;
  if (problems.some(({level}) => level === "error"))
    throw new NarrativeError(problems.filter(({level}) => level !== "advice"));
  const failing = failingInAll(prepared.check);
  const siteKey = await keyOfSite(prepared);
  const last = await readManifest(dist);
  if (last !== undefined && last.siteKey === siteKey && (await isIntact(dist, last)))
    return {failing, rebuilt: false, manifest: last};
  refuseFailing(prepared.check, failingAllowed);

  const manifest = await holdingBuildLock(
    () => renderSite(prepared, siteKey, progress),
    (holder) =>
      progress.note(`another build or preview (process ${holder}) is rendering pages; waiting for it`),
  );
  return {failing, rebuilt: true, manifest};
}

/** Renders the pages, and puts the site in place. */
async function renderSite(prepared: PreparedSite, siteKey: string, progress: Progress): Promise<Manifest> {
  await removeAbandoned();
  await leaveForPages(prepared);
  await fillLoaderCache(prepared.files);
  await forgetDamagedModules();
  try {
    await timed(progress, "pages", renderPages);
    // loaded when needed: it brings a DOM, which a build with nothing changed does without
    const {finishPages} = await import("./finishPages.js");
    await timed(progress, "page markup and policy", () => finishPages(unfinished));
    const manifest = await describeSite(unfinished, siteKey, prepared);
    await replaceFile(join(unfinished, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await putInPlace(unfinished, dist);
    await recordModules();
    return manifest;
  } finally {
    await rm(unfinished, {recursive: true, force: true});
  }
}

async function timed(
  progress: Progress,
  name: string,
  work: (advance: (fraction: number) => void) => Promise<unknown>,
): Promise<void> {
  const start = performance.now();
  const step = progress.begin(name);
  await work(step.advance);
  step.finish(`${((performance.now() - start) / 1000).toFixed(2)} s`);
}

const fileUrl = (file: string) => pathToFileURL(projectPath(file)).href;

/** Everything that the built pages depend on. */
async function keyOfSite(prepared: PreparedSite): Promise<string> {
  const files = await sourceFiles("src");
  const parts = await Promise.all(files.map(async (file) => [file, await readFile(projectPath(file))]));
  const keys = prepared.editions.flatMap(({key, input}) => [key, JSON.stringify(input)]);
  return contentKey(
    ...parts.flat(),
    ...keys,
    JSON.stringify(prepared.evidence),
    JSON.stringify(prepared.lists),
    (await moduleCode(import.meta.url)).key,
    JSON.stringify(prepared.editions.map(({definition}) => definition)),
    (await moduleCode(fileUrl("observablehq.config.ts"))).key,
  );
}

/**
 * Hands what the loaders give to Framework where it looks for what they gave last time: it goes by time alone, and
 * would keep results of other data, or start a process for each.
 */
export async function fillLoaderCache(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const cache = projectPath("src/.observablehq/cache");
  const given = new Map(Array.from(files, ([path, bytes]) => [siteAddress(path), bytes]));
  given.set("data/kernels.wasm", await compileKernels());
  for (const {name, read} of fontFiles) given.set(`fonts/${name}.woff2`, await read());
  for (const folder of ["data", "fonts", "models"])
    for (const file of await filesBelow(join(cache, folder)).catch(() => []))
      if (!given.has(`${folder}/${file}`)) await rm(join(cache, folder, file));
  const now = new Date();
  for (const [address, bytes] of given) {
    await replaceFile(join(cache, address), bytes);
    await utimes(join(cache, address), now, now);
  }
}

/**
 * Runs Framework's build into the unfinished folder; what it prints is shown only when it fails. Each page is first loaded,
 * and at the end rendered. Framework makes many short-lived objects: with more room for them it is a tenth faster.
 */
async function renderPages(advance: (fraction: number) => void): Promise<void> {
  await rm(unfinished, {recursive: true, force: true});
  await mkdir(dirname(unfinished), {recursive: true});
  const pages = (await sourceFiles("src", (path) => path.endsWith(".md"))).length;
  const {code, output} = await run(
    process.execPath,
    ["--max-semi-space-size=64", frameworkCommand(), "build"],
    {CARDLENS_OUTPUT: relative(projectPath("."), unfinished)},
    (printed) => advance((printed.match(/^(load|render) /gm)?.length ?? 0) / (2 * pages)),
  );
  if (code !== 0 || !existsSync(join(unfinished, "index.html")))
    throw new Error(`Observable Framework could not build the pages:\n${output}`);
}

/** Path of Framework's command line. */
export function frameworkCommand(): string {
  return createRequire(import.meta.url).resolve("@observablehq/framework/dist/bin/observable.js");
}

function run(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  hear: (output: string) => void,
): Promise<{code: number | null; output: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectPath("."),
      env: {...process.env, ...env},
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
        hear(output);
      });
    child.on("error", reject);
    child.on("close", (code) => resolve({code, output}));
  });
}
