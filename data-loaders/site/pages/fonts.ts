import {readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {contentKey} from "../../engine/content/contentKey.js";
import {readVerified, storeVerified} from "../../engine/content/verifiedFile.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {projectPath} from "../../engine/project/projectPath.js";

const require = createRequire(import.meta.url);

/** A system font, stretched so that a line of it is as long and as high as one of the typeface that comes later. */
interface Fallback {
  /** Names of the regular and the bold face, on each system. */
  regular: readonly string[];
  bold: readonly string[];
  /** As capsize computes it, with its metrics 4.3.0. */
  stretch: string;
}

/** The report's typefaces: variable fonts from their packages. */
const families: readonly {
  id: string;
  family: string;
  package: string;
  weights: string;
  fallback: Fallback;
}[] = [
  {
    id: "inter",
    family: "Inter",
    package: "@fontsource-variable/inter",
    weights: "100 900",
    fallback: {
      regular: ["Arial", "ArialMT", "Liberation Sans", "Arimo"],
      bold: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold"],
      stretch: "ascent-override:90.4365%;descent-override:22.518%;line-gap-override:0%;size-adjust:107.1194%",
    },
  },
  {
    id: "source-serif-4",
    family: "Source Serif",
    package: "@fontsource-variable/source-serif-4",
    weights: "200 900",
    fallback: {
      regular: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"],
      bold: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"],
      stretch:
        "ascent-override:87.8653%;descent-override:28.4121%;line-gap-override:0%;size-adjust:117.9077%",
    },
  },
];

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
    .map(({id, family, package: source, weights, fallback}) => {
      const scripts = Object.entries(scriptsOf(source)).map(([script, range]) =>
        face(family, weights, `${id}-${script}`, range),
      );
      const {min, max} = basicWeights;
      return [
        ...scripts,
        face(family, `${min} ${max}`, `${id}-basic`, basicRange),
        ...fallbackFaces(family, fallback),
      ].join("");
    })
    .join("");
}

function fallbackFaces(family: string, {regular, bold, stretch}: Fallback): string[] {
  const face = (weights: string, names: readonly string[]) =>
    `@font-face{font-family:"${family} Fallback";font-weight:${weights};src:${names.map((name) => `local("${name}")`).join(",")};${stretch}}`;
  return [face("100 500", regular), face("600 900", bold)];
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
