import {readdir, readFile} from "node:fs/promises";
import {projectPath} from "../../engine/project/projectPath.js";
import {sourceFiles} from "../../engine/project/sourceFiles.js";
import {lockedPackages, packageName, placeOf} from "./lockFile.js";

/** A package whose code or files may be part of the built site. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As the package says: an SPDX expression. */
  licence: string;
  /** The licence's text; empty where the package brings none. */
  text: string;
}

/** Packages that come into the site without an import: Framework's client with what is bundled into it, typefaces, kernels. */
const withoutImport = [
  "@observablehq/framework",
  "@observablehq/inputs",
  "@observablehq/inspector",
  "@observablehq/runtime",
  "htl",
  "isoformat",
  "minisearch",
  "assemblyscript",
];

/**
 * The packages that pages import, Framework's client, the typefaces and the kernels' compiler (its runtime is in the kernels),
 * with all that they depend on: whatever of it a bundle leaves out, nothing that is in the site is missing.
 */
export async function shippedPackages(): Promise<ShippedPackage[]> {
  const packages = await lockedPackages();
  const direct = Object.keys(packages[""]?.dependencies ?? {});
  const roots = [
    ...(await importedPackages()),
    ...withoutImport,
    ...direct.filter((name) => name.startsWith("@fontsource")),
  ];
  const places = new Set<string>();
  const add = (name: string, from: string) => {
    const place = placeOf(name, from, packages);
    if (place === undefined || places.has(place)) return;
    places.add(place);
    // Framework's own dependencies build pages, and are not in them
    if (name === "@observablehq/framework" || name === "assemblyscript") return;
    for (const dependency of Object.keys(packages[place].dependencies ?? {})) add(dependency, place);
  };
  for (const root of roots) add(root, "");
  const shipped = await Promise.all([...places].map(describe));
  return shipped.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

async function importedPackages(): Promise<string[]> {
  const files = await sourceFiles("src", (path) => /\.(ts|md)$/.test(path));
  const texts = await Promise.all(files.map((file) => readFile(projectPath(file), "utf8")));
  const specifiers = texts.flatMap((text) =>
    Array.from(
      text.matchAll(/(?:from|import|resolve)\s*\(?\s*"(?:npm:)?([@a-z][^"]*)"/g),
      ([, path]) => path,
    ),
  );
  const names = specifiers
    .filter((path) => !path.startsWith("node:"))
    .map((path) =>
      path
        .split("/")
        .slice(0, path.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  return [...new Set(names)].sort();
}

/** What a package says of itself; old ones have a list of licences. */
interface Declared {
  version: string;
  license?: string;
  licenses?: readonly {type: string}[];
}

async function describe(place: string): Promise<ShippedPackage> {
  const folder = projectPath(place);
  const {
    version,
    license,
    licenses = [],
  }: Declared = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const licence = license ?? licenses.map(({type}) => type).join(" OR ");
  const files = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8").catch(() => "")));
  const text = texts.map((each) => each.replaceAll("\r\n", "\n").trim()).filter((each) => each !== "");
  return {
    name: packageName(place),
    version,
    licence: licence === "" ? "not declared" : licence,
    text: text.join("\n\n"),
  };
}

/** All licences as one text. */
export function licencesText(packages: readonly ShippedPackage[]): string {
  const parts = packages.map(
    ({name, version, licence, text}) =>
      `${name} ${version}\nLicence: ${licence}\n\n${text === "" ? "(The package brings no text of its licence.)" : text}\n`,
  );
  return `Packages whose code or files may be part of this site, with their licences.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
