import {readFile} from "node:fs/promises";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {contentKey} from "./contentKey.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Keys a module by the text of itself and of all project modules that it imports, directly or not, and by
 * the lock file, which stands for the packages.
 *
 * @param module URL of the module
 */
export async function codeKey(module: string): Promise<string> {
  const {metafile} = await build({
    entryPoints: [fileURLToPath(module)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    external: ["npm:*", "*.wasm"],
    logLevel: "silent",
  });
  const files = Object.keys(metafile.inputs).sort();
  const parts = await Promise.all(
    files.map(async (file) => [relative(root, join(root, file)), await readFile(join(root, file))]),
  );
  return contentKey(...parts.flat(), await readFile(join(root, "package-lock.json")));
}
