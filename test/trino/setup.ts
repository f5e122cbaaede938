import {chmodSync, mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {samplePath} from "../../data-loaders/datasets/samples.js";
import {alllife, cardUsage} from "../definitions.js";
import {findJava} from "./cluster/findJava.js";
import {findServer} from "./cluster/findServer.js";
import {freePorts} from "./cluster/freePorts.js";
import {type LoadedCluster, loadTable, typedCsv} from "./cluster/loadTable.js";
import {startCluster} from "./cluster/startCluster.js";
import {startPostgres} from "./cluster/startPostgres.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The cluster, or why there is none. */
    trino: LoadedCluster | {missing: string};
  }
}

/** Starts the cluster with the samples in it, where Java and the server are to be had; stops it at the end. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const found = findJava();
  const server = "missing" in found ? found : findServer();
  if ("missing" in found || "missing" in server) {
    const missing = "missing" in server ? server.missing : "";
    console.log(`The tests on Trino are skipped: ${missing}.`);
    project.provide("trino", {missing});
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "cardlens-trino-"));
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.reverse()) await end();
    rmSync(folder, {recursive: true, force: true});
  };
  try {
    project.provide("trino", await startLoaded(found.java, server.server, folder, started));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startLoaded(
  java: string,
  server: string,
  folder: string,
  started: (() => Promise<void>)[],
): Promise<LoadedCluster> {
  // PostgreSQL runs as another account
  chmodSync(folder, 0o711);
  const [port] = await freePorts(1);
  const postgres = await startPostgres(join(folder, "postgres"), port);
  if (postgres !== undefined) started.push(postgres.stop);
  const files = join(folder, "files");
  const lake = join(folder, "lake");
  mkdirSync(files);
  mkdirSync(lake);
  const cluster = await startCluster(java, server, folder, {
    files: {
      "connector.name": "hive",
      "hive.metastore": "file",
      "hive.metastore.catalog.dir": "local:///metastore",
      "fs.native-local.enabled": "true",
      "local.location": files,
    },
    lake: {
      "connector.name": "iceberg",
      "iceberg.catalog.type": "TESTING_FILE_METASTORE",
      "hive.metastore.catalog.dir": "local:///metastore",
      "fs.native-local.enabled": "true",
      "local.location": lake,
    },
    ...(postgres && {
      shop: {
        "connector.name": "postgresql",
        "connection-url": `jdbc:postgresql://127.0.0.1:${postgres.port}/postgres`,
        "connection-user": "bank",
        "connection-password": postgres.password,
      },
    }),
  });
  started.push(cluster.stop);
  const loaded = {host: cluster.host, workers: cluster.workers, files, hasPostgres: postgres !== undefined};
  await loadTable(loaded, "alllife", typedCsv(alllife, samplePath(alllife)), ["lake.bank.alllife"]);
  await loadTable(loaded, "card_usage", typedCsv(cardUsage, samplePath(cardUsage)), [
    "lake.bank.card_usage",
    ...(postgres === undefined ? [] : ["shop.public.card_usage"]),
  ]);
  return loaded;
}
