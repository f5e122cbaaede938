import {readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {contentKey} from "../../engine/content/contentKey.js";
import {readVerified, storeVerified} from "../../engine/content/verifiedFile.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {projectPath} from "../../engine/project/projectPath.js";

const require = createRequire(import.meta.url);

/** A system font that is shown until the typeface is there, stretched so that its lines break where those of the typeface do. */
interface Fallback {
  weights: string;
  /** Names of the same face, or of one with the same metrics, on each system. */
  names: readonly string[];
  /** Width of the report's prose in the typeface, in per cent of that in the system font. */
  width: number;
}

/** The report's typefaces: variable fonts from their packages. */
const families: readonly {
  id: string;
  family: string;
  package: string;
  weights: string;
  /** Height of a line above and below its base, in per cent of the size. */
  ascent: number;
  descent: number;
  /** Where a system has several of the same weights, the last counts. */
  fallbacks: readonly Fallback[];
}[] = [
  {
    id: "inter",
    family: "Inter",
    package: "@fontsource-variable/inter",
    weights: "100 900",
    ascent: 96.875,
    descent: 24.121,
    fallbacks: [
      {weights: "100 500", names: roboto(""), width: 106.6},
      {weights: "600 650", names: roboto("Bold"), width: 107.5},
      {weights: "700 900", names: roboto("Bold"), width: 108.8},
      {weights: "100 500", names: arial(""), width: 106.9},
      {weights: "600 650", names: arial("Bold"), width: 100.9},
      {weights: "700 900", names: arial("Bold"), width: 102.8},
    ],
  },
  {
    id: "source-serif-4",
    family: "Source Serif",
    package: "@fontsource-variable/source-serif-4",
    weights: "200 900",
    ascent: 103.6,
    descent: 33.5,
    fallbacks: [
      {weights: "100 500", names: notoSerif(""), width: 99.4},
      {weights: "600 900", names: notoSerif("Bold"), width: 96.6},
      {weights: "100 500", names: times(""), width: 117.9},
      {weights: "600 900", names: times("Bold"), width: 114.4},
    ],
  },
];

/** On Android. */
function roboto(weight: "" | "Bold"): string[] {
  return named("Roboto", weight);
}

function notoSerif(weight: "" | "Bold"): string[] {
  return named("Noto Serif", weight);
}

/** On Windows and Apple's systems; on Linux, what has its metrics. */
function arial(weight: "" | "Bold"): string[] {
  const postscript = weight === "" ? "ArialMT" : "Arial-BoldMT";
  return [
    ...named("Arial", weight),
    postscript,
    ...named("Liberation Sans", weight),
    ...named("Arimo", weight),
  ];
}

function times(weight: "" | "Bold"): string[] {
  const postscript = weight === "" ? "TimesNewRomanPSMT" : "TimesNewRomanPS-BoldMT";
  return [
    ...named("Times New Roman", weight),
    postscript,
    ...named("Liberation Serif", weight),
    ...named("Tinos", weight),
  ];
}

/** The two names by which systems know a face: the full one, and PostScript's. */
function named(family: string, weight: "" | "Bold"): string[] {
  const full = weight === "" ? family : `${family} ${weight}`;
  return [full, `${family.replaceAll(" ", "")}-${weight || "Regular"}`];
}

/** What English prose with numbers is written in; a page that has other characters loads the file of their script. */
const basicRange =
  "U+20-7E,U+A0,U+B1-B2,U+B7,U+D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2026,U+20AC,U+2212,U+2264-2265";

/** The weights that the style sheets use. */
const basicWeights = {min: 400, max: 700};

/** Kerning, accents and figures of one width: no ornaments. */
const basicFeatures = ["kern", "ccmp", "mark", "tnum", "lnum"];

/** A font file of the site: `ID-SCRIPT`. */
export interface FontFile {
  name: string;
  read(): Promise<Uint8Array>;
}

/** All font files: of each family the basic characters, and one file for each script that its package has. */
export const fontFiles: readonly FontFile[] = families.flatMap(({id, package: source}) => [
  {name: `${id}-basic`, read: () => readBasic(source)},
  ...Object.keys(scriptsOf(source)).map((script) => ({
    name: `${id}-${script}`,
    read: () => readFile(scriptFile(source, script)),
  })),
]);

/** The names under which style sheets know them. */
export const typefaces: readonly string[] = families.map(({family}) => family);

/** The files that every page loads. */
export const basicFonts: readonly string[] = families.map(({id}) => `${id}-basic`);

/** Compressing a font takes a quarter of a second, so it is kept, by all that it is made from. */
async function readBasic(source: string): Promise<Uint8Array> {
  const all = await readFile(scriptFile(source, "latin"));
  const options = {
    targetFormat: "woff2" as const,
    variationAxes: {wght: basicWeights},
    keepFeatures: basicFeatures,
  };
  const lock = await readFile(projectPath("package-lock.json"));
  const key = contentKey(all, basicRange, JSON.stringify(options), lock);
  const file = cachePath("fonts", key.slice(0, 32));
  const kept = await readVerified(file);
  if (kept !== undefined) return kept;
  const {default: subsetFont} = await import("subset-font");
  const subset = await subsetFont(all, charactersOf(basicRange), options);
  await storeVerified(file, subset);
  return subset;
}

function scriptFile(source: string, script: string): string {
  const id = source.slice(source.indexOf("/") + 1);
  return require.resolve(`${source}/files/${id}-${script}-wght-normal.woff2`);
}

/** The ranges of characters that each file of a package covers. */
function scriptsOf(source: string): Record<string, string> {
  return JSON.parse(readFileSync(require.resolve(`${source}/unicode.json`), "utf8"));
}

/**
 * Style rules that load the typefaces from a folder, given relative to the page. Of two faces that cover a character the
 * later one counts, so the basic one stands last.
 */
export function fontFaces(folder: string): string {
  const face = (family: string, weights: string, name: string, range: string) =>
    `@font-face{font-family:"${family}";font-weight:${weights};font-display:swap;src:url("${folder}${name}.woff2") format("woff2");unicode-range:${range}}`;
  return families
    .map(({id, family, package: source, weights, ascent, descent, fallbacks}) => {
      const scripts = Object.entries(scriptsOf(source)).map(([script, range]) =>
        face(family, weights, `${id}-${script}`, range),
      );
      const {min, max} = basicWeights;
      return [
        ...scripts,
        face(family, `${min} ${max}`, `${id}-basic`, basicRange),
        ...fallbacks.map((fallback) => fallbackFace(family, ascent, descent, fallback)),
      ].join("");
    })
    .join("");
}

function fallbackFace(
  family: string,
  ascent: number,
  descent: number,
  {weights, names, width}: Fallback,
): string {
  const local = names.map((name) => `local("${name}")`).join(",");
  // browsers apply the size to these too
  const height = (share: number) => `${((100 * share) / width).toFixed(3)}%`;
  return `@font-face{font-family:"${family} Fallback";font-weight:${weights};src:${local};size-adjust:${width}%;ascent-override:${height(ascent)};descent-override:${height(descent)};line-gap-override:0%}`;
}

function charactersOf(range: string): string {
  return range
    .split(",")
    .flatMap((part) => {
      const [first, last = first] = part
        .slice("U+".length)
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      return Array.from({length: last - first + 1}, (_, i) => String.fromCodePoint(first + i));
    })
    .join("");
}
