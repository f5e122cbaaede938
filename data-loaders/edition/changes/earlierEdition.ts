import {mkdtemp, readFile, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Manifest, manifestFormat} from "../manifest.js";

/** An edition that was built before, to compare the present one with. */
export interface EarlierEdition {
  manifest: Manifest;
  /** Path of a data set's database, or undefined where it is not beside the manifest. */
  database(dataset: string): Promise<string | undefined>;
  /** Removes what was downloaded. */
  close(): Promise<void>;
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
    close: async () => {},
  };
}

async function fromAddress(against: string): Promise<EarlierEdition> {
  const address = new URL(
    against.endsWith(".json") ? against : `${against.replace(/\/?$/, "/")}manifest.json`,
  );
  const text = new TextDecoder().decode(await download(address, against));
  const manifest = parseManifest(text, against);
  const folder = await mkdtemp(join(tmpdir(), "cardlens-earlier-"));
  return {
    manifest,
    async database(dataset) {
      const bytes = await download(new URL(`data/${dataset}.duckdb`, address), against).catch(
        () => undefined,
      );
      if (bytes === undefined) return undefined;
      const path = join(folder, `${dataset}.duckdb`);
      await writeFile(path, bytes);
      return path;
    },
    close: () => rm(folder, {recursive: true, force: true}),
  };
}

async function download(address: URL, against: string): Promise<Uint8Array> {
  const response = await fetch(address).catch(({message, cause}: Error) => {
    throw new EarlierEditionError(
      against,
      `could not be reached (${cause instanceof Error && cause.message !== "" ? cause.message : message})`,
    );
  });
  if (!response.ok) throw new EarlierEditionError(against, `answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function parseManifest(text: string, against: string): Manifest {
  const {format, ...manifest} = parseJson(text, against);
  if (typeof format === "number" && format !== manifestFormat)
    throw new EarlierEditionError(
      against,
      `is a manifest of format ${format}, and this version of Cardlens reads format ${manifestFormat}`,
    );
  const {inputs, figures, claims, snapshots, evidenceKey} = manifest;
  if (format === manifestFormat && inputs && figures && claims && snapshots && evidenceKey)
    return {format, ...manifest} as Manifest;
  throw new EarlierEditionError(against, "is no manifest of a report with a Changes page");
}

function parseJson(text: string, against: string): Partial<Manifest> {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    throw new EarlierEditionError(against, "is no JSON");
  }
}
