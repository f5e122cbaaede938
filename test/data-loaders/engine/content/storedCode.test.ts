import {readFileSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {storedCode} from "../../../../data-loaders/engine/content/storedCode.js";

test("compiled code is stored once: a file that is there may be in use and stays, with its time renewed", async () => {
  const text = `export const answer = 42; // ${process.pid}\n`;
  const url = storedCode(text);
  const file = fileURLToPath(url);
  try {
    expect(await import(url)).toMatchObject({answer: 42});
    utimesSync(file, 1, 1);
    const {ino} = statSync(file);
    expect(storedCode(text)).toBe(url);
    expect(statSync(file)).toMatchObject({ino});
    // by its time the cache is pruned
    expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(3_600_000);
    writeFileSync(file, "damaged");
    storedCode(text);
    expect(readFileSync(file, "utf8")).toBe(text);
  } finally {
    rmSync(file);
  }
});
