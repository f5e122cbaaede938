import {createServer} from "node:http";
import sirv from "sirv";
import {projectPath} from "../../engine/project/projectPath.js";
import {listenOnFreePort} from "./listenOnFreePort.js";

/**
 * Serves the built site on this machine only, on the first free port from the one given.
 *
 * @param firstPort from 1 to 65,535
 * @param folder the site; default `dist`
 * @throws PortError if no port can be used
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
  const {href} = await listenOnFreePort(server, firstPort);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return {url: href, close};
}
