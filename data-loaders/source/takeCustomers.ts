import type {CustomerTable} from "./customers.js";

/** Some rows of the customers, in the order given. */
export function takeCustomers<Table extends Pick<CustomerTable, "numbers" | "text">>(
  customers: Table,
  rows: Int32Array,
): Table & {rows: number} {
  const picked = Array.from(rows);
  return {
    ...customers,
    rows: rows.length,
    numbers: mapValues(customers.numbers, (values) => Float64Array.from(rows, (row) => values[row])),
    text: mapValues(customers.text, (values) => picked.map((row) => values[row])),
  };
}

function mapValues<T, U>(values: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
