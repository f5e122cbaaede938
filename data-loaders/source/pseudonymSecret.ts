import {randomBytes, randomUUID} from "node:crypto";
import {chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {projectPath} from "../engine/project/projectPath.js";
import {SettingError} from "../engine/project/settingError.js";

/** Environment variable with the secret that pseudonyms are made with. */
export const PSEUDONYM_VARIABLE = "CARDLENS_PSEUDONYM_KEY";

/** Where the secret is kept that a build makes for real customers: beside their file, ignored by git. */
export const secretFile = projectPath("data-loaders/input/pseudonym-secret.txt");

const SAMPLE_SECRET = "cardlens: a public secret for customers who do not exist";
const SHORTEST_SECRET = 16;
const OWNER_ONLY = 0o600;

/** The secret behind the pseudonyms. */
export interface PseudonymSecret {
  secret: string;
  /** `variable` and `file` are the bank's own; `public` is in this source and only for synthetic samples. */
  origin: "variable" | "file" | "public";
  /** What to tell whoever builds, where the secret was made just now. */
  note?: string;
}

/**
 * The secret to make pseudonyms with: the value of `CARDLENS_PSEUDONYM_KEY`; else, for a synthetic sample, a public one; else
 * that of a file, which is made where there is none. A public secret would hide nothing: five-digit keys are 100,000 in
 * number, and whoever knows the secret tries them all in a second.
 *
 * @param given the variable's value; empty counts as none
 * @param synthetic whether the customers are those of an embedded sample
 * @param file where the secret is kept that is made
 * @throws SettingError if the secret has fewer than 16 characters
 */
export function pseudonymSecret(
  given: string | undefined,
  synthetic: boolean,
  file = secretFile,
): PseudonymSecret {
  const own = given?.trim() ?? "";
  if (own !== "") return {secret: longEnough(own, PSEUDONYM_VARIABLE), origin: "variable"};
  if (synthetic) return {secret: SAMPLE_SECRET, origin: "public"};
  const kept = keptSecret(file);
  if (kept !== undefined) return {secret: kept, origin: "file"};
  return {
    secret: madeSecret(file),
    origin: "file",
    note: `A secret for the customers' pseudonyms was made: ${file}. Keep a copy with your passwords: without it, the next edition cannot follow customers`,
  };
}

function longEnough(secret: string, source: string): string {
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new SettingError(
    `${source} has ${secret.length} characters; expected at least ${SHORTEST_SECRET}. Make one with: openssl rand -hex 32`,
  );
}

function keptSecret(file: string): string | undefined {
  const found = statSync(file, {throwIfNoEntry: false});
  if (found === undefined) return undefined;
  // a copy or a backup may have come back readable for all
  if ((found.mode & 0o077) !== 0 && process.platform !== "win32") chmodSync(file, OWNER_ONLY);
  return longEnough(readFileSync(file, "utf8").trim(), basename(file));
}

/** Written under another name and linked: of two builds at once, both use the one that was first. */
function madeSecret(file: string): string {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, `${randomBytes(32).toString("hex")}\n`, {mode: OWNER_ONLY, flag: "wx"});
    linkSync(unfinished, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(unfinished, {force: true});
  }
  return longEnough(readFileSync(file, "utf8").trim(), basename(file));
}
