import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";

/** The last version that is published as a whole in a Maven repository. */
export const TRINO_VERSION = "476";

/** What the tests use of the server's sixty plugins; PostgreSQL's needs the types of the geospatial one. */
const PLUGINS = ["geospatial", "hive", "iceberg", "postgresql"];

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "cardlens");
const archive = join(
  homedir(),
  `.m2/repository/io/trino/trino-server/${TRINO_VERSION}/trino-server-${TRINO_VERSION}.tar.gz`,
);

/** How long a download of 820 MB may take, in milliseconds: a run of CI waits for nobody. */
const patience = process.env.CI === undefined ? 15 * 60_000 : 30_000;

/**
 * The folder of Trino's server: unpacked before, else from the archive in the local Maven repository, else from the repository
 * of Maven's settings or the one that CARDLENS_MAVEN names; else why there is none.
 */
export function findServer(): {server: string} | {missing: string} {
  const server = join(cache, `trino-server-${TRINO_VERSION}`);
  if (existsSync(server)) return {server};
  if (!existsSync(archive)) {
    const fault = download();
    if (fault !== undefined) return {missing: fault};
  }
  mkdirSync(cache, {recursive: true});
  const unfinished = mkdtempSync(join(cache, "unpacking-"));
  const {status, stderr} = spawnSync("tar", ["-xzf", archive, "-C", unfinished, "--strip-components=1"], {
    encoding: "utf8",
  });
  if (status !== 0) {
    rmSync(unfinished, {recursive: true, force: true});
    return {missing: `its archive cannot be unpacked: ${stderr.trim().split("\n")[0]}`};
  }
  for (const plugin of readdirSync(join(unfinished, "plugin")))
    if (!PLUGINS.includes(plugin)) rmSync(join(unfinished, "plugin", plugin), {recursive: true});
  renameSync(unfinished, server);
  return {server};
}

/** Returns why it failed, or undefined. */
function download(): string | undefined {
  const repository = process.env.CARDLENS_MAVEN;
  const {status, error} = spawnSync(
    "mvn",
    [
      "--batch-mode",
      "--quiet",
      "dependency:get",
      `-Dartifact=io.trino:trino-server:${TRINO_VERSION}:tar.gz`,
      "-Dtransitive=false",
      ...(repository === undefined ? [] : [`-DremoteRepositories=${repository}`]),
    ],
    {stdio: "ignore", timeout: patience},
  );
  if (error !== undefined && "code" in error && error.code === "ENOENT")
    return "no Maven (mvn) to fetch it with";
  if (error !== undefined) return `Maven did not fetch it within ${patience / 1000} seconds`;
  if (status !== 0) return "the Maven repository does not have it, or does not answer";
  return existsSync(archive) ? undefined : `Maven did not put it at ${archive}`;
}
