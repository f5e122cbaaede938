import {execFile} from "node:child_process";
import {randomUUID} from "node:crypto";
import {mkdir, readdir, readFile, rm} from "node:fs/promises";
import {join, relative} from "node:path";
import {promisify} from "node:util";
import {contentKey} from "../content/contentKey.js";
import {readVerified, storeVerified} from "../content/verifiedFile.js";
import {cachePath} from "../project/cachePath.js";
import {projectPath} from "../project/projectPath.js";

const folder = "src/lib/kernels";
const entry = `${folder}/kernels.as.ts`;
const options = ["--optimizeLevel", "3", "--noAssert", "--runtime", "stub", "--enable", "simd"];

/** The compiler that the lock file pins. */
const compiler = "node_modules/assemblyscript/package.json";
const asc = "node_modules/assemblyscript/bin/asc.js";

/** Key of the compiled module: the sources, the compiler's version and its options. */
export async function compiledKey(): Promise<string> {
  const files = (await readdir(projectPath(folder))).filter((file) => file.endsWith(".as.ts")).sort();
  const sources = await Promise.all(files.map((file) => readFile(projectPath(folder, file))));
  const {version}: {version: string} = JSON.parse(await readFile(projectPath(compiler), "utf8"));
  return contentKey(version, ...options, ...files, ...sources);
}

const compiling = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * The kernels as a WebAssembly module, compiled from AssemblyScript if their content has changed (about two seconds), else
 * from `.cache/kernels`. Who asks while they are being compiled waits for the same module.
 *
 * @throws Error with the compiler's messages
 */
export async function compileKernels(): Promise<Uint8Array<ArrayBuffer>> {
  const key = await compiledKey();
  const compiled = compiling.get(key) ?? storedOrCompiled(key);
  compiling.set(key, compiled);
  return compiled;
}

async function storedOrCompiled(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const cache = cachePath("kernels");
  const file = join(cache, key.slice(0, 32));
  const stored = await readVerified(file);
  if (stored !== undefined) return stored;
  await mkdir(cache, {recursive: true});
  const output = `${file}.${randomUUID()}.wasm`;
  try {
    await compile(output);
    const module = new Uint8Array(await readFile(output));
    await storeVerified(file, module);
    return module;
  } finally {
    await rm(output, {force: true});
  }
}

/** Runs the compiler in a process of its own, whose memory (half a gigabyte) goes with it. */
async function compile(output: string): Promise<void> {
  const parameters = [projectPath(asc), entry, "--outFile", relative(projectPath("."), output), ...options];
  await promisify(execFile)(process.execPath, parameters, {cwd: projectPath(".")}).catch((error: Error) => {
    throw new Error(`the kernels do not compile: ${error.message}`);
  });
}
