import {createServer, type Server} from "node:http";
import sirv from "sirv";
import {projectPath} from "../projectPath.js";

const host = "127.0.0.1";
const portsTried = 100;

/**
 * Serves the built site on this machine only, on the first free port from the one given.
 *
 * @param folder the site; default `dist`
 * @throws Error if a hundred ports in a row are taken
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
  for (let port = firstPort; port < firstPort + portsTried; port++) {
    if (await listens(server, port)) {
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      return {url: `http://${host}:${port}/`, close};
    }
  }
  throw new Error(
    `no free port from ${firstPort} to ${firstPort + portsTried - 1}; name another: PORT=8080 npm start`,
  );
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error);
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve(true);
    });
  });
}
