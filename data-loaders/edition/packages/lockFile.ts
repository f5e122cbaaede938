import {readFile} from "node:fs/promises";
import {projectPath} from "../../engine/project/projectPath.js";

/** A package as the lock file has it. */
export interface LockedPackage {
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The packages of `package-lock.json` by their place, `node_modules/…`; the project itself has the place "". */
export async function lockedPackages(): Promise<Record<string, LockedPackage>> {
  const {packages}: {packages: Record<string, LockedPackage>} = JSON.parse(
    await readFile(projectPath("package-lock.json"), "utf8"),
  );
  return packages;
}

/** Name of the package in a place. */
export function packageName(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** Where a package that another one in `from` asks for stands, as Node looks for it; undefined where it is not installed. */
export function placeOf(
  name: string,
  from: string,
  packages: Readonly<Record<string, LockedPackage>>,
): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === "") return undefined;
  }
}
