import {identifier, textLiteral} from "../../engine/population/dialect.js";
import type {AttachedViews} from "../../engine/tables/database.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import type {Targets} from "../../model/actions/targetsOf.js";
import {TABLE} from "../../source/population/importCustomers.js";
import type {PopulationFindings} from "../tables/populationFindings.js";
import {databaseOfAll} from "./writeCustomers.js";

/** Tables with a row for each customer, or several: views over all of them stand in the exact database. */
const VIEWS = new Set(["customers", "action_targets"]);

/** True of a table that is published as a sample, while figures and claims read all customers under its name. */
export function isViewOverAll(table: string): boolean {
  return VIEWS.has(table);
}

/** The tables that the build's own database holds beside the views; rows of the sample under their numbers among all. */
export function exactTables(
  tables: readonly PublishedTable[],
  {rowNumbers}: Pick<PopulationFindings, "rowNumbers">,
): PublishedTable[] {
  return tables
    .filter(({name}) => !isViewOverAll(name))
    .map((table) => ({
      ...table,
      columns: table.columns.map((column) =>
        column.name === "row_number"
          ? {...column, values: Array.from(column.values, (number) => rowNumbers[Number(number) - 1])}
          : column,
      ),
    }));
}

/** The customers, and those of each action, as views over all of them: figures and claims read everybody. */
export function viewsOverAll(
  schema: string,
  customers: PublishedTable,
  targets: readonly Targets[],
  {path}: Pick<PopulationFindings, "path">,
): AttachedViews {
  const all = `${databaseOfAll(schema)}.${TABLE}`;
  const columns = customers.columns.map(({name}) => identifier(name)).join(", ");
  const named = targets.map(
    ({id, rule}) => `SELECT ${textLiteral(id)} AS action, row_number FROM ${all} WHERE ${rule}`,
  );
  return {
    attached: {schema: databaseOfAll(schema), path},
    views: [
      {name: "customers", sql: `SELECT ${columns} FROM ${all}`},
      ...(named.length === 0 ? [] : [{name: "action_targets", sql: named.join(" UNION ALL ")}]),
    ],
  };
}
