import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {sampleFolder, samplePath} from "../../../data-loaders/datasets/samples.js";
import {locateInput} from "../../../data-loaders/source/locateInput.js";
import {openInput} from "../../../data-loaders/source/openInput.js";
import {readCustomers} from "../../../data-loaders/source/readCustomers.js";
import {alllife, cardUsage} from "../../definitions.js";
import {goodFile, inFolder, withoutFolder} from "./fixture.js";

/** Locates AllLife's input in a project whose input folder holds these files, by name and content. */
function locate(files: Record<string, string>, env: Record<string, string> = {}) {
  return inFolder(async (root) => {
    const folder = join(root, "data-loaders", "input");
    mkdirSync(folder, {recursive: true});
    mkdirSync(join(root, sampleFolder(alllife)), {recursive: true});
    for (const [name, content] of Object.entries(files))
      writeFileSync(
        name === alllife.sampleFile ? join(root, samplePath(alllife)) : join(folder, name),
        content,
      );
    const {path, synthetic} = await openInput(alllife, {root, env});
    return {path: path.slice(root.length + 1), synthetic};
  });
}

async function complaint(files: Record<string, string>, env: Record<string, string> = {}): Promise<string> {
  return locate(files, env).then(
    ({path}) => `accepted ${path}`,
    (error: Error) => withoutFolder(error.message),
  );
}

const SAMPLE = {"alllife.sample.csv": "sample"};

describe("locateInput", () => {
  test("takes the embedded sample where there is nothing else", async () => {
    expect(await locate({...SAMPLE, "card-usage.csv": "other", "README.md": ""})).toEqual({
      path: "data-loaders/datasets/alllife/sample/alllife.sample.csv",
      synthetic: true,
    });
  });

  test("takes the bank's own file, CSV or Parquet, before the sample", async () => {
    expect(await locate({...SAMPLE, "alllife.csv": "own"})).toEqual({
      path: "data-loaders/input/alllife.csv",
      synthetic: false,
    });
    expect((await locate({...SAMPLE, "alllife.parquet": "own"})).path).toBe(
      "data-loaders/input/alllife.parquet",
    );
  });

  test("takes the file that the environment names before both, relative to the project", async () => {
    const files = {...SAMPLE, "alllife.csv": "own", "march.csv": "march"};
    const env = {INPUT_ALLLIFE: "data-loaders/input/march.csv"};
    expect(await locate(files, env)).toEqual({path: "data-loaders/input/march.csv", synthetic: false});
  });

  test.each(["", " "])("refuses a variable that names nothing: %j", async (nothing) => {
    expect(await complaint({...SAMPLE, "alllife.csv": "own"}, {INPUT_ALLLIFE: nothing})).toBe(
      "INPUT_ALLLIFE is set but empty; expected the name of a file. Set it to a file, or unset it to use the file in data-loaders/input or the sample.",
    );
  });

  test("calls a copy of the sample synthetic, under any name", async () => {
    expect((await locate({...SAMPLE, "alllife.csv": "sample"})).synthetic).toBe(true);
    expect((await locate({...SAMPLE, "alllife.csv": "sampl3"})).synthetic).toBe(false);
    const env = {INPUT_ALLLIFE: "data-loaders/datasets/alllife/sample/alllife.sample.csv"};
    expect((await locate(SAMPLE, env)).synthetic).toBe(true);
  });

  test("refuses two files", async () => {
    expect(await complaint({...SAMPLE, "alllife.csv": "", "alllife.parquet": ""})).toMatchSnapshot();
  });

  test("refuses files that are evidently meant but would not be read", async () => {
    const files = {"AllLife.CSV": "", "alllife.xlsx": "", "alllife.csv.gz": "", "alllife.csv": ""};
    expect(await complaint({...SAMPLE, ...files})).toMatchSnapshot();
    expect(
      await complaint({...SAMPLE, "alllife.md": "", "alllife-notes.csv": "", "alllife.aggregates.json": ""}),
    ).toBe("accepted data-loaders/datasets/alllife/sample/alllife.sample.csv");
  });

  test("says what is wrong with a path that the environment names", async () => {
    expect(await complaint(SAMPLE, {INPUT_ALLLIFE: "nowhere.csv"})).toMatchSnapshot();
    expect(await complaint(SAMPLE, {INPUT_ALLLIFE: "data-loaders"})).toMatchSnapshot();
  });

  test("says that the sample is missing", async () => {
    expect(await complaint({})).toMatchSnapshot();
  });

  test("follows a symbolic link, and refuses one to nowhere", async () => {
    await inFolder(async (root) => {
      const folder = join(root, "data-loaders", "input");
      mkdirSync(folder, {recursive: true});
      symlinkSync(join(root, "real.csv"), join(folder, "alllife.csv"));
      expect(() => locateInput(alllife, {root, env: {}})).toThrow("no such file");
      writeFileSync(join(root, "real.csv"), "own");
      expect((await openInput(alllife, {root, env: {}})).synthetic).toBe(false);
    });
  });

  test("serves any data set", async () => {
    await inFolder((root) => {
      writeFileSync(join(root, "usage.csv"), "own");
      const located = locateInput(cardUsage, {root, env: {INPUT_CARD_USAGE: "usage.csv"}});
      expect(located).toBe(join(root, "usage.csv"));
    });
  });
});

describe("readCustomers on a path that is no file", () => {
  test("says so", async () => {
    await inFolder(async (folder) => {
      const read = (name: string) => readCustomers(join(folder, name), alllife, {synthetic: false});
      await expect(read("nothing.csv")).rejects.toThrow("found no such file; expected a CSV or Parquet file");
      await expect(read(".")).rejects.toThrow("found a folder");
    });
  });

  test.skipIf(process.getuid?.() === 0)(
    "says that it may not be read (skipped for root, who may)",
    async () => {
      await inFolder(async (folder) => {
        const path = join(folder, "alllife.csv");
        writeFileSync(path, goodFile());
        chmodSync(path, 0);
        await expect(readCustomers(path, alllife, {synthetic: false})).rejects.toThrow("may not read");
      });
    },
  );
});
