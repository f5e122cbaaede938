import {copyFile, mkdir, readFile, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import type {Config} from "@observablehq/framework/dist/config.js";
import type {Page} from "@observablehq/framework/dist/markdown.js";
import {quiet} from "./pageResources.js";

/** What a site is made of, by path from its root. */
export interface SitePaths {
  pages: string[];
  /** Files that keep their address. */
  files: string[];
}

/** The paths of the configuration, pages apart from files. */
export async function allPaths(config: Config): Promise<SitePaths> {
  const pages: string[] = [];
  const files: string[] = [];
  for await (const path of config.paths())
    (config.loaders.find(path) === undefined ? pages : files).push(path);
  return {pages, files};
}

/**
 * Has Framework build some of the pages, with all that they load.
 *
 * @param pages parsed pages by path
 * @returns the pages' HTML
 */
export async function buildWithFramework(
  config: Config,
  folder: string,
  pages: ReadonlyMap<string, Page>,
  advance: (fraction: number) => void,
): Promise<Map<string, string>> {
  if (pages.size === 0) return new Map();
  const effects = new PartOfSite(config, folder, (printed) => advance(printed / (2 * pages.size)));
  // an index of some of the pages is of no use; see `buildSearch`
  effects.leavesOut = (path) => /^\/_observablehq\/(search|minisearch)\.\w+\.js(on)?$/.test(path);
  const own = {
    ...withPages(config, pages),
    output: folder,
    paths: async function* () {
      yield* pages.keys();
    },
  };
  await build({config: own}, effects);
  const html = [...pages.keys()].map(
    async (path) => [path, await readFile(join(folder, `${path}.html`), "utf8")] as const,
  );
  return new Map(await Promise.all(html));
}

/** Copies the files that keep their address. */
export async function copyFiles(
  {root, loaders}: Config,
  folder: string,
  files: readonly string[],
): Promise<void> {
  for (const path of files) {
    const source = await loaders.find(path)?.load({useStale: true}, quiet);
    if (source === undefined) throw new Error(`${path} was announced and is not there`);
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await copyFile(join(root, source), join(folder, path));
  }
}

/** The configuration where pages are parsed already. */
function withPages(config: Config, pages: ReadonlyMap<string, Page>): Config {
  const loaders: Config["loaders"] = Object.create(config.loaders);
  loaders.loadPage = async (path) => {
    const page = pages.get(path);
    if (page === undefined) throw new Error(`${path} was not parsed`);
    return page;
  };
  return {...config, loaders};
}

/** Writes into a folder that others write into too, where Framework would begin with an empty one. */
class PartOfSite extends FileBuildEffects {
  leavesOut: (path: string) => boolean = () => false;

  constructor(
    config: Config,
    private readonly folder: string,
    advance: (printed: number) => void,
  ) {
    let printed = 0;
    const write = (text: string) => {
      if (/^(load|render) /.test(text)) advance(++printed);
    };
    super(folder, join(config.root, ".observablehq", "cache"), {...quiet, output: {write}});
  }

  override async prepare(): Promise<void> {}

  override async copyFile(sourcePath: string, outputPath: string): Promise<void> {
    await copyFile(sourcePath, await this.place(outputPath));
  }

  override async writeFile(outputPath: string, contents: string | Uint8Array): Promise<void> {
    if (this.leavesOut(outputPath)) return;
    await writeFile(await this.place(outputPath), contents);
  }

  private async place(path: string): Promise<string> {
    const target = join(this.folder, path);
    await mkdir(dirname(target), {recursive: true});
    return target;
  }
}
