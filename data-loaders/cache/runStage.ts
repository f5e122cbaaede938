import {randomUUID} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import type {Progress} from "../progress/progress.js";
import {codeKey} from "./codeKey.js";
import {contentKey} from "./contentKey.js";
import {valueKey} from "./valueKey.js";

/** What a stage gives: its value, and the key of that value for the stages that build on it. */
export interface StageResult<T> {
  value: T;
  key: string;
}

/** A record of one stage's run, for the report's provenance page. */
export interface StageRecord {
  stage: string;
  /** Key of everything that the stage depends on: code, parameters, inputs, lock file. */
  dependsOn: string;
  /** Key of what it gave. */
  result: string;
  cached: boolean;
  seconds: number;
}

export interface Stages {
  readonly records: StageRecord[];
  /**
   * Runs a stage, or takes its result from the cache when nothing that it depends on has changed.
   *
   * @param name name of the stage, for people and for the cache
   * @param module URL of the module that holds the stage's code (`import.meta.resolve`)
   * @param dependencies keys of the inputs, and parameters as JSON
   * @param compute the stage; its value must survive the structured clone algorithm
   */
  run<T>(
    name: string,
    module: string,
    dependencies: readonly string[],
    compute: () => T | Promise<T>,
  ): Promise<StageResult<T>>;
}

/** Opens the stage cache in a folder; results are found by content, never by time. */
export function openStages(folder: string, progress: Progress): Stages {
  const records: StageRecord[] = [];
  return {
    records,
    async run<T>(
      name: string,
      module: string,
      dependencies: readonly string[],
      compute: () => T | Promise<T>,
    ): Promise<StageResult<T>> {
      const start = performance.now();
      const dependsOn = contentKey(name, await codeKey(module), ...dependencies);
      const file = join(folder, `${name.replaceAll(/\W+/g, "-")}-${dependsOn.slice(0, 32)}`);
      const stored = await read(file);
      const finish = progress.begin(name);
      const bytes = stored ?? serialize(await compute());
      if (stored === undefined) await store(file, folder, bytes);
      const seconds = (performance.now() - start) / 1000;
      finish(stored === undefined ? `${seconds.toFixed(2)} s` : "unchanged");
      const value: T = deserialize(bytes);
      const result = valueKey(value);
      records.push({stage: name, dependsOn, result, cached: stored !== undefined, seconds});
      return {value, key: result};
    },
  };
}

/** Length of the key with which a stored result begins. */
const keyLength = contentKey().length;

/** Reads a stored result; one that was damaged on disk counts as none. */
async function read(file: string): Promise<Uint8Array | undefined> {
  const stored = await readFile(file).catch(() => undefined);
  const bytes = stored?.subarray(keyLength);
  return bytes !== undefined && stored?.toString("latin1", 0, keyLength) === contentKey(bytes)
    ? bytes
    : undefined;
}

/** Writes under another name first: a killed build leaves no half-written result. */
async function store(file: string, folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, {recursive: true});
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, [contentKey(bytes), bytes]);
  await rename(unfinished, file);
}
