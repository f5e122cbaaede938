import {execFile} from "node:child_process";
import {readFile} from "node:fs/promises";
import {promisify} from "node:util";
import {contentKey} from "../../engine/content/contentKey.js";
import {readVerified, storeVerified} from "../../engine/content/verifiedFile.js";
import {cachePath} from "../../engine/project/cachePath.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {lockedPackages, packageName} from "./lockFile.js";

interface Bom {
  components: {name: string; version: string; "bom-ref": string}[];
  dependencies: {ref: string; dependsOn?: string[]}[];
  serialNumber?: string;
  metadata?: {timestamp?: string; tools?: unknown; component?: {name?: string}};
}

/**
 * What the report is built with, as a CycloneDX bill of materials (JSON): all packages but those for development. It is made
 * by npm from the lock file; what differs from build to build and from machine to machine (time, serial number, npm's
 * version, the folder's name) is left out. It is kept for as long as the lock file is the same.
 *
 * @throws Error if npm cannot be run
 */
export async function billOfMaterials(): Promise<Uint8Array> {
  const lock = await readFile(projectPath("package-lock.json"));
  const file = cachePath("stages", `bom-${contentKey(lock).slice(0, 32)}`);
  const stored = await readVerified(file);
  if (stored !== undefined) return stored;
  const made = new TextEncoder().encode(await writtenByNpm());
  await storeVerified(file, made);
  return made;
}

async function writtenByNpm(): Promise<string> {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--offline"];
  const own = process.env.npm_execpath;
  const [program, parameters] =
    own?.endsWith(".js") === true ? [process.execPath, [own, ...args]] : ["npm", args];
  const {stdout} = await promisify(execFile)(program, parameters, {
    cwd: projectPath("."),
    maxBuffer: 64 * 2 ** 20,
    env: {...process.env, npm_config_update_notifier: "false", NO_UPDATE_NOTIFIER: "1"},
    shell: process.platform === "win32",
  }).catch((error: Error) => {
    throw new Error(`npm could not write the bill of materials: ${error.message}`);
  });
  const bom: Bom = JSON.parse(stdout);
  await leaveOutDevelopment(bom);
  delete bom.serialNumber;
  if (bom.metadata !== undefined) {
    delete bom.metadata.timestamp;
    delete bom.metadata.tools;
    if (bom.metadata.component !== undefined) bom.metadata.component.name = "cardlens";
  }
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** npm's own `--omit dev` also leaves out what is used by both. */
async function leaveOutDevelopment(bom: Bom): Promise<void> {
  const used = new Set(
    Object.entries(await lockedPackages())
      .filter(([place, {dev}]) => place !== "" && dev !== true)
      .map(([place, {version}]) => `${packageName(place)}@${version}`),
  );
  const left = bom.components.filter(({name, version}) => !used.has(`${name}@${version}`));
  const gone = new Set(left.map((component) => component["bom-ref"]));
  bom.components = bom.components.filter((component) => !gone.has(component["bom-ref"]));
  bom.dependencies = bom.dependencies
    .filter(({ref}) => !gone.has(ref))
    .map(({ref, dependsOn = []}) => ({ref, dependsOn: dependsOn.filter((other) => !gone.has(other))}));
}
