import {identifier, textLiteral} from "../../engine/population/dialect.js";
import type {TrinoSession} from "../../engine/trino/trinoSession.js";
import {type TrinoTable, tableName} from "../../engine/trino/trinoTable.js";
import {WarehouseError} from "../../engine/trino/warehouseError.js";

/** What a table holds at one moment: two equal versions have the same rows. */
export interface TableVersion {
  /** For people and for caches. */
  text: string;
  /** What stands behind FROM, so that every query reads this version where the table keeps it. */
  from: string;
  /** Whether later queries may find other rows behind `from`. */
  moves: boolean;
}

/**
 * The version of a table: the id of its snapshot where it is one of Iceberg, else the number of its rows and a checksum over
 * them, which the cluster computes by reading the columns once.
 *
 * @param columns those that the report uses
 */
export async function tableVersion(
  session: TrinoSession,
  table: TrinoTable,
  columns: readonly string[],
): Promise<TableVersion> {
  const from = tableName(table);
  const snapshot = await currentSnapshot(session, table);
  if (snapshot !== undefined)
    return {text: `snapshot ${snapshot}`, from: `${from} FOR VERSION AS OF ${snapshot}`, moves: false};
  const names = columns.map(identifier).join(", ");
  const {rows} = await session.query(
    "number of rows and checksum",
    `SELECT count(*), to_hex(checksum(ROW(${names}))) FROM ${from}`,
  );
  return {text: `${rows[0][0]} rows with checksum ${rows[0][1]}`, from, moves: true};
}

async function currentSnapshot(session: TrinoSession, table: TrinoTable): Promise<string | undefined> {
  try {
    const {rows: kinds} = await session.query(
      "kind of the catalog",
      `SELECT connector_name FROM system.metadata.catalogs WHERE catalog_name = ${textLiteral(table.catalog)}`,
    );
    if (kinds[0]?.[0] !== "iceberg") return undefined;
    const references = tableName({...table, table: `${table.table}$refs`});
    const {rows} = await session.query(
      "snapshot of the table",
      `SELECT CAST(snapshot_id AS varchar) FROM ${references} WHERE name = 'main'`,
    );
    return rows.length === 0 ? undefined : String(rows[0][0]);
  } catch (error) {
    // a view has no snapshots, and not everybody may read the cluster's own tables: the checksum tells as well
    if (error instanceof WarehouseError && error.engine !== undefined) return undefined;
    throw error;
  }
}
