import {build, type Plugin} from "esbuild";
import {projectPath} from "../../engine/project/projectPath.js";

/**
 * The lab's worker as one script: the functions of the build that it repeats, and the database engine that runs in its own
 * thread. It contains everything but the engine's WebAssembly.
 *
 * @throws Error with the compiler's messages, such as where one of them needs Node
 */
export async function workerCode(): Promise<Uint8Array<ArrayBuffer>> {
  const {outputFiles} = await build({
    entryPoints: [projectPath("data-loaders/publish/lab/browser/labWorker.ts")],
    absWorkingDir: projectPath("."),
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    define: {"process.env.NODE_ENV": '"production"'},
    logLevel: "silent",
    plugins: [packages],
  });
  return new Uint8Array(outputFiles[0].contents);
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
