import type {DuckDBConnection} from "@duckdb/node-api";
import {quote, withDatabase} from "../../engine/tables/database.js";

/** Customers by their segment then and now; null is a customer who was not there. */
export interface CustomerMove {
  from: string | null;
  to: string | null;
  customers: number;
}

/** What names a customer where the file has no keys: the number of the row, which is another customer's in the next edition. */
const ROW_NAME = "row[0-9]+";

/**
 * Follows customers from one edition to the next by their pseudonym. Those whose key stands on several rows
 * are left out: their rows are numbered in the order of the file, and nothing tells which is which. So are the rows of a file
 * without keys.
 *
 * @param earlier path of the earlier database
 * @param present path of the present one
 */
export async function customerMoves(earlier: string, present: string): Promise<CustomerMove[]> {
  return withDatabase(async (connection) => {
    await connection.run(`ATTACH ${quote(earlier)} AS earlier (READ_ONLY)`);
    await connection.run(`ATTACH ${quote(present)} AS present (READ_ONLY)`);
    const before = await earlierCustomers(connection);
    const result = await connection.runAndReadAll(
      `WITH repeated AS (
         SELECT split_part(customer_id, '-', 1) AS key FROM ${before} WHERE contains(customer_id, '-')
         UNION SELECT split_part(customer_id, '-', 1) FROM present.customers WHERE contains(customer_id, '-')
       )
       SELECT e.segment AS "from", p.segment AS "to", CAST(count(*) AS INTEGER) AS customers
       FROM ${before} e FULL JOIN present.customers p USING (customer_id)
       WHERE split_part(customer_id, '-', 1) NOT IN (FROM repeated)
         AND NOT regexp_full_match(customer_id, '${ROW_NAME}')
       GROUP BY ALL ORDER BY "from" NULLS LAST, "to" NULLS LAST`,
    );
    return result.getRowObjectsJS().map(({from, to, customers}) => ({
      from: from === null ? null : String(from),
      to: to === null ? null : String(to),
      customers: Number(customers),
    }));
  });
}

/** The table that names the segment of each pseudonym: another than `customers` where exact rows are not published. */
async function earlierCustomers(connection: DuckDBConnection): Promise<string> {
  const apart = await connection.runAndReadAll(
    "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'earlier' AND table_name = 'customer_segments'",
  );
  return Number(apart.getRows()[0]?.[0]) > 0 ? "earlier.customer_segments" : "earlier.customers";
}
