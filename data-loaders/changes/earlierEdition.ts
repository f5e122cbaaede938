import {mkdtemp, readFile, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {Manifest} from "../site/manifest.js";

/** An edition that was built before, to compare the present one with. */
export interface EarlierEdition {
  manifest: Manifest;
  /** Path of a data set's database, or undefined where it is not beside the manifest. */
  database(dataset: string): Promise<string | undefined>;
}

/** What was named with `--against` is not an edition of this report. */
export class EarlierEditionError extends Error {
  constructor(against: string, reason: string) {
    super(
      `${against}: ${reason}; expected a manifest.json, the folder of a built site, or the address of either`,
    );
    this.name = "EarlierEditionError";
  }
}

/**
 * Opens an earlier edition.
 *
 * @param against a manifest file, the folder of a built site, or the http(s) address of either
 * @throws EarlierEditionError if it cannot be read or is no manifest
 */
export async function openEarlierEdition(against: string): Promise<EarlierEdition> {
  return /^https?:\/\//.test(against) ? fromAddress(against) : fromFolder(against);
}

async function fromFolder(against: string): Promise<EarlierEdition> {
  const isFolder = (await stat(against).catch(() => undefined))?.isDirectory() ?? false;
  const file = isFolder ? join(against, "manifest.json") : against;
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new EarlierEditionError(against, error.code === "ENOENT" ? "not found" : error.message);
  });
  return {
    manifest: parseManifest(text, against),
    async database(dataset) {
      const path = join(dirname(file), "data", `${dataset}.duckdb`);
      return (await stat(path).catch(() => undefined))?.isFile() ? path : undefined;
    },
  };
}

async function fromAddress(against: string): Promise<EarlierEdition> {
  const address = new URL(
    against.endsWith(".json") ? against : `${against.replace(/\/?$/, "/")}manifest.json`,
  );
  const text = new TextDecoder().decode(await download(address, against));
  return {
    manifest: parseManifest(text, against),
    async database(dataset) {
      const bytes = await download(new URL(`data/${dataset}.duckdb`, address), against).catch(
        () => undefined,
      );
      if (bytes === undefined) return undefined;
      const path = join(await mkdtemp(join(tmpdir(), "cardlens-earlier-")), `${dataset}.duckdb`);
      await writeFile(path, bytes);
      return path;
    },
  };
}

async function download(address: URL, against: string): Promise<Uint8Array> {
  const response = await fetch(address).catch((error: Error) => {
    throw new EarlierEditionError(against, error.message);
  });
  if (!response.ok) throw new EarlierEditionError(against, `answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function parseManifest(text: string, against: string): Manifest {
  try {
    const manifest: Partial<Manifest> = JSON.parse(text);
    if (manifest.format === 1 && manifest.figures && manifest.claims && manifest.snapshots)
      return manifest as Manifest;
  } catch {
    throw new EarlierEditionError(against, "is no JSON");
  }
  throw new EarlierEditionError(against, "is no manifest of a report with a Changes page");
}
