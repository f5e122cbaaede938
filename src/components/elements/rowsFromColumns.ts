/** Turns a table published as `{"column": [values]}` into rows. */
export function rowsFromColumns<Row extends object>(
  columns: {[Name in keyof Row]: readonly Row[Name][]},
): Row[] {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const length = names.length === 0 ? 0 : columns[names[0]].length;
  return Array.from(
    {length},
    (_, row) => Object.fromEntries(names.map((name) => [name, columns[name][row]])) as Row,
  );
}
