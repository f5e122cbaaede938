import type {DatasetDefinition} from "../../datasets/dataset.js";
import type {CustomerTable} from "../../source/customers.js";
import {InputError} from "../../source/inputError.js";
import {takeCustomers} from "../../source/takeCustomers.js";
import {featureDefinition} from "./featureDefinition.js";
import {keptRows} from "./keptRows.js";
import {prepareFeatures} from "./prepareFeatures.js";

/** Customers of a file, with what they are called. */
export interface NamedCustomers {
  customers: CustomerTable;
  customerIds: string[];
}

/**
 * The customers whom the definition keeps in the analysis: the same object where it leaves nobody out. What the file's checks
 * found stays that of all.
 *
 * @param path of the file, for a message
 * @throws InputError where too few are left
 */
export function analysedCustomers(
  given: NamedCustomers,
  definition: DatasetDefinition,
  path: string,
): NamedCustomers {
  const {leaveOut = [], treatment, contract} = definition;
  const withoutGaps = treatment?.missing === "dropped";
  const withoutOutliers = treatment?.outliers === "removed";
  if (leaveOut.length === 0 && !withoutGaps && !withoutOutliers) return given;
  const {customers, customerIds} = given;
  const {names, categories, describing} = prepareFeatures(
    customers,
    featureDefinition({...definition, treatment: undefined}),
  );
  const levels = describing.map(({name, levels, values}) => [
    name,
    Array.from(values, (place) => levels[place]),
  ]);
  const rows = keptRows(
    customers.rows,
    customers.numbers,
    {...categories, ...Object.fromEntries(levels)},
    {leaveOut, withoutGaps, withoutOutliers, variables: names},
  );
  if (rows.length < contract.minimumRows)
    throw new InputError(path, [
      {
        line: null,
        column: null,
        found: `${rows.length} customers after those that the definition leaves out`,
        expected: `at least ${contract.minimumRows} (contract.minimumRows)`,
        remedy: "Leave out fewer: see `leaveOut` and `treatment` in dataset.yaml.",
      },
    ]);
  return {
    customers: takeCustomers(customers, rows),
    customerIds: Array.from(rows, (row) => customerIds[row]),
  };
}
