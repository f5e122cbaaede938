import type {DuckDBConnection} from "@duckdb/node-api";
import {csvFormat} from "d3";
import {detectableDifference} from "../../src/lib/statistics/sampleSizeMeans.js";
import {worthOf} from "../../src/lib/worthOf.js";
import type {DatasetDefinition, Target} from "../datasets/dataset.js";
import {withConstants} from "../risk/withConstants.js";
import {createTable, withDatabase} from "./database.js";
import {double, integer, type PublishedTable, text} from "./publishedTable.js";

/** The recommendations' customers: a table about them, and a list of each for download. */
export interface Targets {
  table: PublishedTable;
  /** CSV by target: pseudonym, segment and the variable that the recommendation should change. */
  lists: ReadonlyMap<string, string>;
}

interface Selection {
  target: Target;
  rule: string;
  customers: number;
  mean: number;
  sd: number;
  total: number;
  list: string;
}

/** Picks the customers of each recommendation by its rule. */
export async function selectTargets(
  {targets, constants}: DatasetDefinition,
  customers: PublishedTable,
): Promise<Targets> {
  const selections = await withDatabase(async (connection) => {
    await createTable(connection, "memory", customers);
    const found: Selection[] = [];
    for (const target of targets)
      found.push(await select(connection, target, withConstants(target.rule, constants)));
    return found;
  });
  return {
    table: targetsTable(selections, customers.columns[0].values.length),
    lists: new Map(selections.map(({target, list}) => [target.id, list])),
  };
}

async function select(connection: DuckDBConnection, target: Target, rule: string): Promise<Selection> {
  const rows = await connection.runAndReadAll(
    `SELECT customer_id, segment, "${target.basis}" FROM memory.customers WHERE ${rule} ORDER BY row_number`,
  );
  const summary = await connection.runAndReadAll(
    `SELECT count(*)::INTEGER, avg("${target.basis}"), stddev_samp("${target.basis}"), sum("${target.basis}") FROM memory.customers WHERE ${rule}`,
  );
  const [customers, mean, sd, total] = summary.getRowsJS()[0].map((value) => Number(value ?? Number.NaN));
  const list = `${csvFormat(rows.getRowObjectsJS(), ["customer_id", "segment", target.basis])}\n`;
  return {target, rule, customers, mean, sd, total, list};
}

function targetsTable(selections: readonly Selection[], all: number): PublishedTable {
  const pick = <T>(value: (selection: Selection) => T) => selections.map(value);
  return {
    name: "targets",
    definition:
      "The customers of each recommendation, and its worth by assumptions of the report: nothing in the data tells how customers answer.",
    columns: [
      text(
        "target",
        "Identifier of the recommendation.",
        pick(({target}) => target.id),
      ),
      text(
        "title",
        "What is recommended.",
        pick(({target}) => target.title),
      ),
      text(
        "rule",
        "SQL over the table customers that picks them.",
        pick(({rule}) => rule),
      ),
      integer(
        "customers",
        "Customers whom it picks.",
        pick(({customers}) => customers),
      ),
      double(
        "share",
        "Share of all customers.",
        pick(({customers}) => customers / all),
      ),
      text(
        "basis",
        "Variable that the recommendation should change.",
        pick(({target}) => target.basis),
      ),
      double(
        "mean",
        "Its mean over these customers.",
        pick(({mean}) => mean),
      ),
      double(
        "total",
        "Its sum over these customers.",
        pick(({total}) => total),
      ),
      double(
        "response",
        "Assumed: share of those asked who respond.",
        pick(({target}) => target.response),
      ),
      double(
        "change",
        "Assumed: relative change of the variable for one who responds.",
        pick(({target}) => target.change),
      ),
      double(
        "margin",
        "Assumed: worth of one unit of that change.",
        pick(({target}) => target.margin),
      ),
      text(
        "margin_meaning",
        "What the margin is.",
        pick(({target}) => target.marginMeaning),
      ),
      double(
        "cost",
        "Assumed: cost of asking one customer.",
        pick(({target}) => target.cost),
      ),
      double(
        "worth",
        "customers × (response × mean × change × margin − cost), over the period of the file.",
        pick(({target, customers, mean}) => worthOf({...target, customers, mean})),
      ),
      double(
        "detectable_change",
        "Smallest difference in the variable's mean, relative to it, that a test with half of these customers held out would see (5 % error, 80 % power).",
        pick(({sd, mean, customers}) =>
          customers > 1 ? detectableDifference(customers / 2, sd) / mean : Number.NaN,
        ),
      ),
    ],
  };
}
