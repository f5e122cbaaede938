import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import {type Page, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";
import {deferredIn} from "../pages/deferredMarkup.js";
import type {PageEvidence} from "../pages/pageEvidence.js";

/** A page as it is written. */
export interface PageSource {
  /** Path from the site's root, without ending. */
  path: string;
  markdown: string;
}

/** Reads the Markdown of pages. */
export function readSources(root: string, paths: readonly string[]): Promise<PageSource[]> {
  return Promise.all(
    paths.map(async (path) => ({path, markdown: await readFile(join(root, `${path}.md`), "utf8")})),
  );
}

/** A page's content, parsed by Framework: with the evidence that it quotes, and without what stands around it. */
export function parseContent(config: Config, {path, markdown}: PageSource): Page {
  return parseMarkdown(markdown, {...config, path, head: null, header: null, footer: null});
}

/** A page as Framework parses it. */
export function parseWhole(config: Config, {path, markdown}: PageSource): Page {
  return parseMarkdown(markdown, {...config, path});
}

/**
 * Key of all that is written in a page or around it: its text with the evidence that it quotes, as Framework parses it,
 * its charts and lists, its code, and what the configuration puts into its head and foot.
 */
export function pageKey(
  config: Config,
  {path, markdown}: PageSource,
  page: Page,
  evidence: PageEvidence,
): string {
  const {title, body, data, style, code} = page;
  const around = [config.head, config.header, config.footer].map((part) =>
    typeof part === "function" ? part({title, data, path}) : part,
  );
  return contentKey(
    markdown,
    JSON.stringify([title, body, data, style, code.map(({id, mode}) => [id, mode]), around]),
    ...deferredIn(body, evidence),
  );
}

/**
 * Key of what all pages depend on: code and packages, the configuration's values such as the list of pages, the style
 * sheets, and which files there are in the sources, as a new one may take the place of another.
 *
 * @param code key of the code of the build and of the configuration
 */
export async function commonKey(config: Config, code: string): Promise<string> {
  // where the project lies does not matter
  const {md: _, loaders: __, output: ___, watchPath: ____, ...settings} = config;
  const files = (await filesBelow(settings.root)).filter((file) => !/(^|\/)\./.test(file));
  const styles = files.filter((file) => file.endsWith(".css"));
  return contentKey(
    code,
    JSON.stringify(settings),
    ...files,
    ...(await Promise.all(styles.map((file) => readFile(join(settings.root, file))))),
  );
}
