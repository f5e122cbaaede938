import {mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {silentProgress} from "../../../../data-loaders/engine/progress/progress.js";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";
import {openStages} from "../../../../data-loaders/engine/stages/runStage.js";
import {stage} from "../../../../data-loaders/engine/stages/stage.js";
import {skewness} from "../../../../src/lib/statistics/description/skewness.js";

const code = pathToFileURL(projectPath("data-loaders/engine/content/contentKey.ts")).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardlens-stages-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/**
 * A pipeline of three: `parity` takes a number, `word` builds on what parity gave, `shout` on what word gave
 * and on a mark. Returns which of them were computed, and the last result.
 */
async function run(number: number, mark = "!"): Promise<{computed: string[]; result: string}> {
  const computed: string[] = [];
  const stages = openStages(folder, silentProgress);
  const parity = await stages.run("parity", code, [String(number)], () => {
    computed.push("parity");
    return number % 2;
  });
  const word = await stages.run("word", code, [parity.key], () => {
    computed.push("word");
    return new Map([["word", parity.value === 0 ? "even" : "odd"]]);
  });
  const shout = await stages.run("shout", code, [word.key, mark], () => {
    computed.push("shout");
    return `${word.value.get("word")}${mark}`;
  });
  expect([parity, word, shout].map(({record: {stage, cached}}) => [stage, cached])).toEqual(
    ["parity", "word", "shout"].map((stage) => [stage, !computed.includes(stage)]),
  );
  return {computed, result: shout.value};
}

describe("a pipeline of stages", () => {
  test("computes nothing the second time", async () => {
    expect(await run(3)).toEqual({computed: ["parity", "word", "shout"], result: "odd!"});
    expect(await run(3)).toEqual({computed: [], result: "odd!"});
  });

  test("computes a stage again when what it depends on changes, and those that build on it", async () => {
    await run(3);
    expect(await run(4)).toEqual({computed: ["parity", "word", "shout"], result: "even!"});
    expect(await run(4, "?")).toEqual({computed: ["shout"], result: "even?"});
  });

  test("goes no further where a stage that ran again gave the same result", async () => {
    await run(3);
    expect(await run(5)).toEqual({computed: ["parity"], result: "odd!"});
  });

  test("keeps the results of earlier inputs", async () => {
    await run(3);
    await run(4);
    expect(await run(3)).toEqual({computed: [], result: "odd!"});
  });

  test("does not take a result for that of other code", async () => {
    const other = pathToFileURL(projectPath("data-loaders/engine/content/moduleCode.ts")).href;
    const first = await openStages(folder, silentProgress).run("one", code, ["a"], () => 1);
    const second = await openStages(folder, silentProgress).run("one", other, ["a"], () => 2);
    expect([first.value, second.value]).toEqual([1, 2]);
  });

  test("keeps nothing of a stage that failed", async () => {
    const stages = openStages(folder, silentProgress);
    const fail = () => {
      throw new Error("no convergence");
    };
    await expect(stages.run("fails", code, [], fail)).rejects.toThrow("no convergence");
    expect(await stages.run("fails", code, [], () => "now it works")).toMatchObject({value: "now it works"});
  });

  test("ignores what a killed write left", async () => {
    await run(3);
    const [result] = readdirSync(folder).filter((file) => file.startsWith("parity"));
    const bytes = readFileSync(join(folder, result));
    rmSync(join(folder, result));
    writeFileSync(join(folder, `${result}.12345`), bytes.subarray(0, 3));
    expect(await run(3)).toEqual({computed: ["parity"], result: "odd!"});
    expect(readFileSync(join(folder, result))).toEqual(bytes);
  });

  test.each([
    ["cut off", (file: string) => truncateSync(file, 70)],
    ["empty", (file: string) => truncateSync(file, 0)],
    [
      "altered",
      (file: string) => {
        const bytes = readFileSync(file);
        bytes[bytes.length - 1] ^= 1;
        writeFileSync(file, bytes);
      },
    ],
  ])("computes a result anew that was %s on disk", async (_, damage) => {
    await run(3);
    const [result] = readdirSync(folder).filter((file) => file.startsWith("shout"));
    damage(join(folder, result));
    expect(await run(3)).toEqual({computed: ["shout"], result: "odd!"});
  });

  test("may run twice at the same time", async () => {
    const [a, b] = await Promise.all([run(3), run(3)]);
    expect([a.result, b.result]).toEqual(["odd!", "odd!"]);
    expect(readdirSync(folder)).toHaveLength(3);
  });
});

describe("a stage in a thread", () => {
  const load = () => import("../../../../src/lib/statistics/description/skewness.js");
  const module = pathToFileURL(projectPath("src/lib/statistics/description/skewness.ts"));
  const skew = (values: number[]) =>
    openStages(folder, silentProgress).runInThread(
      "skewness",
      stage(load, module, "skewness"),
      Float64Array.from(values),
    );

  test("gives what its function gives, and depends on what it is given", async () => {
    const values = [1, 2, 3, 10];
    const first = await skew(values);
    expect(first).toMatchObject({
      value: skewness(Float64Array.from(values)),
      record: {stage: "skewness", cached: false},
    });
    expect(await skew(values)).toMatchObject({value: first.value, record: {cached: true}});
    expect(await skew([1, 2, 3, 11])).toMatchObject({record: {cached: false}});
  });

  test("that fails says why, keeps nothing, and leaves the thread to others", async () => {
    const nothing = {...stage(load, module, "skewness"), exported: "nothing"};
    const missing = () =>
      openStages(folder, silentProgress).runInThread("missing", nothing, new Float64Array(3));
    await expect(missing()).rejects.toThrow(/exports no nothing$/);
    await expect(missing()).rejects.toThrow(/exports no nothing$/);
    expect((await skew([1, 2, 4])).value).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((file) => file.startsWith("missing"))).toEqual([]);
  });

  test("runs the compiled kernels only if it says so", async () => {
    const matrix = {rows: 4, cols: 1, values: Float64Array.of(0, 1, 5, 6)};
    const file = pathToFileURL(projectPath("data-loaders/model/robustness/resampleSegments.ts"));
    const resample = () => import("../../../../data-loaders/model/robustness/resampleSegments.js");
    const stages = openStages(folder, silentProgress);
    const labels = Int32Array.of(0, 0, 1, 1);
    const options = {replicates: 1, restarts: 1, seed: 1};
    const withKernels = stage(resample, file, "measureStability", "with kernels");
    const {value} = await stages.runInThread("with", withKernels, matrix, labels, options);
    expect(value.adjustedRand).toHaveLength(1);
    // @ts-expect-error it must say that it runs the kernels
    const without = stage(resample, file, "measureStability");
    await expect(stages.runInThread("without", without, matrix, labels, options)).rejects.toThrow(
      "kmeansStart",
    );
  });
});
