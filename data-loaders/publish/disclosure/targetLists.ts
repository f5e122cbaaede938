import {csvLines} from "../../../src/lib/database/csvLines.js";
import type {PublishedRows} from "../../datasets/dataset.js";
import type {PublishedTable} from "../../engine/tables/publishedTable.js";
import type {Targets} from "../../model/actions/targetsOf.js";
import {smallestCell} from "./withholdCells.js";

/**
 * The customers of each action as CSV, by action. Where rows are not exact: pseudonym and segment only, and no pseudonym where
 * fewer than ten customers of its segment are on the same lists, since whoever knows a customer can tell the lists; where no
 * rows are published, no customers. Of a sample, each line says how many customers it represents.
 */
export function targetLists(
  targeted: readonly Targets[],
  customers: PublishedTable,
  published: PublishedRows,
): Map<string, string> {
  if (published === "exact") return new Map(targeted.map(({id, list}) => [id, list]));
  const column = (name: string) => customers.columns.find((each) => each.name === name)?.values ?? [];
  const [ids, segments, weights] = [column("customer_id"), column("segment"), column("weight")];
  const isSample = weights.length > 0;
  const listsOf = Array.from(ids, (_, row) => [String(segments[row])]);
  for (const {id, rows} of targeted) for (const row of rows) listsOf[row - 1].push(id);
  const alike = new Map<string, number>();
  for (const lists of listsOf) alike.set(lists.join("|"), (alike.get(lists.join("|")) ?? 0) + 1);
  const isShown = (row: number) => (alike.get(listsOf[row].join("|")) ?? 0) >= smallestCell;
  return new Map(
    targeted.map(({id, rows}) => {
      const listed = published === "none" ? [] : rows.map((number) => number - 1);
      const lines = listed.map((row) => [
        isShown(row) ? String(ids[row]) : null,
        String(segments[row]),
        ...(isSample ? [Number(weights[row])] : []),
      ]);
      // in the order of the pseudonyms: that of the rows would tell their places in the file
      lines.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      return [id, csvLines([["customer_id", "segment", ...(isSample ? ["weight"] : [])], ...lines])];
    }),
  );
}
