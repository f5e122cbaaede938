/**
 * A further condition of a query: only the variables that differ most between the segments.
 *
 * @param name SQL of the variable's name
 * @param most how many; undefined for all
 */
export function mostDistinct(schema: string, name: string, most: number | undefined): string {
  return most === undefined
    ? ""
    : ` AND ${name} IN (SELECT variable FROM ${schema}.segment_tests ORDER BY epsilon_squared DESC, variable LIMIT ${most})`;
}
