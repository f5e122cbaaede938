import {spawn} from "node:child_process";
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeEach, describe, expect, test} from "vitest";
import {pseudonymSecret} from "../../../data-loaders/source/pseudonymSecret.js";

const GIVEN = "0123456789abcdef0123456789abcdef";

const folder = mkdtempSync(join(tmpdir(), "cardlens-secret-"));
const file = join(folder, "pseudonym-secret.txt");
beforeEach(() => rmSync(file, {force: true}));
afterAll(() => rmSync(folder, {recursive: true}));

describe("the pseudonym secret", () => {
  test("is the one given, for real customers and for samples", () => {
    for (const synthetic of [true, false])
      expect(pseudonymSecret(` ${GIVEN} `, synthetic, file)).toEqual({secret: GIVEN, origin: "variable"});
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a sample is public, and writes nothing", () => {
    expect(pseudonymSecret("  ", true, file).origin).toBe("public");
    expect(pseudonymSecret(undefined, true, file)).toEqual(pseudonymSecret("", true, file));
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of real customers is made once, told once, and only the owner may read it", () => {
    const made = pseudonymSecret(undefined, false, file);
    expect(made.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(made.note).toContain(file);
    expect(made.note).not.toContain(made.secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(pseudonymSecret(undefined, false, file)).toEqual({secret: made.secret, origin: "file"});
    expect(readdirSync(folder)).toEqual(["pseudonym-secret.txt"]);
  });

  test("that others could read is made private again", () => {
    const {secret} = pseudonymSecret(undefined, false, file);
    chmodSync(file, 0o644);
    expect(pseudonymSecret(undefined, false, file).secret).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("is the same for processes that make it at the same time", async () => {
    const module = new URL("../../../data-loaders/source/pseudonymSecret.ts", import.meta.url).href;
    const script = `import(${JSON.stringify(module)}).then(({pseudonymSecret}) => console.log(pseudonymSecret("", false, ${JSON.stringify(file)}).secret))`;
    const secrets = await Promise.all(
      Array.from({length: 4}, async () => {
        const child = spawn(process.execPath, ["--import", "tsx", "-e", script], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        let output = "";
        for await (const chunk of child.stdout) output += chunk;
        return output.trim();
      }),
    );
    expect(new Set(secrets)).toEqual(new Set([readFileSync(file, "utf8").trim()]));
  });

  test("must have 16 characters, wherever it comes from, and the error does not tell it", () => {
    expect(() => pseudonymSecret("short", false, file)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: CARDLENS_PSEUDONYM_KEY has 5 characters; expected at least 16. Make one with: openssl rand -hex 32]`,
    );
    writeFileSync(file, "short\n");
    expect(() => pseudonymSecret("", false, file)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: pseudonym-secret.txt has 5 characters; expected at least 16. Make one with: openssl rand -hex 32]`,
    );
  });
});
