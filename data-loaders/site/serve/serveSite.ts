import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import {join} from "node:path";
import sirv from "sirv";
import {projectPath} from "../../engine/project/projectPath.js";
import {cacheControl, foldersNamedByContent, securityHeaders} from "../build/hostFiles.js";
import {listenOnFreePort} from "./listenOnFreePort.js";

/**
 * Serves the built site, with the headers that a host should send, on this machine only, on the first free port from the one given.
 *
 * @param firstPort from 1 to 65,535
 * @param folder the site; default `dist`
 * @throws PortError if no port can be used
 */
export async function serveSite(
  firstPort: number,
  folder = projectPath("dist"),
): Promise<{url: string; close: () => void}> {
  const files = sirv(folder, {
    dev: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
      const isUnchanging = foldersNamedByContent.some((name) => path.startsWith(`/${name}/`));
      response.setHeader("Cache-Control", isUnchanging ? cacheControl.unchanging : cacheControl.other);
    },
  });
  const notFound = await readFile(join(folder, "404.html")).catch(() => "not found");
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(notFound);
    }),
  );
  const {href} = await listenOnFreePort(server, firstPort);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return {url: href, close};
}
