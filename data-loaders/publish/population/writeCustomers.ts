import {textLiteral} from "../../engine/population/dialect.js";
import {POPULATION} from "../../engine/population/duckdbEngine.js";
import {writeDuckdb} from "../../engine/population/writeDuckdb.js";
import {createTable} from "../../engine/tables/database.js";
import {double, integer, table, text} from "../../engine/tables/publishedTable.js";
import {TABLE} from "../../source/population/importCustomers.js";

/** What only the customers of the sample have. */
export interface SampleColumns {
  rowNumbers: readonly number[];
  customerIds: readonly string[];
  ward: readonly (number | null)[];
  silhouette: Float64Array;
}

/** What the customers as they were read are called in SQL while the published ones are written. */
export const IMPORTED = "imported";

/** Name of the database of all customers, as others attach it. */
export function databaseOfAll(schema: string): string {
  return `${schema}_all`;
}

/**
 * Writes the published columns of all customers to a database of its own.
 *
 * @param imported path of the customers as they were read
 * @param sql see `customersSql`
 * @param path of the database to write; it is there only when it is whole
 */
export async function writeCustomers(
  imported: string,
  sql: string,
  sample: SampleColumns,
  path: string,
): Promise<void> {
  await writeDuckdb(path, async ({connection}) => {
    await createTable(
      connection,
      POPULATION,
      table("drawn", "", sample.rowNumbers, [
        integer("row_number", "", (number) => number),
        text("customer_id", "", sample.customerIds),
        integer("ward_cluster", "", sample.ward),
        double("silhouette", "", sample.silhouette),
      ]),
    );
    await connection.run(`ATTACH ${textLiteral(imported)} AS ${IMPORTED} (READ_ONLY)`);
    // one thread, so that row groups are full: a run of rows is one of them
    await connection.run("SET threads = 1");
    await connection.run(
      `CREATE TABLE ${TABLE} AS SELECT made.*, drawn.customer_id, drawn.ward_cluster, drawn.silhouette, 1E0 AS weight FROM (${sql}) AS made LEFT JOIN drawn ON drawn.row_number = made.row_number`,
    );
    await connection.run(`DETACH ${IMPORTED}`);
  });
}
