import {execFile, spawnSync} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {createServer} from "node:https";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {projectPath} from "../../../../data-loaders/engine/project/projectPath.js";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe.skipIf(!hasOpenssl)("an encrypted connection (needs openssl for a certificate)", () => {
  let folder: string;
  let close: () => Promise<void>;
  let port: number;
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "cardlens-tls-"));
    const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
    const made = spawnSync(
      "openssl",
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${cert}`.split(
        " ",
      ),
      {encoding: "utf8"},
    );
    expect(made.status, made.stderr).toBe(0);
    const server = createServer({key: readFileSync(key), cert: readFileSync(cert)}, (request, response) => {
      asked.push(request.headers.authorization);
      response.writeHead(200, {"content-type": "application/json"});
      response.end(
        JSON.stringify({id: "query", stats: {}, columns: [{name: "n", type: "bigint"}], data: [[7]]}),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
    close = async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    };
  });
  afterAll(async () => {
    await close();
    rmSync(folder, {recursive: true, force: true});
  });

  /** Asks in a process of its own: Node reads the file of authorities when it starts. */
  async function ask(env: Record<string, string>): Promise<string> {
    const code = `
      const {openTrino} = await import("./data-loaders/engine/trino/trinoSession.ts");
      const {trinoTable} = await import("./data-loaders/engine/trino/trinoTable.ts");
      const table = {...trinoTable("trino://warehouse.example/a/b/c", "INPUT"), server: "https://localhost:${port}"};
      const session = await openTrino(table, {user: "ann", password: "sesame"}, {repeats: [], resends: []});
      const answer = await session.query("rows", "SELECT 7").catch((error) => error.message);
      console.log(typeof answer === "string" ? answer : JSON.stringify(answer.rows));`;
    const {stdout, stderr} = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", code],
      {cwd: projectPath("."), env: {...process.env, ...env}},
    );
    return stdout + stderr;
  }

  test("is made where the certificate is of an authority that Node knows", async () => {
    const output = await ask({NODE_EXTRA_CA_CERTS: join(folder, "cert.pem")});
    expect(output).toContain("[[7]]");
    expect(asked).toEqual([`Basic ${Buffer.from("ann:sesame").toString("base64")}`]);
  });

  test("is refused where it is not, before the password is sent", async () => {
    asked.length = 0;
    const output = await ask({});
    expect(output).toMatch(
      /rows: no connection to https:\/\/localhost:\d+ \((DEPTH_ZERO_)?SELF_SIGNED_CERT.*NODE_EXTRA_CA_CERTS/,
    );
    expect(output).not.toContain("sesame");
    expect(asked).toEqual([]);
  });
});
