import {mkdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import type {Config, ConfigPage} from "@observablehq/framework/dist/config.js";
import type {Page} from "@observablehq/framework/dist/markdown.js";
import type {SearchedPage} from "../../../src/lib/search/passage.js";
import {sha256} from "../../engine/content/sha256.js";
import {bundleForBrowser} from "../../engine/project/bundleForBrowser.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {passagesOf} from "./passagesOf.js";

const SUMMARY = 3;
const REVIEW = 0.4;

/**
 * Builds the search over all pages: their passages, and the script that searches them.
 *
 * @param pages HTML of each page's text by path, as readers see it
 * @returns address of the script from the site's root; it has another name whenever a page says something else
 */
export async function buildSearch(
  config: Pick<Config, "pages" | "normalizePath">,
  folder: string,
  pages: ReadonlyMap<string, Pick<Page, "title" | "data"> & {html: string}>,
): Promise<string> {
  const listed = new Map(config.pages.flatMap((each) => placesIn(each)));
  const searched = Array.from(pages).flatMap(([path, page]): SearchedPage[] => {
    const place = listed.get(path.replace(/\/index$/, "/"));
    const isIndexed = page.data.index ?? (place !== undefined || path === "/index");
    if (!isIndexed) return [];
    return [
      {
        path: config.normalizePath(path).replace(/^\//, ""),
        title: place?.name ?? page.title ?? "",
        part: place?.part ?? "",
        weight: weightOf(path),
        passages: passagesOf(page.html),
      },
    ];
  });
  const passages = JSON.stringify(searched);
  const passagesName = `passages.${sha256(passages).slice(0, 8)}.json`;
  const script = await bundleForBrowser(projectPath("src/components/search/siteSearch.ts"), {
    define: {passagesAddress: JSON.stringify(`./${passagesName}`)},
  });
  const address = `/_observablehq/search.${sha256(script).slice(0, 8)}.js`;
  await mkdir(dirname(join(folder, address)), {recursive: true});
  await writeFile(join(folder, "_observablehq", passagesName), passages);
  await writeFile(join(folder, address), script);
  return address;
}

function placesIn(page: ConfigPage, part = ""): [string, {name: string; part: string}][] {
  return "pages" in page
    ? page.pages.flatMap((each) => placesIn(each, page.name))
    : [[page.path, {name: page.name, part}]];
}

/** The summaries answer first; the lists for review repeat what pages say. */
function weightOf(path: string): number {
  if (path.endsWith("/index")) return SUMMARY;
  return path.startsWith("/review/") ? REVIEW : 1;
}
