import {existsSync} from "node:fs";
import {readFile, rm, utimes} from "node:fs/promises";
import {createRequire} from "node:module";
import {join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {readSiteConfig, siteTitle} from "../../datasets/siteConfig.js";
import {isIntact, type Manifest, readManifest} from "../../edition/manifest.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {moduleCode} from "../../engine/content/moduleCode.js";
import {readVerified, storeVerified} from "../../engine/content/verifiedFile.js";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {compileKernels} from "../../engine/kernels/compileKernels.js";
import type {Progress} from "../../engine/progress/progress.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {filesBelow, sourceFiles} from "../../engine/project/sourceFiles.js";
import {type FailingSentences, failingInAll} from "../../narrative/check/failingSentences.js";
import {NarrativeError} from "../../narrative/syntax/problem.js";
import {disclosureLine} from "../../publish/disclosure/describeDisclosure.js";
import {workerCode} from "../../publish/lab/workerCode.js";
import {siteAddress} from "../../publish/siteAddress.js";
import {fontFiles} from "../pages/fonts.js";
import {makeFrontPage} from "../pages/frontPage.js";
import {NoBrowserError} from "../paper/printReport.js";
import {pdfName, reportPdf} from "../paper/reportPdf.js";
import {holdingBuildLock} from "./buildLock.js";
import type {LastSite, PagesBuilt, PagesRecord} from "./buildPages.js";
import {describeSite} from "./describeSite.js";
import {forgetDamagedModules, recordModules} from "./frameworkCache.js";
import {hostFiles} from "./hostFiles.js";
import {type PageProcess, startPageProcess} from "./pageProcess.js";
import {type PreparedSite, prepareSite} from "./prepareSite.js";
import {refuseFailing} from "./refuseFailing.js";
import {putInPlace, removeAbandoned, unfinishedSite} from "./swap.js";
import {writePageInputs} from "./writePageInputs.js";

/** The outcome of a build. */
export interface SiteBuild {
  /** Sentences that the pages mark, as the publisher has allowed. */
  failing: FailingSentences;
  /** What is published of each data set's customers, a line each. */
  disclosed: string[];
  /** False where the site on disk was already that of this input, code and text. */
  rebuilt: boolean;
  manifest: Manifest;
}

const dist = projectPath("dist");
/** A folder of this process alone: where a build was killed, Framework may still be writing to its folder. */
const unfinished = unfinishedSite(process.pid);
const recordFile = projectPath(".cache/pages");

/**
 * Builds the site: pipeline, evidence, narrative check, pages. The last good site is replaced only when all
 * of it has succeeded.
 *
 * @param against an earlier edition to compare with; default: the site that was built last
 * @param failingAllowed how many sentences may fail, or have nothing to test
 * @param otherAnalyses see `prepareSite`; `stored` for a site that is wanted soon: the next build adds them
 * @throws InputError, NarrativeError with all problems at once, FailingSentencesError, or Error where Framework fails
 */
export async function buildSite(
  progress: Progress,
  against?: string,
  failingAllowed = 0,
  otherAnalyses: "computed" | "stored" = "computed",
): Promise<SiteBuild> {
  await makeFrontPage();
  const sources = await sourcesKey();
  const left = await readRecord();
  let pageProcess = left?.sources === sources ? undefined : startPageProcess(left?.pages);
  const pages = () => {
    pageProcess ??= startPageProcess(left?.pages);
    return pageProcess;
  };
  try {
    const prepared = await prepareSite(
      progress,
      against,
      (...given) => pages().check(...given),
      otherAnalyses,
    );
    const {problems} = prepared.check;
    if (problems.some(({level}) => level === "error"))
      throw new NarrativeError(problems.filter(({level}) => level !== "advice"));
    const failing = failingInAll(prepared.check);
    const disclosed = prepared.editions.map(({definition: {id}, input, disclosure}) =>
      disclosureLine(id, input.synthetic, disclosure),
    );
    const code = await codeOfPages();
    const siteKey = keyOfSite(prepared, sources, code);
    const last = await readManifest(dist);
    if (last !== undefined && last.siteKey === siteKey && (await isIntact(dist, last)))
      return {failing, disclosed, rebuilt: false, manifest: last};
    refuseFailing(prepared.check, failingAllowed);

    await pages().opened;
    const manifest = await holdingBuildLock(
      () => renderSite(prepared, {siteKey, sources, code}, pages(), progress),
      (holder) =>
        progress.note(`another build or preview (process ${holder}) is rendering pages; waiting for it`),
    );
    return {failing, disclosed, rebuilt: true, manifest};
  } finally {
    pageProcess?.end();
  }
}

/** Renders the pages, and puts the site in place. */
async function renderSite(
  prepared: PreparedSite,
  {siteKey, sources, code}: {siteKey: string; sources: string; code: string},
  pageProcess: PageProcess,
  progress: Progress,
): Promise<Manifest> {
  await removeAbandoned();
  await writePageInputs(prepared);
  await fillLoaderCache(prepared.files);
  await forgetDamagedModules();
  try {
    const last = await lastSite();
    const pages = await renderPages(progress, (advance) =>
      pageProcess.build(relative(projectPath("."), unfinished), code, last, advance),
    );
    for (const [name, text] of hostFiles(siteTitle(readSiteConfig())))
      await replaceFile(join(unfinished, name), text);
    if (readSiteConfig().pdf) await printInto(unfinished, progress);
    const manifest = await describeSite(unfinished, siteKey, prepared);
    await replaceFile(join(unfinished, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    const record: SiteRecord = {siteKey, sources, pages: pages.record};
    await storeVerified(recordFile, new TextEncoder().encode(JSON.stringify(record)));
    await putInPlace(unfinished, dist);
    await recordModules();
    return manifest;
  } finally {
    await rm(unfinished, {recursive: true, force: true});
  }
}

/** Prints the report, to which the front page links: a site with the link and without the file is not put in place. */
async function printInto(folder: string, progress: Progress): Promise<void> {
  const start = performance.now();
  const step = progress.begin("pdf");
  const pdf = await reportPdf(folder).catch((error: unknown) => {
    throw error instanceof NoBrowserError
      ? new NoBrowserError(
          `cardlens.yaml asks for a PDF (pdf: true): ${error.message}, or take that line out`,
        )
      : error;
  });
  await replaceFile(join(folder, pdfName), pdf);
  step.finish(`${((performance.now() - start) / 1000).toFixed(2)} s`);
}

/** What the last site was made from, for the next build. */
interface SiteRecord {
  siteKey: string;
  /** See `sourcesKey`. */
  sources: string;
  pages: PagesRecord;
}

async function readRecord(): Promise<SiteRecord | undefined> {
  const stored = await readVerified(recordFile);
  return stored === undefined ? undefined : JSON.parse(new TextDecoder().decode(stored));
}

/** The site in place, if it is whole and it is known what it was made from. */
async function lastSite(): Promise<LastSite | undefined> {
  const record = await readRecord();
  const manifest = await readManifest(dist);
  if (record === undefined || manifest === undefined || record.siteKey !== manifest.siteKey) return undefined;
  return (await isIntact(dist, manifest)) ? {folder: dist, record: record.pages} : undefined;
}

/** Tells how many pages were not as before, and how long they took. */
async function renderPages(
  progress: Progress,
  work: (advance: (fraction: number) => void) => Promise<PagesBuilt>,
): Promise<PagesBuilt> {
  const start = performance.now();
  const step = progress.begin("pages");
  const pages = await work(step.advance);
  const anew = pages.rendered.length + pages.built.length;
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  step.finish(`${seconds} s, ${anew} of ${anew + pages.kept.length} anew`);
  return pages;
}

/** Key of all files that the site is written in, and of the code that readers run beside them. */
async function sourcesKey(): Promise<string> {
  // a site without a configuration has the defaults
  const configuration = existsSync(projectPath("cardlens.yaml")) ? ["cardlens.yaml"] : [];
  const files = [...configuration, ...(await sourceFiles("src"))];
  const parts = await Promise.all(files.map(async (file) => [file, await readFile(projectPath(file))]));
  const worker = new URL("../../publish/lab/browser/labWorker.ts", import.meta.url).href;
  return contentKey(...parts.flat(), (await moduleCode(worker)).key);
}

/** Key of the code that makes pages, and of the packages. */
async function codeOfPages(): Promise<string> {
  const modules = [
    import.meta.url,
    new URL("./pageWorker.ts", import.meta.url).href,
    pathToFileURL(projectPath("observablehq.config.ts")).href,
  ];
  return contentKey(...(await Promise.all(modules.map(async (module) => (await moduleCode(module)).key))));
}

/** Everything that the built pages depend on. */
function keyOfSite({editions, evidence, lists}: PreparedSite, sources: string, code: string): string {
  const keys = editions.flatMap(({key, input, definition}) => [key, JSON.stringify([input, definition])]);
  return contentKey(
    sources,
    ...keys,
    JSON.stringify(evidence),
    JSON.stringify(lists),
    JSON.stringify(readSiteConfig()),
    code,
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
  given.set("data/lab-worker.js", await workerCode());
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

/** Path of Framework's command line. */
export function frameworkCommand(): string {
  return createRequire(import.meta.url).resolve("@observablehq/framework/dist/bin/observable.js");
}
