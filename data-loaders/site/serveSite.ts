import {once} from "node:events";
import {createServer, type Server} from "node:http";
import sirv from "sirv";
import {projectPath} from "../projectPath.js";
import {lastPort} from "./portSetting.js";

const host = "127.0.0.1";
const portsTried = 100;

/**
 * Serves the built site on this machine only, on the first free port from the one given.
 *
 * @param firstPort from 1 to 65,535
 * @param folder the site; default `dist`
 * @throws Error if a hundred ports in a row are taken, or all that there are
 */
export async function serveSite(
  firstPort: number,
  folder = projectPath("dist"),
): Promise<{url: string; close: () => void}> {
  const files = sirv(folder, {dev: true});
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end("not found");
    }),
  );
  const last = Math.min(firstPort + portsTried - 1, lastPort);
  for (let port = firstPort; port <= last; port++) {
    if (await listens(server, port)) {
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      return {url: `http://${host}:${port}/`, close};
    }
  }
  throw new Error(`no free port from ${firstPort} to ${last}; name another: PORT=8080 npm start`);
}

async function listens(server: Server, port: number): Promise<boolean> {
  server.listen(port, host);
  try {
    // takes its listeners away again, however it ends
    await once(server, "listening");
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false;
    throw error;
  }
}
