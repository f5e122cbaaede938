import {afterEach, describe, expect, test} from "vitest";
import type {TrinoAccess} from "../../../../data-loaders/engine/trino/trinoAccess.js";
import {openTrino} from "../../../../data-loaders/engine/trino/trinoSession.js";
import {trinoTable} from "../../../../data-loaders/engine/trino/trinoTable.js";
import {WarehouseError} from "../../../../data-loaders/engine/trino/warehouseError.js";
import {type Answer, fakeCoordinator} from "./fakeCoordinator.js";

let coordinator: Awaited<ReturnType<typeof fakeCoordinator>>;
afterEach(() => coordinator.close());

/** Asks a coordinator that gives these answers. */
async function ask(answers: Answer[], access: TrinoAccess = {user: "ann"}) {
  coordinator = await fakeCoordinator(answers);
  const table = trinoTable(`trino://${coordinator.host}/lake/cards/customers`, "INPUT");
  const session = await openTrino(table, access, {repeats: [1, 1], resends: [1, 1]});
  return session.query("number of rows", "SELECT count(*) FROM customers");
}

async function complaint(answers: Answer[], access?: TrinoAccess): Promise<string> {
  const error: unknown = await ask(answers, access).then(
    () => undefined,
    (fault: unknown) => fault,
  );
  if (!(error instanceof WarehouseError)) throw error;
  return error.message.replaceAll(coordinator.host, "HOST");
}

const columns = [{name: "count", type: "bigint"}];
const accepted: Answer = {next: true};
const last: Answer = {columns, data: [[3]]};
const failed = (errorName: string, errorType: string): Answer => ({
  error: {errorName, errorType, errorCode: 1, message: "so it is"},
});

describe("a query", () => {
  test("gives the rows of all its pages, each once", async () => {
    const found = await ask([
      accepted,
      {columns, next: true},
      {columns, data: [[1], [2]], next: true},
      {columns, data: [[3]], next: true},
      {columns},
    ]);
    expect(found).toEqual({columns, rows: [[1], [2], [3]]});
    expect(coordinator.asked.map(({method, url}) => `${method} ${url}`)).toEqual([
      "POST /v1/statement",
      "GET /v1/statement/1",
      "GET /v1/statement/2",
      "GET /v1/statement/3",
      "GET /v1/statement/4",
    ]);
    expect(coordinator.asked[0].body).toBe("SELECT count(*) FROM customers");
    expect(coordinator.asked[0].headers).toMatchObject({
      "x-trino-user": "ann",
      "x-trino-catalog": "lake",
      "x-trino-source": "cardlens",
    });
  });

  test("says who asks by password or token", async () => {
    await ask([accepted, last], {user: "ann", password: "sesame"});
    const basic = `Basic ${Buffer.from("ann:sesame").toString("base64")}`;
    expect(coordinator.asked.map(({headers}) => headers.authorization)).toEqual([basic, basic]);
    await coordinator.close();
    await ask([accepted, last], {user: "ann", token: "eyJ"});
    expect(coordinator.asked.map(({headers}) => headers.authorization)).toEqual(["Bearer eyJ", "Bearer eyJ"]);
  });

  test.each<Answer>([{status: 502}, {status: 503}, {status: 504}, {status: 429}, "broken"])(
    "is not lost where a request gets no answer: %j",
    async (fault) => {
      const {rows} = await ask([fault, accepted, fault, fault, last]);
      expect(rows).toEqual([[3]]);
      // the page is asked for again, not the query
      expect(coordinator.asked.map(({url}) => url).slice(2)).toEqual(Array(3).fill("/v1/statement/2"));
    },
  );

  test.each([
    ["REMOTE_TASK_ERROR", "INTERNAL_ERROR"],
    ["JDBC_ERROR", "EXTERNAL"],
    ["CLUSTER_OUT_OF_MEMORY", "INSUFFICIENT_RESOURCES"],
  ])("is asked again where the engine says that it can be: %s", async (name, type) => {
    const partly: Answer = {columns, data: [[1]], next: true};
    const {rows} = await ask([accepted, partly, failed(name, type), accepted, last]);
    // what came before the fault is not counted twice
    expect(rows).toEqual([[3]]);
  });

  test("gives its pages one by one to who takes them, and says where it begins again", async () => {
    coordinator = await fakeCoordinator([
      accepted,
      {columns, data: [[1], [2]], next: true},
      failed("REMOTE_TASK_ERROR", "INTERNAL_ERROR"),
      accepted,
      {columns, data: [[1]], next: true},
      last,
    ]);
    const table = trinoTable(`trino://${coordinator.host}/lake/cards/customers`, "INPUT");
    const session = await openTrino(table, {user: "ann"}, {repeats: [1], resends: []});
    const taken: unknown[] = [];
    const found = await session.query("rows", "SELECT 1", {
      begin: () => {
        taken.push("begin");
      },
      take: (rows) => {
        taken.push(rows);
      },
    });
    expect(found.rows).toEqual([]);
    expect(taken).toEqual(["begin", [[1], [2]], "begin", [[1]], [[3]]]);
  });

  test("is asked again by a coordinator that was started anew", async () => {
    expect((await ask([accepted, {status: 404}, accepted, last])).rows).toEqual([[3]]);
  });

  test("is given up after a few times, and names its pass", async () => {
    const fault = failed("REMOTE_TASK_ERROR", "INTERNAL_ERROR");
    expect(await complaint([accepted, fault, accepted, fault, accepted, fault, accepted, last])).toBe(
      "cannot use trino://HOST/lake/cards/customers: number of rows: REMOTE_TASK_ERROR, so it is. It was asked several times: see whether all of the cluster's machines run, then run the command again.",
    );
    expect(coordinator.asked.length).toBe(6);
  });

  test.each([
    ["SYNTAX_ERROR", "USER_ERROR", "list of queries"],
    ["TABLE_NOT_FOUND", "USER_ERROR", "SHOW TABLES"],
    ["PERMISSION_DENIED", "USER_ERROR", "the right to read"],
    ["USER_CANCELED", "USER_ERROR", "Somebody cancelled the query"],
    ["ADMINISTRATIVELY_KILLED", "INSUFFICIENT_RESOURCES", "ended the query"],
    ["EXCEEDED_TIME_LIMIT", "INSUFFICIENT_RESOURCES", "limits are too low"],
  ])("is not asked again for %s", async (name, type, remedy) => {
    const message = await complaint([accepted, failed(name, type), accepted, last]);
    expect(message).toContain(`number of rows: ${name}, so it is. `);
    expect(message).toContain(remedy);
    expect(coordinator.asked.length).toBe(2);
  });

  test("does not go to another server, with its password, for pages", async () => {
    const elsewhere: Answer = {next: "http://127.0.0.1:9/v1/statement/1"};
    expect(await complaint([elsewhere], {user: "ann", password: "sesame"})).toContain(
      "sends its clients on to http://127.0.0.1:9. Behind a proxy",
    );
    expect(coordinator.asked.length).toBe(1);
  });

  test.each([401, 403])("says that the user is not accepted, and no secret: %i", async (status) => {
    const message = await complaint([{status}], {user: "ann", password: "sesame"});
    expect(message).toContain(`does not accept the user (HTTP ${status})`);
    expect(message).not.toContain("sesame");
    expect(message).not.toContain(Buffer.from("ann:sesame").toString("base64"));
  });

  test("repeats no secret that the engine repeats", async () => {
    const fault: Answer = {
      error: {errorName: "GENERIC_USER_ERROR", errorType: "USER_ERROR", errorCode: 1, message: "bad eyJ"},
    };
    expect(await complaint([accepted, fault], {user: "ann", token: "eyJ"})).toContain("bad •••");
  });

  test("says that nobody answers", async () => {
    coordinator = await fakeCoordinator([]);
    await coordinator.close();
    const table = trinoTable(`trino://${coordinator.host}/a/b/c`, "INPUT");
    const session = await openTrino(table, {user: "ann"}, {repeats: [], resends: []});
    await expect(session.query("rows", "SELECT 1")).rejects.toThrow(
      "rows: nothing listens at http://127.0.0.1",
    );
    coordinator = await fakeCoordinator([]);
  });

  test("needs encryption on another machine", async () => {
    coordinator = await fakeCoordinator([accepted, last]);
    const port = coordinator.host.split(":")[1];
    const table = {
      ...trinoTable(`trino://localhost:${port}/a/b/c`, "INPUT"),
      server: `https://localhost:${port}`,
    };
    const session = await openTrino(table, {user: "ann"}, {repeats: [], resends: []});
    await expect(session.query("rows", "SELECT 1")).rejects.toThrow("name the port of HTTPS");
    expect(coordinator.asked).toEqual([]);
  });
});
