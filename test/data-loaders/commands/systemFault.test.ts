import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {systemFault} from "../../../data-loaders/commands/systemFault.js";

function thrown(code: string, message: string, path?: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), {code, path});
}

describe("a fault of the machine", () => {
  test.each([
    [thrown("ENOSPC", "no space left on device, write"), /^the disk is full\. Free some space/],
    [thrown("EDQUOT", "disk quota exceeded, write"), /disk quota is used up/],
    [thrown("EFBIG", "file too large, write"), /larger than this account or disk allows\. Raise the limit/],
    [
      thrown("EROFS", "read-only file system", "/site/dist/a"),
      /^the disk is read-only \(writing \/site\/dist\/a\)/,
    ],
    [thrown("EACCES", "permission denied, open '/site/.cache/b'"), /no permission for \/site\/\.cache\/b\./],
    [thrown("EMFILE", "too many open files, open 'c'"), /^too many files are open at once\. Raise the limit/],
    [thrown("EBUSY", "resource busy or locked, rename", "/site/dist"), /^\/site\/dist is in use/],
    [new Error('IO Error: Could not write file "/tmp/d": No space left on device'), /^the disk is full/],
    [new Error("a stage", {cause: thrown("ENOSPC", "no space left on device, write")}), /^the disk is full/],
  ])("is one line that says what to do: %s", (error, expected) => {
    const line = systemFault(error);
    expect(line).toMatch(expected);
    expect(line).not.toContain("\n");
  });

  test.each([new Error("no convergence"), new TypeError("x is not a function"), "text", undefined])(
    "is nothing else: %s",
    (error) => expect(systemFault(error)).toBeUndefined(),
  );

  test.skipIf(process.platform !== "linux")("is known as the system tells it", () => {
    let error: unknown;
    try {
      writeFileSync("/dev/full", "x");
    } catch (caught) {
      error = caught;
    }
    expect(systemFault(error)).toMatch(/^the disk is full/);
    const {stderr} = spawnSync(
      "sh",
      [
        "-c",
        `ulimit -f 1; "${process.execPath}" -e 'fs.writeFileSync("/tmp/cardlens-large", Buffer.alloc(100000))'; rm -f /tmp/cardlens-large`,
      ],
      {encoding: "utf8"},
    );
    expect(systemFault(new Error(stderr))).toMatch(/larger than this account or disk allows/);
  });
});
