import {getModuleInfo} from "@observablehq/framework/dist/javascript/module.js";
import {resolvePath} from "@observablehq/framework/dist/path.js";
import {contentKey} from "../../engine/content/contentKey.js";
import type {PagesRecord} from "./buildPages.js";
import type {PageSource} from "./pageSources.js";

/**
 * Parses the project's modules behind pages whose Markdown is not as before. Framework keeps a parsed module for as long as
 * its process lives and the file is as it was, so the build has less to do when the evidence has been gathered. Nothing
 * depends on this: a module that is not found here is parsed later.
 *
 * @param root folder of the pages, as Framework's configuration names it
 * @returns their paths from there
 */
export function readModules(
  root: string,
  sources: readonly PageSource[],
  last: PagesRecord | undefined,
): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const {path, markdown} of sources)
    if (last?.pages[path]?.markdown !== contentKey(markdown))
      for (const [, specifier] of markdown.matchAll(/^import [^;]* from "(\.[^"]*)"/gm))
        modules.add(resolvePath(path, specifier));
  for (const module of modules) {
    const info = getModuleInfo(root, module);
    for (const specifier of [...(info?.localStaticImports ?? []), ...(info?.localDynamicImports ?? [])])
      modules.add(resolvePath(module, specifier));
  }
  return modules;
}
