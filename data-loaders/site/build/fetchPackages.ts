import {mkdir} from "node:fs/promises";
import {readConfig} from "@observablehq/framework/dist/config.js";
import {getModuleResolvers} from "@observablehq/framework/dist/resolvers.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {forgetDamagedModules, recordModules} from "./frameworkCache.js";

/**
 * Has Framework bundle the packages that modules import. Where there is no site yet, that is a quarter of the work on pages,
 * and can be done while the customers are modelled. Nothing depends on this: what is not found here is bundled later, and
 * what goes wrong is told then. Only who holds the build lock may do this.
 *
 * @param modules paths from the root of the pages
 */
export async function fetchPackages(modules: Iterable<string>): Promise<void> {
  // the configuration notes in this folder for which versions it is, if it is there
  await mkdir(projectPath("src/.observablehq/cache"), {recursive: true});
  await forgetDamagedModules();
  const config = await readConfig();
  for (const module of modules) await getModuleResolvers(module, config).catch(() => undefined);
  await recordModules();
}
