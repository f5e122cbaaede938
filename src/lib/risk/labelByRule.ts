/** One part of a rule: a variable against a value. */
export interface Condition {
  variable: string;
  comparison: "below" | "at least";
  value: number;
}

/**
 * Labels customers by a rule: 1 where all conditions hold, 0 where one does not. Cost: n times the conditions.
 *
 * @param columns values of each variable, by name
 * @param rows number of customers
 * @throws RangeError for a variable that there is not
 */
export function labelByRule(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  rows: number,
  conditions: readonly Condition[],
): Uint8Array {
  for (const {variable} of conditions)
    if (columns[variable] === undefined) throw new RangeError(`unknown variable in a rule: ${variable}`);
  return Uint8Array.from({length: rows}, (_, row) =>
    conditions.every(({variable, comparison, value}) =>
      comparison === "below" ? columns[variable][row] < value : columns[variable][row] >= value,
    )
      ? 1
      : 0,
  );
}
