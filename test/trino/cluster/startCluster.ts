import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdirSync, openSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {freePorts} from "./freePorts.js";

/** A coordinator and two workers on this machine. */
export interface Cluster {
  /** Host and port of the coordinator. */
  host: string;
  /** Processes of the workers. */
  workers: number[];
  stop(): Promise<void>;
}

/** How long the three may take to know each other, in milliseconds. */
const PATIENCE = 240_000;

/** Settings of a catalog by its name. */
export type Catalogs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Starts a coordinator that does no work itself, and two workers. They listen on the loopback address only. A worker that does not
 * answer is given up after five seconds in place of a minute.
 *
 * @param folder for settings, logs and data
 */
export async function startCluster(
  java: string,
  server: string,
  folder: string,
  catalogs: Catalogs,
): Promise<Cluster> {
  const names = ["coordinator", "worker-1", "worker-2"];
  const ports = await freePorts(names.length);
  const nodes = names.map((name, i) =>
    startNode(java, server, join(folder, name), {
      id: name,
      port: ports[i],
      coordinator: ports[0],
      isCoordinator: i === 0,
      catalogs,
    }),
  );
  const stop = async () => {
    await Promise.all(
      nodes.map(async (node) => {
        if (node.exitCode !== null || node.signalCode !== null) return;
        const ended = once(node, "exit");
        node.kill("SIGKILL");
        await ended;
      }),
    );
  };
  const host = `127.0.0.1:${ports[0]}`;
  try {
    await untilReady(host, nodes, folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return {host, workers: nodes.slice(1).flatMap(({pid}) => pid ?? []), stop};
}

interface NodeSettings {
  id: string;
  port: number;
  coordinator: number;
  isCoordinator: boolean;
  catalogs: Catalogs;
}

function startNode(java: string, server: string, folder: string, node: NodeSettings): ChildProcess {
  mkdirSync(join(folder, "etc/catalog"), {recursive: true});
  const write = (file: string, settings: Readonly<Record<string, string>>) =>
    writeFileSync(
      join(folder, "etc", file),
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(""),
    );
  write("config.properties", {
    coordinator: String(node.isCoordinator),
    ...(node.isCoordinator ? {"node-scheduler.include-coordinator": "false"} : {}),
    "http-server.http.port": String(node.port),
    "discovery.uri": `http://127.0.0.1:${node.coordinator}`,
    "plugin.dir": join(server, "plugin"),
    "query.max-memory": "800MB",
    "query.max-memory-per-node": "400MB",
    "memory.heap-headroom-per-node": "200MB",
    "query.remote-task.max-error-duration": "5s",
    "exchange.max-error-duration": "5s",
  });
  for (const [name, settings] of Object.entries(node.catalogs)) write(`catalog/${name}.properties`, settings);
  const log = openSync(join(folder, "log"), "w");
  return spawn(
    java,
    [
      "-Xmx900M",
      // three short lives on few cores: quick to start, and no threads that collect garbage in parallel
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-XX:+EnableDynamicAgentLoading",
      "-Djdk.attach.allowAttachSelf=true",
      "--add-modules=jdk.incubator.vector",
      "-Dnode.environment=test",
      `-Dnode.id=${node.id}`,
      `-Dnode.data-dir=${join(folder, "data")}`,
      "-Dnode.bind-ip=127.0.0.1",
      "-Dnode.internal-address=127.0.0.1",
      `-Dconfig=${join(folder, "etc/config.properties")}`,
      "-cp",
      join(server, "lib/*"),
      "io.trino.server.TrinoServer",
    ],
    {cwd: folder, stdio: ["ignore", log, log]},
  );
}

async function untilReady(host: string, nodes: readonly ChildProcess[], folder: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const dead = nodes.find(({exitCode}) => exitCode !== null);
    if (dead !== undefined) throw new Error(`Trino ended at once:\n${lastLines(folder)}`);
    if ((await activeNodes(host)) === nodes.length) return;
    await wait(500);
  }
  throw new Error(`Trino did not start within ${PATIENCE / 1000} seconds:\n${lastLines(folder)}`);
}

/** What the logs say of errors, else how they end. */
function lastLines(folder: string): string {
  return ["coordinator", "worker-1", "worker-2"]
    .map((name) => {
      const lines = readFileSync(join(folder, name, "log"), "utf8").split("\n");
      const error = lines.findIndex((line) => line.includes("\tERROR\t"));
      return (error < 0 ? lines.slice(-5) : lines.slice(error, error + 5)).join("\n");
    })
    .join("\n");
}

/** Asks with Node's own client, so that what is tested is not what tells that tests can begin. */
async function activeNodes(host: string): Promise<number> {
  try {
    const info: {starting: boolean} = await (await fetch(`http://${host}/v1/info`)).json();
    if (info.starting) return 0;
    let page: {nextUri?: string; data?: number[][]} = await (
      await fetch(`http://${host}/v1/statement`, {
        method: "POST",
        headers: {"X-Trino-User": "test"},
        body: "SELECT count(*) FROM system.runtime.nodes WHERE state = 'active'",
      })
    ).json();
    let found = 0;
    while (page.nextUri !== undefined) {
      page = await (await fetch(page.nextUri, {headers: {"X-Trino-User": "test"}})).json();
      found = page.data?.[0]?.[0] ?? found;
    }
    return found;
  } catch {
    return 0;
  }
}
