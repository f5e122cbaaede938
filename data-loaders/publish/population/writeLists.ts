import {chmod, mkdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {formula} from "../../../src/lib/database/csvLines.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import {identifier, textLiteral} from "../../engine/population/dialect.js";
import {openDuckdb} from "../../engine/population/duckdbEngine.js";
import {numberOf} from "../../engine/population/population.js";
import {constantsIn, withConstants} from "../../model/risk/withConstants.js";
import {ROW, TABLE} from "../../source/population/importCustomers.js";
import type {CustomersDatabase} from "../describeAll.js";
import {IMPORTED} from "./writeCustomers.js";

/** A list that was written. */
export interface WrittenList {
  path: string;
  customers: number;
}

/**
 * Writes the lists of all customers whom the actions name, each as CSV: their keys as the file has them, their rows in it from 1,
 * and their segments. A data set without actions gives a list for each segment. The site shows only those of the sample, under
 * pseudonyms; these lists are for whoever acts on them, so the folder is readable by this account alone.
 *
 * @param folder of the lists, which is made; each is there only when it is whole
 */
export async function writeLists(
  {actions, constants, contract, segments}: DatasetDefinition,
  {path, imported}: Pick<CustomersDatabase, "path" | "imported">,
  folder: string,
): Promise<WrittenList[]> {
  const wanted =
    actions.length > 0
      ? actions.map(({id, rule}) => ({id, rule: withConstants(rule, constantsIn([rule], constants))}))
      : segments.map(({id}) => ({id, rule: `segment = ${textLiteral(id)}`}));
  await mkdir(folder, {recursive: true});
  await chmod(folder, 0o700);
  const engine = await openDuckdb(path, {readOnly: true});
  try {
    await engine.connection.run(`ATTACH ${textLiteral(imported)} AS ${IMPORTED} (READ_ONLY)`);
    const described = await engine.rows("columns", `DESCRIBE ${IMPORTED}.${TABLE}`);
    const columns = new Set(described.map(([name]) => name));
    const key = contract.columns.find(({role, name}) => role === "key" && columns.has(name));
    const keyOf =
      key === undefined ? [] : [`${harmless(`given.${identifier(key.name)}`)} AS ${identifier(key.header)}`];
    const lists: WrittenList[] = [];
    for (const {id, rule} of wanted) {
      const file = join(folder, `${id}.csv`);
      const unfinished = `${file}.${process.pid}~`;
      const named = `(SELECT row_number, segment FROM ${TABLE} WHERE ${rule})`;
      try {
        const [[count]] = await engine.rows(
          `list of ${id}`,
          `COPY (SELECT ${[...keyOf, "row_number", "segment"].join(", ")} FROM ${named} AS named JOIN ${IMPORTED}.${TABLE} AS given ON given.${ROW} = row_number ORDER BY row_number) TO ${textLiteral(unfinished)} (FORMAT csv, HEADER)`,
        );
        await rename(unfinished, file);
        lists.push({path: file, customers: numberOf(count)});
      } finally {
        await rm(unfinished, {force: true});
      }
    }
    return lists;
  } finally {
    await engine.close();
  }
}

/** What a spreadsheet would run as a formula has an apostrophe in front, as in every CSV of the report. */
function harmless(column: string): string {
  const text = `${column}::VARCHAR`;
  const isFormula = `regexp_matches(${text}, ${textLiteral(formula.source)}) AND TRY_CAST(${column} AS DOUBLE) IS NULL`;
  return `CASE WHEN ${isFormula} THEN '''' || ${text} ELSE ${text} END`;
}
