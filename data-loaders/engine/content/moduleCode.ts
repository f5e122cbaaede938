import {readFile} from "node:fs/promises";
import {extname, relative} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build, type Loader, type Plugin} from "esbuild";
import {projectPath} from "../project/projectPath.js";
import {contentKey} from "./contentKey.js";

/** A module with all project modules that it imports, directly or not. */
export interface ModuleCode {
  /** Key of their text, and of the lock file, which stands for the packages. */
  key: string;
  /** All of them as one JavaScript module that imports packages only. */
  text: string;
}

/**
 * Compiles a module, and keys it by what its result may depend on.
 *
 * @param module URL of the module
 * @throws Error with the compiler's messages
 */
export async function moduleCode(module: string): Promise<ModuleCode> {
  const sources = new Map<string, string>();
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(module)],
    absWorkingDir: projectPath("."),
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    packages: "external",
    external: ["*.wasm"],
    sourcemap: "inline",
    sourcesContent: false,
    sourceRoot: `${pathToFileURL(projectPath(".")).href}/`,
    define: {"import.meta.url": "moduleUrl"},
    logLevel: "silent",
    plugins: [readingInto(sources), npmFromNodeModules],
  });
  const files = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  const lock = await readFile(projectPath("package-lock.json"));
  return {key: contentKey(...files.flat(), lock), text: outputFiles[0].text};
}

/** Browser modules import packages as `npm:NAME`; here these are the packages in `node_modules`. */
const npmFromNodeModules: Plugin = {
  name: "npm-from-node-modules",
  setup(context) {
    context.onResolve({filter: /^npm:/}, ({path}) => ({path: path.slice("npm:".length), external: true}));
  },
};

/** Keeps the text of each project module by its path from the root, and tells each the URL that it has there. */
function readingInto(sources: Map<string, string>): Plugin {
  return {
    name: "sources",
    setup(context) {
      context.onLoad({filter: /\.(ts|js|json)$/}, async ({path}) => {
        const text = await readFile(path, "utf8");
        sources.set(relative(projectPath("."), path), text);
        const url = JSON.stringify(pathToFileURL(path).href);
        const contents = extname(path) === ".json" ? text : `const moduleUrl = ${url}; ${text}`;
        return {contents, loader: extname(path).slice(1) as Loader};
      });
    },
  };
}
