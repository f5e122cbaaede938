import {quote, withDatabase} from "../publish/database.js";

/** Customers by their segment then and now; null is a customer who was not there. */
export interface CustomerMove {
  from: string | null;
  to: string | null;
  customers: number;
}

/**
 * Follows customers from one edition to the next by their pseudonym.
 *
 * @param earlier path of the earlier database
 * @param present path of the present one
 */
export async function customerMoves(earlier: string, present: string): Promise<CustomerMove[]> {
  return withDatabase(async (connection) => {
    await connection.run(`ATTACH ${quote(earlier)} AS earlier (READ_ONLY)`);
    await connection.run(`ATTACH ${quote(present)} AS present (READ_ONLY)`);
    const result = await connection.runAndReadAll(
      `SELECT e.segment AS "from", p.segment AS "to", CAST(count(*) AS INTEGER) AS customers
       FROM earlier.customers e FULL JOIN present.customers p USING (customer_id)
       GROUP BY ALL ORDER BY "from" NULLS LAST, "to" NULLS LAST`,
    );
    return result.getRowObjectsJS().map(({from, to, customers}) => ({
      from: from === null ? null : String(from),
      to: to === null ? null : String(to),
      customers: Number(customers),
    }));
  });
}
