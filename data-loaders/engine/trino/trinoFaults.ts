import type {QueryError} from "trino-client";
import type {TrinoTable} from "./trinoTable.js";

/** Why a query gave nothing. */
export interface Fault {
  found: string;
  remedy: string;
  /** Name of the error in the engine; undefined where no engine answered. */
  engine?: string;
  /** Whether the query may be asked again. */
  repeat: boolean;
  /** Whether the request may be sent again. */
  resend: boolean;
}

/** A coordinator that sends its clients to another server. */
export class OtherServerError extends Error {
  constructor(readonly origin: string) {
    super(`the coordinator sends its clients on to ${origin}`);
  }
}

/** What the engine says of a query that failed. */
export function queryFault({message, errorName, errorType}: QueryError): Fault {
  return {
    found: `${errorName}, ${message}`,
    remedy: remedyFor(errorName, errorType),
    engine: errorName,
    repeat: isSafeToRepeat(errorName, errorType),
    resend: false,
  };
}

/** The rule by which Trino itself repeats queries under `retry-policy=QUERY`. */
function isSafeToRepeat(name: string, type: string): boolean {
  return type === "INTERNAL_ERROR" || type === "EXTERNAL" || name === "CLUSTER_OUT_OF_MEMORY";
}

const remedies: Readonly<Record<string, string>> = {
  CATALOG_NOT_FOUND: "Name a catalog that the cluster has (SHOW CATALOGS).",
  SCHEMA_NOT_FOUND: "Name a schema that the catalog has (SHOW SCHEMAS).",
  TABLE_NOT_FOUND: "Name a table that the schema has (SHOW TABLES).",
  PERMISSION_DENIED: "Ask whoever runs the cluster for the right to read the table.",
  USER_CANCELED: "Somebody cancelled the query: run the command again when it may run.",
  ADMINISTRATIVELY_KILLED: "Whoever runs the cluster ended the query: ask them, then run the command again.",
};

function remedyFor(name: string, type: string): string {
  const known = remedies[name];
  if (known !== undefined) return known;
  if (type === "INSUFFICIENT_RESOURCES")
    return "The cluster's limits are too low for the query, or others use it now: run the command again later, or ask whoever runs it.";
  return type === "USER_ERROR"
    ? "Look the query up in the cluster's list of queries."
    : "It was asked several times: see whether all of the cluster's machines run, then run the command again.";
}

/** Answers to a request after which, by Trino's protocol, it is sent again. */
const BUSY = new Set([429, 502, 503, 504]);

/** Answers to a request for a page that the coordinator no longer knows, as after its restart. */
const LOST = new Set([404, 410]);

/** A connection that broke off. */
const BROKEN = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED", "EAI_AGAIN"]);

/**
 * What stands in the way of an answer. Only status and code of the error are read: it holds the request with its password.
 *
 * @param table whose coordinator it is, for the message
 */
export function connectionFault(error: unknown, table?: TrinoTable): Fault {
  const fault = (found: string, remedy: string, again: Partial<Fault> = {}): Fault => ({
    found,
    remedy,
    repeat: false,
    resend: false,
    ...again,
  });
  const server = table?.server ?? "the coordinator";
  if (error instanceof OtherServerError)
    return fault(
      `the coordinator sends its clients on to ${error.origin}`,
      `Behind a proxy, the cluster needs http-server.process-forwarded=true; expected all pages from ${server}.`,
    );
  const status = statusOf(error);
  if (status === 401 || status === 403)
    return fault(
      `${server} does not accept the user (HTTP ${status})`,
      "Set CARDLENS_TRINO_USER, and CARDLENS_TRINO_PASSWORD or CARDLENS_TRINO_TOKEN, to what the cluster expects.",
    );
  if (status !== undefined)
    return fault(`${server} answered with HTTP ${status}`, "See whether a Trino coordinator is there.", {
      repeat: BUSY.has(status) || LOST.has(status),
      resend: BUSY.has(status),
    });
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (BROKEN.has(code))
    return fault(`the connection to ${server} broke off (${code})`, "Run the command again.", {
      repeat: true,
      resend: true,
    });
  if (code === "ENOTFOUND") return fault(`no host ${server}`, "Correct the host in the address.");
  if (code === "ECONNREFUSED")
    return fault(`nothing listens at ${server}`, "Start the cluster, or correct host and port.");
  return fault(
    `no connection to ${server} (${code})`,
    "Encryption is on unless the host is this machine: name the port of HTTPS, and for a certificate of your own authority the file of NODE_EXTRA_CA_CERTS.",
  );
}

function statusOf(error: unknown): number | undefined {
  const response: unknown = read(error, "response");
  const status = read(response, "status");
  return typeof status === "number" ? status : undefined;
}

function codeOf(error: unknown): string | undefined {
  const code = read(error, "code");
  return typeof code === "string" ? code : undefined;
}

function read(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;
}
