import {existsSync} from "node:fs";
import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {readDefinition} from "../../datasets/readDefinition.js";
import {readSiteConfig} from "../../datasets/siteConfig.js";
import {replaceFile} from "../../engine/files/replaceFile.js";
import type {Progress} from "../../engine/progress/progress.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {SettingError} from "../../engine/project/settingError.js";
import * as model from "../../model/stages.js";
import {readFeatures, runPipeline, searchGroups} from "../../pipeline.js";
import {chapterCounts, chapterOf} from "./chapter/chapterOf.js";
import {chooseK, type GroupChoice, isLikelyEnglish, proposeNames} from "./chooseGroups.js";
import {type DatasetFile, defineDataset, plainLetters, sqlWords} from "./defineDataset.js";
import {formatWritten} from "./formatWritten.js";
import {listChapter} from "./listedChapters.js";
import {type ColumnDecision, profileColumns, sameName} from "./profileColumns.js";
import {bringBack, putAway} from "./putAway.js";
import {type GivenTable, readTable} from "./readTable.js";
import {definitionYaml} from "./writeYaml.js";

/** What somebody asked for. */
export interface NewDatasetOptions {
  /** A CSV or Parquet file, or `FILE.duckdb:TABLE`. */
  source: string;
  name?: string;
  key?: string;
  outcome?: string;
  currency?: string;
  /** Puts away a data set and chapter of this name, and writes them anew. */
  replace: boolean;
}

/** What was made. */
export interface NewDataset {
  id: string;
  rows: number;
  file: DatasetFile;
  decisions: ColumnDecision[];
  choice: GroupChoice;
  groups: {name: string; customers: number}[];
  figures: number;
  claims: number;
  /** Where what was replaced is kept. */
  kept?: string;
}

/** Fewer customers than these cannot be grouped. */
const fewestRows = 30;
/** Fewer numbers than these make no distance worth the name. */
const fewestVariables = 2;

/**
 * Makes a data set and its chapter from a table that nobody prepared: reads it, decides what its columns are, looks for groups,
 * and writes `data-loaders/datasets/NAME/` and `src/NAME/`. Nothing is written unless all of it succeeds.
 *
 * @throws InputError, SettingError where the table, a name or an option cannot be used
 */
export async function newDataset(options: NewDatasetOptions, progress: Progress): Promise<NewDataset> {
  const table = await readTable(options.source);
  const id = datasetId(options.name ?? nameFrom(options.source));
  const folders = {definition: projectPath("data-loaders/datasets", id), chapter: projectPath("src", id)};
  requireFree(id, folders, options.replace);
  const [column, value] = (options.outcome ?? "").split("=");
  if (options.outcome !== undefined) requireColumn(column, table, "--outcome");
  if (value !== undefined) requireValue(column, value, table);
  if (options.key !== undefined) requireColumn(options.key, table, "--key");
  const decisions = withKey(
    profileColumns(
      table,
      options.outcome === undefined ? undefined : {column, ...(value === undefined ? {} : {value})},
    ),
    options.key,
  );
  requireEnough(table, decisions);
  const title = options.name ?? titleFrom(options.source);
  const inputFile = projectPath("data-loaders/input", `${id}.${table.ending}`);
  const work = await mkdtemp(join(tmpdir(), "cardlens-new-"));
  const there = await readFile(inputFile).catch(() => undefined);
  // other files of this name, of a chapter that is gone or put there by hand, may be the only ones of their kind
  const others = [
    ...(there === undefined || there.equals(table.bytes) ? [] : [inputFile]),
    projectPath("data-loaders/input", `${id}.${table.ending === "csv" ? "parquet" : "csv"}`),
  ];
  const replaced = {...folders, ...Object.fromEntries(others.map((file) => [basename(file), file]))};
  const kept = await putAway(id, replaced);
  try {
    await mkdir(dirname(inputFile), {recursive: true});
    await writeFile(inputFile, table.bytes, {mode: 0o600});
    const file = defineDataset(
      title,
      table,
      decisions,
      options.currency ?? table.dialect.currency ?? readSiteConfig().currency,
    );
    const provisional = await definitionOf(work, id, file, decisions, options.source);
    const {choice, names} = await lookForGroups(provisional, progress);
    const complete: DatasetFile = {...file, k: choice.k, segments: names};
    const definition = await definitionOf(work, id, complete, decisions, options.source);
    const edition = await runPipeline(definition, progress);
    const leftOut = decisions.flatMap((decision) => (decision.role === "left out" ? [decision] : []));
    const chapter = await chapterOf(definition, edition, leftOut, work);
    for (const [path, text] of chapter.pages) await replaceFile(join(folders.chapter, path), text);
    await replaceFile(
      join(folders.definition, "dataset.yaml"),
      await readFile(join(work, id, "dataset.yaml"), "utf8"),
    );
    await listChapter(id);
    await formatWritten([folders.chapter, folders.definition, projectPath("cardlens.yaml")]);
    return {
      id,
      rows: table.lines.length,
      file: complete,
      decisions,
      choice,
      ...chapterCounts(chapter),
      ...(kept === undefined ? {} : {kept}),
    };
  } catch (error) {
    if (there === undefined) await rm(inputFile, {force: true});
    for (const folder of Object.values(folders)) await rm(folder, {recursive: true, force: true});
    if (kept !== undefined) await bringBack(kept, replaced);
    throw error;
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

async function definitionOf(
  work: string,
  id: string,
  file: DatasetFile,
  decisions: readonly ColumnDecision[],
  source: string,
): Promise<DatasetDefinition> {
  const folder = join(work, id);
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, "dataset.yaml"), definitionYaml(file, decisions, basename(source)));
  return readDefinition(folder, id);
}

async function lookForGroups(definition: DatasetDefinition, progress: Progress) {
  const {stages, features} = await readFeatures(definition, progress);
  const [found, groupless] = await Promise.all([
    searchGroups(stages, definition, features),
    stages.runInThread(
      `${definition.id} data without groups`,
      model.groupless,
      features.value.z,
      definition.search,
      definition.resampling.groupless,
    ),
  ]);
  const choice = chooseK(found.value, groupless.value);
  const fit = found.value.fits.find(({sizes}) => sizes.length === choice.k) ?? found.value.fits[0];
  const labels = new Map(definition.contract.columns.map(({name, label}) => [name, label]));
  return {
    choice,
    names: proposeNames(features.value, fit.labels, labels, isLikelyEnglish(definition)),
  };
}

/** What a table would be called, and its key, if nobody said otherwise. */
export async function guessedOptions(source: string): Promise<{name: string; key: string | undefined}> {
  const decisions = profileColumns(await readTable(source));
  return {name: titleFrom(source), key: decisions.find(({role}) => role === "key")?.header};
}

/** `Example Bank customers` as `example-bank-customers`. */
export function datasetId(name: string): string {
  const plain = plainLetters(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const id = plain === "" ? "customers" : /^[a-z]/.test(plain) ? plain : `data-${plain}`;
  // a folder of the site, or a name that a database has
  const reserved = [
    "lib",
    "components",
    "charts",
    "data",
    "fonts",
    "models",
    "review",
    "main",
    "memory",
    "temp",
    "system",
    "explore",
    "lab",
    "score",
    "index",
    "sampling",
  ];
  return reserved.includes(id) || sqlWords.has(id) ? `${id}-customers` : id;
}

function nameFrom(source: string): string {
  const database = /:([^:/\\]+)$/.exec(source);
  return database && /\.(duckdb|db):/i.test(source)
    ? database[1]
    : basename(source).replace(/\.(csv|tsv|txt|parquet)$/i, "");
}

function titleFrom(source: string): string {
  const words = nameFrom(source)
    .replaceAll(/[_.-]+/g, " ")
    .trim();
  return words === "" ? "Customers" : words.charAt(0).toUpperCase() + words.slice(1);
}

function requireFree(id: string, folders: Record<string, string>, replace: boolean): void {
  const there = Object.values(folders).filter((folder) => existsSync(folder));
  if (there.length === 0 || replace) return;
  throw new SettingError(
    `there is a data set ${id} already (${there.map((folder) => folder.slice(projectPath(".").length)).join(", ")}). Choose another --name, or give --replace: what is there is then kept beside it`,
  );
}

function requireColumn(name: string, {header}: GivenTable, option: string): void {
  if (header.some((other) => sameName(other, name))) return;
  throw new SettingError(
    `${option} names ${name}, which is no column of the table; its columns: ${header.join(", ")}`,
  );
}

function requireValue(name: string, value: string, {header, columns}: GivenTable): void {
  const cells = columns[header.findIndex((other) => sameName(other, name))];
  if (cells.includes(value)) return;
  const there = [...new Set(cells.filter((cell) => cell !== ""))].slice(0, 12);
  throw new SettingError(
    `--outcome names the value ${value}, which ${name} has in no row; it has: ${there.join(", ")}`,
  );
}

function requireEnough({lines}: GivenTable, decisions: readonly ColumnDecision[]): void {
  const features = decisions.filter(({role}) => role === "feature").length;
  if (lines.length >= fewestRows && features >= fewestVariables) return;
  const reasons = decisions
    .flatMap((decision) => (decision.role === "feature" ? [] : [`  ${decision.header}: ${decision.why}`]))
    .join("\n");
  throw new SettingError(
    lines.length < fewestRows
      ? `the table has ${lines.length} customers; at least ${fewestRows} are needed to look for groups`
      : `the table has ${features} columns of numbers that can make groups; at least ${fewestVariables} are needed. The others:\n${reasons}`,
  );
}

function withKey(decisions: readonly ColumnDecision[], key: string | undefined): ColumnDecision[] {
  if (key === undefined) return [...decisions];
  return decisions.map((decision) => {
    if (sameName(decision.header, key)) return {role: "key", header: decision.header, why: "as you said"};
    return decision.role === "key"
      ? {role: "left out", header: decision.header, why: "another column is the key"}
      : decision;
  });
}
