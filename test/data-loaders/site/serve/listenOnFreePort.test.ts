import {createServer, type Server} from "node:net";
import {expect, test} from "vitest";
import {listenOnFreePort, PortError} from "../../../../data-loaders/site/serve/listenOnFreePort.js";

/** A server that the system lets listen on the ports that have no reason not to. */
function serverWhere(reason: (port: number) => string | undefined): Server {
  const server = createServer();
  server.listen = (port: unknown) => {
    const code = reason(Number(port));
    const error = Object.assign(new Error(`listen ${code}`), {code});
    process.nextTick(() => (code === undefined ? server.emit("listening") : server.emit("error", error)));
    return server;
  };
  return server;
}

test("a server listens on the first port that is free and allowed", async () => {
  const server = serverWhere((port) => (port < 85 ? "EACCES" : port < 90 ? "EADDRINUSE" : undefined));
  expect(String(await listenOnFreePort(server, 80))).toBe("http://127.0.0.1:90/");
});

test.each([
  [3000, "EADDRINUSE", "ports 3000 to 3099 are taken"],
  [80, "EACCES", "ports 80 to 179 are not allowed to this account"],
  [65_535, "EADDRINUSE", "port 65535 is taken"],
])("where none from %i is, the reason is told, and what to do (%s)", async (port, code, reason) => {
  const error: unknown = await listenOnFreePort(
    serverWhere(() => code),
    port,
  ).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PortError);
  expect(String(error)).toContain(`${reason}. Set PORT to the first port to try, for example PORT=8080`);
});

test("another failure is told as it is", async () => {
  const server = serverWhere(() => "EMFILE");
  await expect(listenOnFreePort(server, 3000)).rejects.toThrow("listen EMFILE");
});
