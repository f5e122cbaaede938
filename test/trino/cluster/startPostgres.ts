import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {chownSync, existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";

/** A PostgreSQL on this machine. */
export interface Postgres {
  port: number;
  password: string;
  stop(): Promise<void>;
}

/** Where Debian puts the programs of the server, which are not on the path. */
const DEBIAN = "/usr/lib/postgresql";

const PASSWORD = "only for this test";

/** Starts a PostgreSQL with an empty database `bank` and a user of the same name; undefined where there is none to start. */
export async function startPostgres(folder: string, port: number): Promise<Postgres | undefined> {
  const initdb = program("initdb");
  const postgres = program("postgres");
  if (initdb === undefined || postgres === undefined) return undefined;
  mkdirSync(folder, {recursive: true});
  const account = ordinaryAccount();
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const password = join(folder, "password");
  writeFileSync(password, PASSWORD);
  const data = join(folder, "data");
  const made = spawnSync(
    initdb,
    ["--auth=scram-sha-256", "--username=bank", `--pwfile=${password}`, "--no-sync", "-D", data],
    {...account, encoding: "utf8"},
  );
  if (made.status !== 0) throw new Error(`PostgreSQL cannot make a database: ${made.stderr}`);
  const server = spawn(postgres, ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", ""], {
    ...account,
    stdio: "ignore",
  });
  await wait(500);
  if (server.exitCode !== null) throw new Error("PostgreSQL ended at once");
  return {
    port,
    password: PASSWORD,
    async stop() {
      if (server.exitCode !== null) return;
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
    },
  };
}

function program(name: string): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort() : [];
  const all = [name, ...versions.map((version) => join(DEBIAN, version, "bin", name)).reverse()];
  return all.find((command) => spawnSync(command, ["--version"]).status === 0);
}

/** PostgreSQL does not run as root: there it runs as the account that its package made, or as nobody. */
function ordinaryAccount(): {uid: number; gid: number} | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (of: string, account: string) => spawnSync("id", [of, account], {encoding: "utf8"});
  const account = id("-u", "postgres").status === 0 ? "postgres" : "nobody";
  return {uid: Number(id("-u", account).stdout), gid: Number(id("-g", account).stdout)};
}
