import type {DatasetDefinition} from "../../datasets/dataset.js";
import {identifier} from "../../engine/population/dialect.js";
import {drawSample} from "../../engine/population/passes/sample.js";
import {numberOf, type Population} from "../../engine/population/population.js";
import type {CustomerTable} from "../customers.js";
import {pseudonyms} from "../pseudonym.js";
import type {CheckedFile} from "./readPopulation.js";

/** Customers drawn from all, as a small file's would be read. */
export interface CustomerSample {
  customers: CustomerTable;
  /** Pseudonyms, or numbers of rows. */
  customerIds: string[];
  /** Each customer's row in the file, from 1. */
  rowNumbers: number[];
  /** How many customers each of them represents. */
  weights: number[];
  /** Number of the stratum that each was drawn from. */
  strata: number[];
}

/**
 * Draws customers; see `drawSample`. Texts and numbers are as `checkCustomers` gives them: "" and NaN where missing.
 *
 * @param row an expression that gives a customer's row in the file; undefined where rows have no order
 */
export async function sampleCustomers(
  population: Population,
  {id, contract}: Pick<DatasetDefinition, "id" | "contract">,
  {quality, input}: Pick<CheckedFile, "quality" | "input">,
  secret: string,
  row: string | undefined,
  draw: {size: number; seed: number; stratum?: string; fewest?: number; from?: string},
): Promise<CustomerSample> {
  const columns = contract.columns.filter(({role}) => role !== "extra" && (role !== "key" || input.hasKeys));
  const drawn = await drawSample(population, {
    ...draw,
    columns: [row ?? "0", ...columns.map(({name}) => identifier(name))],
  });
  const isText = (type: string) => type === "text";
  const cells = (name: string) => {
    const at = columns.findIndex((column) => column.name === name) + 1;
    return drawn.map((each) => each.cells[at]);
  };
  const rowNumbers = drawn.map((each, i) => (row === undefined ? i + 1 : numberOf(each.cells[0])));
  const key = columns.find(({role}) => role === "key");
  return {
    customers: {
      rows: drawn.length,
      text: Object.fromEntries(
        columns
          .filter(({type, role}) => isText(type) && role !== "key")
          .map(({name}) => [name, cells(name).map((cell) => (cell === null ? "" : String(cell)))]),
      ),
      numbers: Object.fromEntries(
        columns
          .filter(({type}) => !isText(type))
          .map(({name}) => [name, Float64Array.from(cells(name), numberOf)]),
      ),
      quality,
      input,
    },
    customerIds:
      key === undefined
        ? rowNumbers.map((number) => `row${number}`)
        : pseudonyms(cells(key.name).map(String), secret, id),
    rowNumbers,
    weights: drawn.map(({weight}) => weight),
    strata: drawn.map(({stratum}) => stratum),
  };
}
