import {createServer} from "node:http";
import sirv from "sirv";

/**
 * Serves a folder under a path, as a static host does that keeps several sites.
 *
 * @param path begins and ends with a slash
 */
export async function serveUnder(folder: string, path: string): Promise<{url: string; close: () => void}> {
  const files = sirv(folder, {dev: true});
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404).end("not found");
    };
    if (!request.url?.startsWith(path)) return missing();
    request.url = request.url.slice(path.length - 1);
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}${path}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
