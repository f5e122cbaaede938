import {existsSync, readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import {extname, join} from "node:path";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** A host, and the bytes of every answer that it has given, by the path asked for. */
export interface FileHost {
  url: string;
  answers: {path: string; status: number; bytes: number}[];
  close(): void;
}

/** Which part of a file a host sends: first and last byte, or all of it. */
export type RangeRule = (range: string | undefined, size: number) => [number, number] | undefined;

/** As RFC 9110 says. The server of the other tests takes `bytes=0-0` for the whole file. */
export const sendsRanges: RangeRule = (range, size) => {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
  return first === undefined ? undefined : [Number(first), Math.min(Number(last || size - 1), size - 1)];
};

/** The simplest hosts: whole files, whatever is asked for. */
export const sendsWholeFiles: RangeRule = () => undefined;

/** Serves a folder from a host that treats ranges by a rule. */
export async function serveFiles(folder: string, rule: RangeRule): Promise<FileHost> {
  const answers: FileHost["answers"] = [];
  const server = createServer(({url = "/", method, headers}, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const content = readFileSync(file);
    const part = rule(headers.range, content.length);
    const body = part === undefined ? content : content.subarray(part[0], part[1] + 1);
    const status = part === undefined ? 200 : 206;
    response.writeHead(status, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-length": body.length,
      ...(part === undefined ? {} : {"content-range": `bytes ${part[0]}-${part[1]}/${content.length}`}),
    });
    if (method !== "HEAD") answers.push({path, status, bytes: body.length});
    response.end(method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    answers,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
