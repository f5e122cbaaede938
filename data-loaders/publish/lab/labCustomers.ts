import type {Cell} from "../../../src/lib/database/cell.js";
import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {CustomerTable} from "../../source/customers.js";
import {NOT_STATED} from "../../source/describingValues.js";
import {takeCustomers} from "../../source/takeCustomers.js";

/** The customers of a chapter as its published table has them. */
export interface LabCustomers {
  /** Features with NaN where the file has no value, and the levels of columns that describe. */
  table: CustomerTable;
  ids: string[];
  /** 1 where the published label holds, 0 where not, −1 where it cannot be said. */
  label: Int8Array;
}

/**
 * Takes the published table of customers back to what the stages read.
 *
 * @param rows of the table, in its order
 * @param names of its columns
 */
export function labCustomers(
  rows: readonly (readonly Cell[])[],
  names: readonly string[],
  definition: DatasetDefinition,
): LabCustomers {
  const column = (name: string) => {
    const at = names.indexOf(name);
    return at < 0 ? undefined : rows.map((row) => row[at]);
  };
  const numbers: Record<string, Float64Array> = {};
  const text: Record<string, string[]> = {};
  for (const {name, role} of definition.contract.columns) {
    const values = column(name);
    if (values === undefined) continue;
    const imputed = column(`${name}_imputed`);
    if (role === "feature")
      numbers[name] = Float64Array.from(values, (value, row) =>
        value === null || imputed?.[row] === true ? Number.NaN : Number(value),
      );
    if (role === "describe")
      text[name] = values.map((value) => (value === null || value === NOT_STATED ? "" : String(value)));
  }
  const label = column("high_risk");
  return {
    table: {
      rows: rows.length,
      numbers,
      text,
      quality: [],
      input: {name: "", bytes: 0, sha256: "", rows: rows.length, synthetic: true, hasKeys: true},
    },
    ids: (column("customer_id") ?? []).map(String),
    label: Int8Array.from(rows, (_, row) => {
      const value = label?.[row] ?? null;
      return value === null ? -1 : Number(value);
    }),
  };
}

/** Some rows of the customers, in the order given. */
export function takeLabCustomers({table, ids, label}: LabCustomers, rows: Int32Array): LabCustomers {
  return {
    table: takeCustomers(table, rows),
    ids: Array.from(rows, (row) => ids[row]),
    label: Int8Array.from(rows, (row) => label[row]),
  };
}

/** The definition's describing columns as the published table has them: levels under their names. */
export function withPublishedLevels(
  definition: DatasetDefinition,
  levelsOf: ReadonlyMap<string, readonly string[]>,
): DatasetDefinition {
  const columns = definition.contract.columns.map((column) => {
    const levels = levelsOf.get(column.name);
    if (column.role !== "describe" || levels === undefined) return column;
    const {bands: _, ...rest} = column;
    return {...rest, type: "text" as const, levels: [...levels]};
  });
  return {...definition, contract: {...definition.contract, columns}};
}
