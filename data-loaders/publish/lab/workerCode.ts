import type {Plugin} from "esbuild";
import {bundleForBrowser} from "../../engine/project/bundleForBrowser.js";
import {projectPath} from "../../engine/project/projectPath.js";

/**
 * The lab's worker as one script: the functions of the build that it repeats, and the database engine that runs in its own
 * thread. It contains everything but the engine's WebAssembly.
 *
 * @throws Error with the compiler's messages, such as where one of them needs Node
 */
export function workerCode(): Promise<Uint8Array<ArrayBuffer>> {
  return bundleForBrowser(projectPath("data-loaders/publish/lab/browser/labWorker.ts"), {
    format: "iife",
    logLevel: "silent",
    plugins: [packages],
  });
}

/** The engine's build for a worker, which its package does not export, and packages that browser modules name `npm:NAME`. */
const packages: Plugin = {
  name: "packages",
  setup(context) {
    context.onResolve({filter: /^duckdb-browser-blocking$/}, () => ({
      path: projectPath("node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs"),
    }));
    context.onResolve({filter: /^npm:/}, ({path, resolveDir}) =>
      context.resolve(path.slice("npm:".length), {resolveDir, kind: "import-statement"}),
    );
  },
};
