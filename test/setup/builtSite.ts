import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {inject} from "vitest";

/** The built site that all site tests share, from the embedded samples: nobody writes to it. */
export interface BuiltSite {
  /** The copy of the project that it was built in. */
  project: string;
  /** Its `dist` folder. */
  folder: string;
  /** Where it is served, under a sub-path. */
  url: string;
  /** File that says why there is no site, where the build has failed. */
  failure: string;
}

/** Waits until the site is built. */
export async function builtSite(): Promise<BuiltSite> {
  const site = inject("site");
  while (!existsSync(join(site.folder, "manifest.json"))) {
    if (existsSync(site.failure))
      throw new Error(`the site could not be built:\n${readFileSync(site.failure, "utf8")}`);
    await setTimeout(100);
  }
  return site;
}

/** Whether a file of a site is a page of the report; `404.html` answers for addresses that are not there. */
export function isPage(file: string): boolean {
  return file.endsWith(".html") && file !== "404.html";
}
