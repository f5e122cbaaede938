import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import {contentKey} from "../content/contentKey.js";
import {type ModuleCode, moduleCode} from "../content/moduleCode.js";
import {storedCode} from "../content/storedCode.js";
import {valueKey} from "../content/valueKey.js";
import {readVerified, storeVerified} from "../content/verifiedFile.js";
import {compileKernels} from "../kernels/compileKernels.js";
import {kernelKey} from "../kernels/kernelKey.js";
import type {Progress} from "../progress/progress.js";
import type {Given, Stage, StageFunction} from "./stage.js";
import {stageThreads} from "./stageThreads.js";

/** What a stage gives: its value, and the key of that value for the stages that build on it. */
export interface StageResult<T> {
  value: T;
  key: string;
  record: StageRecord;
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

/** Stages may run at the same time. */
export interface Stages {
  /**
   * Runs a stage, or takes its result from the cache when nothing that it depends on has changed.
   *
   * @param name name of the stage, for people and for the cache
   * @param module URL of the module that holds the stage's code (`import.meta.resolve`)
   * @param dependencies keys of the inputs, and parameters as JSON
   * @param compute the stage, which may tell how much of it is done; its value must survive the structured clone algorithm
   */
  run<T>(
    name: string,
    module: string,
    dependencies: readonly string[],
    compute: (advance: (fraction: number) => void) => T | Promise<T>,
  ): Promise<StageResult<T>>;
  /**
   * The same in a thread of its own. The stage depends on its code and on what it is given, which must survive the
   * structured clone algorithm; after that it gets its `StageServices`.
   *
   * @param loads URLs of further modules that the stage's function loads
   */
  runInThread<F extends StageFunction>(
    name: string,
    stage: Stage<F> & {loads?: readonly string[]},
    ...given: Given<F>
  ): Promise<StageResult<Awaited<ReturnType<F>>>>;
}

/** A stage would have to be run where only stored results are wanted. */
export class NotStored extends Error {}

/**
 * Opens the stage cache in a folder; results are found by content, never by time.
 *
 * @param only `stored` to run no stage: one whose result is not there is rejected with `NotStored`
 */
export function openStages(folder: string, progress: Progress, only?: "stored"): Stages {
  const keys = new WeakMap<object, string>();
  /** Large values are given to several stages. */
  const keyOf = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return valueKey(value);
    const key = keys.get(value) ?? valueKey(value);
    keys.set(value, key);
    return key;
  };
  /** The queries of all chapters have one code. */
  const codes = new Map<string, Promise<ModuleCode>>();
  const codeOf = (module: string): Promise<ModuleCode> => {
    const code = codes.get(module) ?? moduleCode(module);
    codes.set(module, code);
    return code;
  };
  async function run<T>(
    name: string,
    module: string,
    dependencies: readonly string[],
    compute: (advance: (fraction: number) => void) => T | Promise<T>,
  ): Promise<StageResult<T>> {
    const start = performance.now();
    const dependsOn = contentKey(name, (await codeOf(module)).key, ...dependencies);
    const file = join(folder, `${name.replaceAll(/\W+/g, "-")}-${dependsOn.slice(0, 32)}`);
    const stored = await readVerified(file);
    if (stored === undefined && only === "stored") throw new NotStored(`not stored: ${name}`);
    const step = progress.begin(name);
    const bytes = stored ?? serialize(await compute(step.advance));
    if (stored === undefined) await storeVerified(file, bytes);
    const seconds = (performance.now() - start) / 1000;
    step.finish(stored === undefined ? `${seconds.toFixed(2)} s` : "unchanged");
    const value: T = deserialize(bytes);
    const key = keyOf(value);
    return {value, key, record: {stage: name, dependsOn, result: key, cached: stored !== undefined, seconds}};
  }
  return {
    run,
    async runInThread<F extends StageFunction>(
      name: string,
      {module, exported, kernels, loads = []}: Stage<F> & {loads?: readonly string[]},
      ...given: Given<F>
    ) {
      const dependencies = [
        exported,
        ...given.map(keyOf),
        ...(await Promise.all(loads.map(codeOf))).map(({key}) => key),
        ...(kernels ? [await kernelKey()] : []),
      ];
      type Value = Awaited<ReturnType<F>>;
      const {text} = await codeOf(module);
      return run<Value>(name, module, dependencies, (advance) => {
        const task = {module: storedCode(text), stage: exported, args: given, kernels};
        // the kernels are compiled once, before several threads ask for them
        const compiled = kernels ? compileKernels() : Promise.resolve();
        return compiled.then(stageThreads).then((threads) => threads.run<Value>(task, advance));
      });
    },
  };
}
