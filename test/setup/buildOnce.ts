import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {findBrowser} from "./browser.js";
import type {BuiltSite} from "./builtSite.js";
import {copyProject, removeProject, shareStages, startCommand} from "./copiedProject.js";
import {serveUnder} from "./serveUnder.js";

declare module "vitest" {
  export interface ProvidedContext {
    site: BuiltSite;
  }
}

/**
 * Begins to build the site, once for all tests, in a copy of the project, and serves it. Tests that need it
 * wait for it; the others run meanwhile. No stage is computed twice in one run of the tests.
 */
export async function setup({provide}: TestProject): Promise<() => Promise<void>> {
  findBrowser();
  const project = copyProject();
  shareStages(project);
  const folder = join(project, "dist");
  const {url, close} = await serveUnder(folder, "/reports/cards/");
  const site: BuiltSite = {project, folder, url, failure: join(project, "failure.txt")};
  provide("site", site);
  const {child, ended} = startCommand(project, "build");
  const noted = ended.then(({code, output}) => (code === 0 ? undefined : writeFile(site.failure, output)));
  return async () => {
    child.kill("SIGKILL");
    await noted;
    close();
    removeProject(project);
  };
}
