import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";

const require = createRequire(import.meta.url);

/** The report's typefaces: variable fonts, Latin subset, from their packages. */
export const fonts = {
  "inter-latin": {
    family: "Inter",
    weight: "100 900",
    style: "normal",
    file: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  },
  "source-serif-latin": {
    family: "Source Serif",
    weight: "200 900",
    style: "normal",
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  },
} as const;

export type FontName = keyof typeof fonts;

/** Reads a typeface from its package. */
export function readFont(name: FontName): Promise<Uint8Array> {
  return readFile(require.resolve(fonts[name].file));
}

/** Style rules that load the typefaces from a folder, given relative to the page. */
export function fontFaces(folder: string): string {
  return Object.entries(fonts)
    .map(
      ([name, {family, weight, style}]) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};font-display:swap;src:url("${folder}${name}.woff2") format("woff2")}`,
    )
    .join("");
}
