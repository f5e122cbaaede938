// The parts of Framework that `buildPages` uses. They are not documented: package.json fixes Framework's version, and a test
// compares what they give with Framework's own build.

declare module "@observablehq/framework/dist/config.js" {
  import type {Page, PageOptions} from "@observablehq/framework/dist/markdown.js";

  type Fragment =
    | string
    | null
    | ((page: {title: string | null; data: object; path: string}) => string | null);

  export interface Config extends Omit<PageOptions, "path"> {
    root: string;
    output: string;
    /** Absolute path of the configuration. */
    watchPath?: string;
    pages: ConfigPage[];
    normalizePath(path: string): string;
    head: Fragment;
    header: Fragment;
    footer: Fragment;
    loaders: Loaders;
    paths(): AsyncIterable<string>;
  }

  /** A page or a group of pages in the list beside every page. */
  export type ConfigPage = {name: string; path: string} | {name: string; pages: ConfigPage[]};

  export interface Loaders {
    loadPage(path: string): Promise<Page>;
    /** The loader of a file, if there is one; `load` gives the file's path from the root. */
    find(path: string): {load(options: {useStale: boolean}, effects: object): Promise<string>} | undefined;
  }

  export function readConfig(): Promise<Config>;
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";

  export interface PageOptions {
    path: string;
    md: MarkdownIt;
    head?: unknown;
    header?: unknown;
    footer?: unknown;
  }

  /** A page as Framework parses it: HTML with comments where its code will run. */
  export interface Page {
    title: string | null;
    head: string | null;
    header: string | null;
    body: string;
    footer: string | null;
    data: Record<string, unknown>;
    style: string | null;
    code: {id: string; mode: string}[];
  }

  export function parseMarkdown(source: string, options: PageOptions): Page;
}

declare module "@observablehq/framework/dist/resolvers.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";
  import type {Page} from "@observablehq/framework/dist/markdown.js";

  /** What a page loads, as it names it, and where that is in a preview. */
  export interface Resolvers {
    assets: Set<string>;
    files: Set<string>;
    localImports: Set<string>;
    globalImports: Set<string>;
    stylesheets: Set<string>;
    resolveFile(specifier: string): string;
    resolveImport(specifier: string): string;
    resolveScript(specifier: string): string;
    resolveStylesheet(specifier: string): string;
  }

  export function getResolvers(page: Page, options: Config & {path: string}): Promise<Resolvers>;

  /** The same for a module alone, by its path from the root. */
  export function getModuleResolvers(path: string, config: Config): Promise<Resolvers>;
}

declare module "@observablehq/framework/dist/render.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";
  import type {Page} from "@observablehq/framework/dist/markdown.js";
  import type {Resolvers} from "@observablehq/framework/dist/resolvers.js";

  export function renderPage(
    page: Page,
    options: Config & {path: string; resolvers: Resolvers},
  ): Promise<string>;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";

  export class FileBuildEffects {
    constructor(
      outputRoot: string,
      cacheDir: string,
      to: {logger: {log(): void; warn(): void}; output: {write(text: string): void}},
    );
    prepare(): Promise<void>;
    copyFile(sourcePath: string, outputPath: string): Promise<void>;
    writeFile(outputPath: string, contents: string | Uint8Array): Promise<void>;
  }

  export function build(options: {config: Config}, effects: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/javascript/module.js" {
  /** What a module imports; undefined where it is not there. */
  export function getModuleInfo(
    root: string,
    path: string,
  ): {localStaticImports: Set<string>; localDynamicImports: Set<string>} | undefined;

  /** The source of a module by its path from the root, as it is imported. */
  export function findModule(root: string, path: string): {path: string} | undefined;
}

declare module "@observablehq/framework/dist/path.js" {
  /** The path of what a page names, from the site's root, with a leading slash. */
  export function resolvePath(page: string, target: string): string;
  export function relativePath(page: string, target: string): string;
  export function isPathImport(specifier: string): boolean;
}
