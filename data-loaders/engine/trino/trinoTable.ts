import {identifier} from "../population/dialect.js";
import {SettingError} from "../project/settingError.js";

/** A table in a Trino cluster, as a setting names it: `trino://host:port/catalog/schema/table`. */
export interface TrinoTable {
  /** The setting, with the port and in the case that Trino uses. It holds no secret. */
  address: string;
  /** Address of the coordinator, without a path. */
  server: string;
  /** False only on this machine. */
  tls: boolean;
  catalog: string;
  schema: string;
  table: string;
}

const SCHEME = "trino:";

/** A setting that is meant to name a table in a cluster. */
export function isTrinoAddress(setting: string): boolean {
  return setting.trim().toLowerCase().startsWith(SCHEME);
}

/**
 * Reads the address of a table. The connection is encrypted unless the host is this machine; without a port it is 443, or 8080
 * on this machine.
 *
 * @param variable the setting that holds the address, for messages
 * @throws SettingError if it is no such address, or holds a user or password; the message repeats neither
 */
export function trinoTable(setting: string, variable: string): TrinoTable {
  const url = URL.canParse(setting.trim()) ? new URL(setting.trim()) : undefined;
  if (url === undefined || url.protocol !== SCHEME || url.hostname === "") throw notAnAddress(variable);
  if (url.username !== "" || url.password !== "")
    throw new SettingError(
      `${variable} holds a user or password, which would end up in logs; expected trino://host:port/catalog/schema/table. Put them into CARDLENS_TRINO_USER and CARDLENS_TRINO_PASSWORD.`,
    );
  const parts = decoded(url.pathname.split("/").slice(1));
  if (parts.length !== 3 || parts.includes("") || url.search !== "" || url.hash !== "")
    throw notAnAddress(variable);
  const [catalog, schema, table] = parts.map((part) => part.toLowerCase());
  const tls = !isThisMachine(url.hostname);
  const host = `${url.hostname.toLowerCase()}:${url.port === "" ? (tls ? 443 : 8080) : url.port}`;
  return {
    address: `trino://${host}/${[catalog, schema, table].map(encodeURIComponent).join("/")}`,
    server: `${tls ? "https" : "http"}://${host}`,
    tls,
    catalog,
    schema,
    table,
  };
}

/** The table's name in a query. */
export function tableName({catalog, schema, table}: TrinoTable): string {
  return [catalog, schema, table].map(identifier).join(".");
}

function decoded(parts: readonly string[]): string[] {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return [];
  }
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function notAnAddress(variable: string): SettingError {
  return new SettingError(
    `${variable} begins like the address of a table in Trino, but is none; expected trino://host:port/catalog/schema/table, such as trino://warehouse.example:443/lake/cards/customers.`,
  );
}
