import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";

/** A PostgreSQL server of our own: a new cluster in a temporary folder, on a loopback port. */
export interface PostgresServer {
  version: string;
  /** Runs statements with psql; rows come back as CSV with a header. Input is for `COPY … FROM STDIN`. */
  query(sql: string, input?: string): string;
  stop(): Promise<void>;
}

interface Programs {
  initdb: string;
  postgres: string;
  psql: string;
}

/** Finds PostgreSQL's programs; as root on Debian they are installed where absent. */
export function findPostgres(): Programs | undefined {
  const found = installed();
  if (found !== undefined || process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return found;
  console.error("no PostgreSQL found: installing Debian's postgresql with apt-get");
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  for (const args of [
    ["update", "-q"],
    ["install", "-q", "-y", "--no-install-recommends", "postgresql"],
  ])
    if (spawnSync("apt-get", args, {env}).status !== 0) return undefined;
  return installed();
}

function installed(): Programs | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  const program = (name: string) =>
    folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const [initdb, postgres, psql] = ["initdb", "postgres", "psql"].map(program);
  return initdb && postgres && psql ? {initdb, postgres, psql} : undefined;
}

/** Starts a server; it refuses to run as root, so root starts it as an account without rights. */
export async function startPostgres({initdb, postgres, psql}: Programs): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "cardlens-postgres-"));
  const account = process.getuid?.() === 0 ? unprivileged() : {};
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const data = join(folder, "data");
  const made = spawnSync(
    initdb,
    ["-D", data, "-A", "trust", "-U", "test", "-E", "UTF8", "--locale=C", "-N"],
    {
      ...account,
      cwd: folder,
      encoding: "utf8",
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const settings = ["fsync=off", "unix_socket_directories=", "listen_addresses=127.0.0.1"];
  const server = spawn(
    postgres,
    ["-D", data, "-p", String(port), ...settings.flatMap((each) => ["-c", each])],
    {
      ...account,
      cwd: folder,
      stdio: "ignore",
    },
  );
  const query = (sql: string, input = "") => {
    const args = ["-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", String(port)];
    const {status, stdout, stderr} = spawnSync(psql, [...args, "-U", "test", "-d", "postgres", "-c", sql], {
      input,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const version = await answered(() => query("SHOW server_version").split("\n")[1], server);
  return {
    version,
    query,
    stop: () => stopServer(server, folder),
  };
}

/** The account `nobody`, which every Unix has. */
function unprivileged(): {uid?: number; gid?: number} {
  const id = (flag: string) => Number(spawnSync("id", [flag, "nobody"], {encoding: "utf8"}).stdout);
  return {uid: id("-u"), gid: id("-g")};
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Asks until the server answers. */
async function answered(ask: () => string, server: ChildProcess): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return ask();
    } catch (error) {
      if (attempt === 100 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown. */
async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null)
    await new Promise((resolve) => {
      server.once("exit", resolve);
      server.kill("SIGINT");
    });
  rmSync(folder, {recursive: true, force: true});
}
