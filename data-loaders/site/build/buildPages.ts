import {copyFile, mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {type Config, readConfig} from "@observablehq/framework/dist/config.js";
import type {Page} from "@observablehq/framework/dist/markdown.js";
import {renderPage} from "@observablehq/framework/dist/render.js";
import {getResolvers, type Resolvers} from "@observablehq/framework/dist/resolvers.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {insertMarkup} from "../pages/deferredMarkup.js";
import {type PageEvidence, pageEvidence} from "../pages/pageEvidence.js";
import {buildSearch} from "../search/buildSearch.js";
import {finishPages} from "./finishPages.js";
import {allPaths, buildWithFramework, copyFiles} from "./frameworkBuild.js";
import {builtResources, type Resource, resolversIn, resourceKeys, resourcesOf} from "./pageResources.js";
import {commonKey, pageKey, parseContent, parseWhole, readSources} from "./pageSources.js";
import {withSearchScript} from "./searchScript.js";

/** What the pages of a site were made from. */
export interface PagesRecord {
  /** Key of what all pages depend on; see `commonKey`. */
  common: string;
  /** By path from the site's root. */
  pages: Record<string, PageRecord>;
  /** What the pages load, with its key; see `resourceKeys`. */
  resources: Record<Resource, string>;
}

interface PageRecord {
  /** Key of the Markdown alone. */
  markdown: string;
  /** Key of all that is written in the page and around it; see `pageKey`. */
  key: string;
  resources: Resource[];
}

/** A site that is built already. */
export interface LastSite {
  folder: string;
  record: PagesRecord;
}

/** The pages of a site by how they came into it, and the record for the next build. */
export interface PagesBuilt {
  record: PagesRecord;
  /** Taken from the last site. */
  kept: string[];
  /** Rendered on the files of the last site. */
  rendered: string[];
  /** Built by Framework with all that they load. */
  built: string[];
}

/**
 * Builds the pages into a folder, with all that they load. What a page depends on is its key: a page whose key is as before
 * is taken from the last site. A page that says something else and loads the same files is rendered on them. Framework
 * builds the others.
 *
 * @param code key of the code of the build and of the configuration
 * @throws Error naming every page that contains an error
 */
export async function buildPages(
  folder: string,
  code: string,
  last: LastSite | undefined,
  advance: (fraction: number) => void,
): Promise<PagesBuilt> {
  const config = await readConfig();
  const paths = await allPaths(config);
  const evidence = pageEvidence();
  const common = await commonKey(config, code);
  const before = last?.record.common === common ? last : undefined;
  const there = before === undefined ? new Map<Resource, string>() : await builtResources(before.folder);
  const keyOf = resourceKeys(config);
  const areFresh = async (resources: readonly Resource[]) => {
    for (const each of resources)
      if (!there.has(each) || before?.record.resources[each] !== (await keyOf(each))) return false;
    return true;
  };

  const kept = new Map<string, string>();
  const rendered = new Map<string, string>();
  const toBuild = new Map<string, Page>();
  const parsed = new Map<string, Page>();
  const pages: PagesRecord["pages"] = {};
  for (const source of await readSources(config.root, paths.pages)) {
    const {path} = source;
    const was = before?.record.pages[path];
    // what is in no earlier site will be needed whole
    const content = was === undefined ? parseWhole(config, source) : parseContent(config, source);
    const key = pageKey(config, source, content, evidence);
    parsed.set(path, content);
    pages[path] = {markdown: contentKey(source.markdown), key, resources: was?.resources ?? []};
    if (before !== undefined && was?.key === key && (await areFresh(was.resources))) {
      kept.set(path, await readFile(join(before.folder, `${path}.html`), "utf8"));
      continue;
    }
    const page = was === undefined ? content : parseWhole(config, source);
    const resolvers = before && (await resolversOf(config, path, page));
    if (resolvers !== undefined && (await areFresh(resourcesOf(path, resolvers)))) {
      pages[path].resources = resourcesOf(path, resolvers);
      const options = {...config, path, resolvers: resolversIn(there, path, resolvers)};
      rendered.set(path, await renderPage(page, options));
    } else toBuild.set(path, page);
  }

  const taken = [...kept.keys(), ...rendered.keys()].flatMap((path) => pages[path].resources);
  for (const resource of new Set(taken)) {
    const file = there.get(resource);
    if (before !== undefined && file !== undefined)
      await place(folder, file, (target) => copyFile(join(before.folder, file), target));
  }
  const built = await buildWithFramework(config, folder, toBuild, advance);
  for (const [path, page] of toBuild)
    pages[path].resources = resourcesOf(path, await resolversOf(config, path, inOnePart(page)));

  await copyFiles(config, folder, paths.files);
  const search = await buildSearch(config, folder, asRead(parsed, evidence));
  const finished = finishPages(new Map([...rendered, ...built]), evidence, search);
  for (const [path, html] of finished)
    await place(folder, `${path}.html`, (target) => writeFile(target, html));
  for (const [path, html] of kept)
    await place(folder, `${path}.html`, (target) => writeFile(target, withSearchScript(html, search)));

  const resources: PagesRecord["resources"] = {};
  for (const each of Object.values(pages).flatMap((page) => page.resources))
    resources[each] = await keyOf(each);
  return {
    record: {common, pages, resources},
    kept: [...kept.keys()],
    rendered: [...rendered.keys()],
    built: [...built.keys()],
  };
}

/** The pages' text with the charts and lists that Framework did not see. */
function asRead(pages: ReadonlyMap<string, Page>, evidence: PageEvidence) {
  return new Map(
    Array.from(pages, ([path, page]) => [path, {...page, html: insertMarkup(page.body, evidence)}] as const),
  );
}

function resolversOf(config: Config, path: string, page: Page): Promise<Resolvers> {
  return getResolvers(page, {...config, path});
}

/** A page as Framework looks for what it loads, with one parse instead of three. */
function inOnePart(page: Page): Page {
  const {head, header, body, footer} = page;
  return {...page, head: null, header: null, footer: null, body: [head, header, body, footer].join("\n")};
}

async function place(
  folder: string,
  file: string,
  write: (target: string) => Promise<unknown>,
): Promise<void> {
  const target = join(folder, file);
  await mkdir(dirname(target), {recursive: true});
  await write(target);
}
