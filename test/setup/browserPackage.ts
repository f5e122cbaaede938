import {spawnSync} from "node:child_process";
import {chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const declared = fileURLToPath(new URL("./browser-package/", import.meta.url));

/** Where the browser is kept, inside the project. */
const place = fileURLToPath(new URL("../../.cache/test-browser/", import.meta.url));

/** Starts the browser with the libraries and the font that came with it. */
export const packagedBrowser = join(place, "chromium.sh");

/** What `installBrowserPackage` installs. */
export const browserPackage =
  "@sparticuz/chromium 153.0.0, 67 MB, from your npm registry into .cache/test-browser";

/**
 * Installs a Chromium that comes inside an npm package, with the libraries that a bare Linux lacks; nobody needs to be root.
 * The package and what it needs are fixed by a lock file of their own, so that `npm ci` of the project stays small.
 *
 * @throws Error with what npm or Node said
 */
export function installBrowserPackage(): string {
  const unfinished = `${place.replace(/\/$/, "")}-${process.pid}`;
  try {
    cpSync(declared, unfinished, {recursive: true});
    const files = join(unfinished, "unpacked");
    mkdirSync(files);
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], unfinished);
    // The package unpacks into the folder for temporary files, and its libraries only where it believes to be at Amazon.
    const unpack = 'await (await import("@sparticuz/chromium")).default.executablePath()';
    run(process.execPath, ["--input-type=module", "--eval", unpack], unfinished, {
      TMPDIR: files,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
    });
    rmSync(join(unfinished, "node_modules"), {recursive: true});
    rmSync(place, {recursive: true, force: true});
    renameSync(unfinished, place);
  } finally {
    rmSync(unfinished, {recursive: true, force: true});
  }
  const unpacked = join(place, "unpacked");
  writeFileSync(
    join(unpacked, "fonts/fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${unpacked}/fonts</dir><cachedir>${unpacked}/fonts-cache</cachedir></fontconfig>\n`,
  );
  const script = [
    "#!/bin/sh",
    `export LD_LIBRARY_PATH="${unpacked}/al2023/lib:$LD_LIBRARY_PATH" FONTCONFIG_PATH="${unpacked}/fonts"`,
    `exec "${unpacked}/chromium" "$@"`,
  ];
  writeFileSync(packagedBrowser, `${script.join("\n")}\n`);
  chmodSync(packagedBrowser, 0o755);
  if (!existsSync(join(unpacked, "chromium"))) throw new Error("the package gave no browser");
  return packagedBrowser;
}

function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): void {
  const {status, stderr, error} = spawnSync(program, args, {
    cwd,
    env: {...process.env, NODE_OPTIONS: "", ...env},
    encoding: "utf8",
  });
  if (status !== 0) throw new Error((error?.message ?? stderr).trim());
}
