import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {findBrowser} from "./browser.js";
import {copyProject, removeProject, runCommand} from "./copiedProject.js";
import {serveUnder} from "./serveUnder.js";

/** The built site that all site tests share: nobody writes to it. */
export interface BuiltSite {
  /** The project that it was built in, from the embedded samples. */
  project: string;
  /** Its `dist` folder. */
  folder: string;
  /** Where it is served, under a sub-path. */
  url: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    site: BuiltSite;
  }
}

/** Builds the site once, in a copy of the project, and serves it to all tests. */
export async function setup({provide}: TestProject): Promise<() => void> {
  findBrowser();
  const project = copyProject();
  const {code, output} = await runCommand(project, "build");
  if (code !== 0) throw new Error(`the site could not be built:\n${output}`);
  const folder = join(project, "dist");
  const {url, close} = await serveUnder(folder, "/reports/cards/");
  provide("site", {project, folder, url});
  return () => {
    close();
    removeProject(project);
  };
}
