import {once} from "node:events";
import {createServer, type Server} from "node:net";
import {lastPort} from "./portSetting.js";

const host = "127.0.0.1";
const portsTried = 100;

/** No port is left to serve on. */
export class PortError extends Error {}

/**
 * Lets a server listen, for this machine only, on the first free port from the one given.
 *
 * @param firstPort from 1 to 65,535
 * @returns the server's address
 * @throws PortError if a hundred ports in a row cannot be used, or all that there are
 */
export async function listenOnFreePort(server: Server, firstPort: number): Promise<URL> {
  const last = Math.min(firstPort + portsTried - 1, lastPort);
  const reasons = new Set<string>();
  for (let port = firstPort; port <= last; port++) {
    const reason = await whyNot(server, port);
    if (reason === undefined) return new URL(`http://${host}:${port}/`);
    reasons.add(reason);
  }
  const ports = firstPort === last ? `port ${last} is` : `ports ${firstPort} to ${last} are`;
  throw new PortError(
    `${ports} ${[...reasons].join(" or ")}. Set PORT to the first port to try, for example PORT=8080`,
  );
}

/**
 * The first free port from the one given, for a server of another process.
 *
 * @throws PortError as `listenOnFreePort`
 */
export async function freePort(firstPort: number): Promise<string> {
  const server = createServer();
  const {port} = await listenOnFreePort(server, firstPort);
  server.close();
  await once(server, "close");
  return port;
}

/** Listens, or says why this port cannot be used. */
async function whyNot(server: Server, port: number): Promise<string | undefined> {
  server.listen(port, host);
  try {
    // takes its listeners away again, however it ends
    await once(server, "listening");
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") return "taken";
    if (code === "EACCES") return "not allowed to this account";
    throw error;
  }
}
