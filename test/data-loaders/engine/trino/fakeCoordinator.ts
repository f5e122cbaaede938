import {once} from "node:events";
import {createServer, type IncomingMessage} from "node:http";

/** What a coordinator answers: a status other than 200, a broken connection, or a page of a query. */
export type Answer =
  | {status: number}
  | "broken"
  | {columns?: {name: string; type: string}[]; data?: unknown[][]; error?: object; next?: true | string};

/** A server that gives these answers in their order, whatever is asked, and keeps what it was asked. */
export async function fakeCoordinator(answers: Answer[]) {
  const asked: {method: string; url: string; headers: IncomingMessage["headers"]; body: string}[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({method: request.method ?? "", url: request.url ?? "", headers: request.headers, body});
    const answer = answers.shift();
    if (answer === undefined || answer === "broken") {
      request.socket.destroy();
      return;
    }
    if ("status" in answer) {
      response.writeHead(answer.status).end();
      return;
    }
    const {next, ...page} = answer;
    const nextUri = next === true ? `http://${request.headers.host}/v1/statement/${asked.length}` : next;
    response
      .writeHead(200, {"content-type": "application/json"})
      .end(JSON.stringify({id: "query", stats: {}, ...page, ...(nextUri === undefined ? {} : {nextUri})}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("a server without a port");
  return {
    host: `127.0.0.1:${address.port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}
