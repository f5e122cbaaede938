import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {FigureValue} from "../../src/lib/narrative/formatFigure.js";
import type {Verdict} from "../../src/lib/narrative/verdict.js";
import {sha256} from "../engine/content/sha256.js";
import {filesBelow} from "../engine/project/sourceFiles.js";
import type {Snapshot} from "./snapshot.js";

/** Raised when an earlier version of Cardlens could no longer compare itself with a manifest. */
export const manifestFormat = 2;

/** What a site was built from and what it says: `manifest.json` at its root. */
export interface Manifest {
  format: typeof manifestFormat;
  cardlens: string;
  /** Key of everything that the pages depend on. */
  siteKey: string;
  inputs: {dataset: string; name: string; bytes: number; sha256: string; rows: number; synthetic: boolean}[];
  /** Key of what each stage gave. */
  stages: Record<string, string>;
  figures: Record<string, {value: FigureValue; text: string}>;
  claims: Record<string, Verdict>;
  /** Segments, coefficients and distributions of each data set, for comparison with later editions. */
  snapshots: Snapshot[];
  /** Key of all that editions are compared by; see `changesSince`. */
  evidenceKey: string;
  /** `evidenceKey` of the edition that this one was compared with. */
  comparedWith: string | null;
  /** SHA-256 of every other file of the site. */
  files: Record<string, string>;
}

/**
 * SHA-256 of files of a site: one after another, since all at once would need more open files than some accounts may have.
 *
 * @param files by default all but the manifest
 */
export async function hashes(folder: string, files?: readonly string[]): Promise<Record<string, string>> {
  const all = files ?? (await filesBelow(folder)).filter((file) => file !== "manifest.json");
  const found: Record<string, string> = {};
  for (const file of all) found[file] = sha256(await readFile(join(folder, file)));
  return found;
}

/** Reads the manifest of a built site, if there is one. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  } catch {
    return undefined;
  }
}

/** True where every file of the site is as the manifest says. What others put beside them is not the site's. */
export async function isIntact(folder: string, {files}: Manifest): Promise<boolean> {
  const found = await hashes(folder, Object.keys(files)).catch(() => undefined);
  return JSON.stringify(found) === JSON.stringify(files);
}
