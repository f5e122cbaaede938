import {execFile} from "node:child_process";
import {promisify} from "node:util";
import {projectPath} from "../../engine/project/projectPath.js";

/** The page that shows the drawing. */
export const architecturePage = "docs/explanation/architecture.md";

const block = /```mermaid\n[\s\S]*?```/;

/** Folders of `src/` that are no chapter. */
const shared = new Set(["lib", "components", "charts"]);
const loaders = new Set(["data", "fonts", "models", "review"]);

/** The room that a module is in; undefined for packages and for what belongs to one chapter. */
function roomOf(path: string): string | undefined {
  const [top, second] = path.split("/");
  if (top === "data-loaders") return second === "pipeline.ts" ? "pipeline.ts" : `${top}/${second}`;
  if (top === "src" && shared.has(second)) return `${top}/${second}`;
  if (top === "src") return loaders.has(second) ? "src/data, src/models" : "src/ID";
  return path === "observablehq.config.ts" ? path : undefined;
}

interface Cruised {
  modules: {source: string; dependencies: {resolved: string}[]}[];
}

/** Which rooms each room imports, straight from the code. */
async function roomsImported(): Promise<Map<string, Set<string>>> {
  // in a process of its own: the loader that runs our TypeScript changes the packages that read TypeScript there
  const cruise = projectPath("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = ["data-loaders", "src", "observablehq.config.ts"];
  const {stdout} = await promisify(execFile)(
    process.execPath,
    [cruise, "--config", projectPath(".dependency-cruiser.mjs"), "--output-type", "json", ...folders],
    {cwd: projectPath("."), maxBuffer: 2 ** 28},
  ).catch((error: {stdout: string}) => error);
  const {modules}: Cruised = JSON.parse(stdout);
  const imported = new Map<string, Set<string>>();
  for (const {source, dependencies} of modules)
    for (const {resolved} of dependencies) {
      const from = roomOf(source);
      const to = roomOf(resolved);
      if (from === undefined || to === undefined || from === to) continue;
      imported.set(from, (imported.get(from) ?? new Set()).add(to));
    }
  return imported;
}

/** Leaves out what follows from others: where A imports B and B imports C, an import of C by A says nothing new. */
function withoutShortcuts(imported: ReadonlyMap<string, ReadonlySet<string>>): [string, string][] {
  const reaches = (from: string, to: string): boolean =>
    [...(imported.get(from) ?? [])].some((next) => next === to || reaches(next, to));
  return [...imported].flatMap(([from, rooms]) =>
    [...rooms]
      .filter((to) => ![...rooms].some((other) => other !== to && reaches(other, to)))
      .map((to): [string, string] => [from, to]),
  );
}

/** The drawing as Mermaid: an arrow leads from a room to one that builds on it. */
export async function drawRooms(): Promise<string> {
  const edges = withoutShortcuts(await roomsImported());
  const names = [...new Set(edges.flat())].sort();
  const id = (name: string) => `room${names.indexOf(name)}`;
  return [
    "```mermaid",
    "flowchart TB",
    ...names.map((name) => `  ${id(name)}["${name}"]`),
    ...edges.map(([from, to]) => `  ${id(to)} --> ${id(from)}`).sort(),
    "```",
  ].join("\n");
}

/** The page with a drawing in place of the one that it has. */
export function withDrawing(text: string, mermaid: string): string {
  if (!block.test(text)) throw new Error(`${architecturePage} has no mermaid block to put the drawing into`);
  return text.replace(block, () => mermaid);
}
