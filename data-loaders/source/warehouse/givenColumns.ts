import {plainHeader} from "../../../src/lib/input/plainHeader.js";
import type {ColumnRule} from "../../datasets/dataset.js";
import {identifier, textLiteral} from "../../engine/population/dialect.js";
import type {TrinoSession} from "../../engine/trino/trinoSession.js";
import type {TrinoTable} from "../../engine/trino/trinoTable.js";
import {WarehouseError} from "../../engine/trino/warehouseError.js";

/** A column of a table in a warehouse, with the rule of the contract that is about it. */
export interface GivenColumn {
  /** As the contract writes it where only case differs: Trino keeps none. */
  header: string;
  /** Its name in the table. */
  name: string;
  /** Its type, as Trino calls it. */
  type: string;
  rule?: ColumnRule;
}

/**
 * The columns of a table in their order.
 *
 * @throws WarehouseError where there is no such table
 */
export async function givenColumns(
  session: TrinoSession,
  table: TrinoTable,
  rules: readonly ColumnRule[],
): Promise<GivenColumn[]> {
  const {rows} = await session.query(
    "columns of the table",
    `SELECT column_name, data_type FROM ${identifier(table.catalog)}.information_schema.columns WHERE table_schema = ${textLiteral(table.schema)} AND table_name = ${textLiteral(table.table)} ORDER BY ordinal_position`,
  );
  if (rows.length === 0)
    throw new WarehouseError(
      table.address,
      "columns of the table",
      "there is no such table, or this user may not read it",
      "Correct the address, or ask whoever runs the cluster.",
    );
  return rows.map(([name, type]) => {
    const given = {name: String(name), type: String(type)};
    const rule = rules.find(({header}) => plainHeader(header) === plainHeader(given.name));
    const isWritten = rule?.header.toLowerCase() === given.name.toLowerCase();
    return {...given, header: rule !== undefined && isWritten ? rule.header : given.name, rule};
  });
}
