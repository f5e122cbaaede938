import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import {findModule} from "@observablehq/framework/dist/javascript/module.js";
import {isPathImport, relativePath, resolvePath} from "@observablehq/framework/dist/path.js";
import type {Resolvers} from "@observablehq/framework/dist/resolvers.js";
import {contentKey} from "../../engine/content/contentKey.js";
import {filesBelow} from "../../engine/project/sourceFiles.js";

/** A file that pages load, by its path from the site's root without the hash that Framework puts into its name. */
export type Resource = string;

/** Everything that a page loads, directly or through a module: modules, packages, files and styles. */
export function resourcesOf(page: string, resolvers: Resolvers): Resource[] {
  const addresses = [
    ...Array.from([...resolvers.files, ...resolvers.assets], (name) => resolvers.resolveFile(name)),
    ...Array.from([...resolvers.localImports, ...resolvers.globalImports], (name) =>
      resolvers.resolveImport(name),
    ),
    ...Array.from(resolvers.stylesheets, (name) => resolvers.resolveStylesheet(name)),
  ];
  return [
    ...new Set(addresses.filter(isPathImport).map((address) => asResource(resolvePath(page, address)))),
  ].sort();
}

/** Without the query by which a preview tells versions apart, and without the ending of a bundled package. */
function asResource(address: string): Resource {
  return address.replace(/\?.*$/, "").replace(/(?:\b\.)?_esm\.js$/, ".js");
}

/**
 * Gives the key of what a resource is made from. Packages and Framework's own files have none: the lock file stands for them.
 * Nor have style sheets, which import each other: all of them are part of every page's key.
 */
export function resourceKeys(config: Config): (resource: Resource) => Promise<string> {
  const keys = new Map<Resource, Promise<string>>();
  return (resource) => {
    const key = keys.get(resource) ?? resourceKey(config, resource);
    keys.set(resource, key);
    return key;
  };
}

async function resourceKey({root, loaders}: Config, resource: Resource): Promise<string> {
  const [, folder, name] = /^\/(_import|_file)\/(.*)$/.exec(resource) ?? [];
  if (folder === undefined || name.endsWith(".css")) return "";
  const source =
    folder === "_import"
      ? findModule(root, name)?.path
      : await loaders.find(`/${name}`)?.load({useStale: true}, quiet);
  return source === undefined ? "missing" : contentKey(await readFile(join(root, source)));
}

/** Tells Framework to say nothing. */
export const quiet = {logger: {log() {}, warn() {}}, output: {write() {}}};

/** The files of a built site that pages load, by resource. */
export async function builtResources(folder: string): Promise<Map<Resource, string>> {
  const files = await filesBelow(folder).catch(() => []);
  return new Map(files.filter((file) => file.startsWith("_")).map((file) => [unhashed(`/${file}`), file]));
}

function unhashed(path: string): Resource {
  return path.replace(/(\/?)\.?[0-9a-f]{8}(\.\w+)$/, "$1$2");
}

/** A page's resolvers where the files are those of a site that is built already. */
export function resolversIn(
  built: ReadonlyMap<Resource, string>,
  page: string,
  resolvers: Resolvers,
): Resolvers {
  const addressIn = (address: string): string | undefined => {
    const file = built.get(asResource(resolvePath(page, address)));
    return file === undefined ? undefined : relativePath(page, `/${file}`);
  };
  return {
    ...resolvers,
    resolveFile: (name) => addressIn(resolvers.resolveFile(name)) ?? name,
    resolveScript: (name) => addressIn(resolvers.resolveScript(name)) ?? name,
    resolveImport: (name) => {
      const address = resolvers.resolveImport(name);
      return addressIn(address) ?? (isPathImport(name) ? name : address);
    },
    resolveStylesheet: (name) => {
      const address = resolvers.resolveStylesheet(name);
      return addressIn(address) ?? (isPathImport(name) ? name : address);
    },
  };
}
