import {readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {contentKey} from "../../engine/content/contentKey.js";
import {readVerified, storeVerified} from "../../engine/content/verifiedFile.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";

const cache = projectPath("src/.observablehq/cache");
/** Where Framework keeps packages as modules: it takes what is there without looking at it. */
const folders = ["_npm", "_node"];
const record = projectPath(".cache/framework");

/** Removes what Framework keeps that is not as its last good build left it: what was damaged would be published. */
export async function forgetDamagedModules(): Promise<void> {
  const stored = await readVerified(record);
  const known: Record<string, string> =
    stored === undefined ? {} : JSON.parse(new TextDecoder().decode(stored));
  for (const [file, key] of Object.entries(await keysOfModules()))
    if (known[file] !== key) await rm(join(cache, file), {force: true});
}

/** Notes what Framework keeps after a good build. */
export async function recordModules(): Promise<void> {
  await storeVerified(record, new TextEncoder().encode(JSON.stringify(await keysOfModules())));
}

async function keysOfModules(): Promise<Record<string, string>> {
  const keys: Record<string, string> = {};
  for (const folder of folders)
    for (const file of await filesBelow(join(cache, folder)).catch(() => []))
      keys[`${folder}/${file}`] = contentKey(await readFile(join(cache, folder, file)));
  return keys;
}
