import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {extname, join} from "node:path";
import {promisify} from "node:util";
import {gzip} from "node:zlib";
import type {Plugin} from "esbuild";
import {contentKey} from "../../engine/content/contentKey.js";
import {bundleForBrowser} from "../../engine/project/bundleForBrowser.js";
import {projectPath} from "../../engine/project/projectPath.js";

const root = projectPath(".");

interface LockFile {
  packages: Record<string, {version?: string; dependencies?: Record<string, string>}>;
}

const contentTypes: Record<string, string> = {
  ".js": "application/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
};

/**
 * Answers Framework's requests for `npm:` packages from `node_modules`, at the versions of the lock file,
 * and refuses every other request: nothing that runs in this process can reach another host.
 *
 * Framework asks for a version (`/NAME` or `/NAME/TAG`), for a file (`/npm/NAME@VERSION/PATH`) or for a
 * package as one module (`/npm/NAME@VERSION/+esm`), which is bundled here with esbuild. A file with `.gz` after its name is given
 * packed.
 */
export async function serveNpmFromNodeModules(): Promise<void> {
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "true";
  const lock: LockFile = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  await forgetOtherVersions(contentKey(JSON.stringify(lock)));
  globalThis.fetch = async (request) => {
    const url = new URL(request instanceof Request ? request.url : String(request));
    const path = decodeURIComponent(url.pathname);
    if (url.protocol !== "https:") throw new Error(`no network: ${url}`);
    if (path.startsWith("/npm/")) return answerFile(path.slice("/npm/".length), lock);
    return answerVersion(path.slice(1), lock);
  };
}

/**
 * Framework's client names packages that it would load only if a page used them (`/NAME/latest`).
 * Where such a package is not installed any version will do: asking for its files is what fails.
 */
function answerVersion(path: string, lock: LockFile): Response {
  const {name, path: tag} = splitSpecifier(path);
  const installed = lock.packages[`node_modules/${name}`] !== undefined;
  const version = tag === "latest" && !installed ? "0.0.0" : lockedVersion(name, lock);
  return Response.json({version, versions: {[version]: {}}});
}

/** Framework's caches hold versions; they are emptied when the lock file changes. */
async function forgetOtherVersions(lockKey: string): Promise<void> {
  const cache = join(root, "src/.observablehq/cache");
  const marker = join(cache, "_lock");
  if (existsSync(marker) && (await readFile(marker, "utf8")) === lockKey) return;
  for (const folder of ["_npm", "_node"]) await rm(join(cache, folder), {recursive: true, force: true});
  if (existsSync(cache)) await writeFile(marker, lockKey);
}

function lockedVersion(name: string, lock: LockFile): string {
  const version = lock.packages[`node_modules/${name}`]?.version;
  if (version === undefined)
    throw new Error(
      `npm:${name} is not in package-lock.json; where the npm registry can be reached, add it with: npm install --save-exact ${name}`,
    );
  return version;
}

/** Splits `@scope/name@1.2.3/path/file.js` into name, version and path. */
function splitSpecifier(specifier: string): {name: string; version: string; path: string} {
  const match = /^(@[^/]+\/[^/@]+|[^/@]+)(?:@([^/]+))?(?:\/(.*))?$/.exec(specifier);
  if (match === null) throw new Error(`invalid npm specifier: ${specifier}`);
  return {name: match[1], version: match[2] ?? "", path: match[3] ?? ""};
}

async function answerFile(specifier: string, lock: LockFile): Promise<Response> {
  const {name, version, path} = splitSpecifier(specifier);
  const locked = lockedVersion(name, lock);
  if (version !== "" && version !== locked)
    throw new Error(
      `npm:${name}@${version} is not the locked version; write npm:${name} or npm:${name}@${locked}`,
    );
  if (path === "+esm" || path.endsWith("/+esm")) {
    const entry = [name, path.replace(/\/?\+esm$/, "")].filter((part) => part !== "").join("/");
    return respond(await bundle(entry, name, lock), ".js");
  }
  return respond(await fileOf(join(root, "node_modules", name, path)), extname(path));
}

/** A file of a package; `FILE.gz` is the file packed, where the package has it as it is. */
async function fileOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (extname(path) !== ".gz" || existsSync(path)) return new Uint8Array(await readFile(path));
  return new Uint8Array(await promisify(gzip)(await readFile(path.slice(0, -".gz".length))));
}

function respond(body: BodyInit, extension: string): Response {
  const type = contentTypes[extension] ?? "application/octet-stream";
  return new Response(body, {headers: {"content-type": type}});
}

/** Bundles a package into one module; the project's other direct dependencies stay imports of their own. */
async function bundle(entry: string, name: string, lock: LockFile): Promise<string> {
  const direct = new Set(Object.keys(lock.packages[""]?.dependencies ?? {}));
  direct.delete(name);
  const script = await bundleForBrowser(entry, {plugins: [externalPlugin(direct, lock)]});
  return new TextDecoder().decode(script);
}

function externalPlugin(direct: ReadonlySet<string>, lock: LockFile): Plugin {
  return {
    name: "direct-dependencies-stay-imports",
    setup(context) {
      context.onResolve({filter: /^[^./]/}, ({path, kind}) => {
        if (kind === "entry-point" || /^\w+:/.test(path)) return undefined;
        const {name, path: inner} = splitSpecifier(path);
        if (!direct.has(name)) return undefined;
        const target = inner === "" ? "+esm" : `${inner}/+esm`;
        return {path: `/npm/${name}@${lockedVersion(name, lock)}/${target}`, external: true};
      });
    },
  };
}
