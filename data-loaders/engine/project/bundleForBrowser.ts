import {type BuildOptions, build} from "esbuild";
import {projectPath} from "./projectPath.js";

/**
 * One script for browsers, with all that it imports.
 *
 * @param entry its first module
 * @param options what it has of its own
 * @throws Error with the compiler's messages
 */
export async function bundleForBrowser(
  entry: string,
  options: Pick<BuildOptions, "format" | "define" | "plugins" | "logLevel"> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const {outputFiles} = await build({
    entryPoints: [entry],
    absWorkingDir: projectPath("."),
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    ...options,
    define: {"process.env.NODE_ENV": '"production"', ...options.define},
  });
  return new Uint8Array(outputFiles[0].contents);
}
