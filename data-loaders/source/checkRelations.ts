import type {Relation} from "../datasets/dataset.js";
import {createBareTable, withDatabase} from "../engine/tables/database.js";
import {double} from "../engine/tables/publishedTable.js";
import type {QualityRule} from "./customers.js";
import {qualityRule, rowsNoted} from "./qualityRule.js";
import type {RawTable} from "./rawTable.js";

/** Checks what the contract declares between the columns of each row; rows where it does not hold are noted. */
export async function checkRelations(
  {lines, place}: Pick<RawTable, "lines" | "place">,
  numbers: ReadonlyMap<string, Float64Array>,
  relations: readonly Relation[],
): Promise<QualityRule[]> {
  if (relations.length === 0) return [];
  const columns = Array.from(numbers, ([name, values]) => double(name, "", values));
  return withDatabase(async (connection) => {
    await createBareTable(connection, "memory", {name: "customers", definition: "", columns});
    const rules: QualityRule[] = [];
    for (const {id, sentence, expression} of relations) {
      const result = await connection.runAndReadAll(`SELECT ${expression} FROM memory.customers`);
      const holds = result.getColumnsJS()[0] ?? [];
      const noted = lines.filter((_, i) => holds[i] === false);
      rules.push(
        qualityRule(
          `relation.${id}`,
          "",
          sentence,
          {checked: holds.filter((value) => value !== null).length, noted: noted.length},
          rowsNoted("where that is not so, kept", noted, place),
        ),
      );
    }
    return rules;
  });
}
