import type {Cell} from "../../../../src/lib/database/cell.js";
import {textLiteral} from "../dialect.js";
import {numberOf, type Population} from "../population.js";

/** A part of the population that a sample is drawn from by itself. */
interface Stratum {
  customers: number;
  drawn: number;
}

/**
 * Draws customers by the digests of their identities and a seed: the same ones in every engine and whatever the order of the
 * rows, since a digest is as good as a random number.
 *
 * Bytes read: those of the identity and of the columns asked for. Returned: `size` rows.
 *
 * @param columns expressions to give of each
 * @param stratum an expression that gives whole numbers from 0; each stratum gets its share of the sample, and at least
 * `fewest` customers or all that it has. Default: one stratum
 * @returns rows in the order of their digests: stratum, number of customers of the stratum, then the columns
 */
export async function drawSample(
  population: Population,
  {
    columns,
    size,
    seed,
    stratum = "0",
    fewest = 0,
    from = population.from,
  }: {
    columns: readonly string[];
    size: number;
    seed: number;
    stratum?: string;
    fewest?: number;
    from?: string;
  },
): Promise<{stratum: number; weight: number; cells: Cell[]}[]> {
  const {engine, identity} = population;
  const counts = await engine.rows(
    "customers by stratum",
    `SELECT ${stratum}, count(*) FROM ${from} GROUP BY 1 ORDER BY 1`,
  );
  const total = counts.reduce((sum, [, count]) => sum + numberOf(count), 0);
  const strata = new Map(
    counts.map(([key, count]): [number, Stratum] => {
      const customers = numberOf(count);
      const share = Math.round((customers / total) * size);
      return [numberOf(key), {customers, drawn: Math.min(customers, Math.max(share, fewest))}];
    }),
  );
  const digest = engine.dialect.digest(`concat(${textLiteral(`${seed}:`)}, ${identity})`);
  const columnNames = columns.map((_, i) => `c${i}`);
  // few more than needed are kept before any is sorted
  const bounds = Array.from(
    strata,
    ([key, {customers, drawn}]) => `WHEN ${key} THEN ${textLiteral(bound(drawn, customers))}`,
  ).join(" ");
  const quotas = Array.from(strata, ([key, {drawn}]) => `WHEN ${key} THEN ${drawn}`).join(" ");
  const rows = await engine.rows(
    "sample",
    `SELECT stratum, ${columnNames.join(", ")} FROM (
      SELECT *, row_number() OVER (PARTITION BY stratum ORDER BY digest, ${columnNames.join(", ")}) AS place FROM (
        SELECT ${stratum} AS stratum, ${digest} AS digest, ${columns.map((sql, i) => `${sql} AS c${i}`).join(", ")} FROM ${from}
      ) AS digested WHERE digest <= CASE stratum ${bounds} END
    ) AS placed WHERE place <= CASE stratum ${quotas} END ORDER BY digest, ${columnNames.join(", ")}`,
  );
  return rows.map(([key, ...cells]) => {
    const of = strata.get(numberOf(key)) ?? {customers: 0, drawn: 1};
    return {stratum: numberOf(key), weight: of.customers / of.drawn, cells};
  });
}

/** A digest below which there are, but for once in many millions of draws, at least the customers wanted. */
function bound(drawn: number, customers: number): string {
  const most = drawn + 6 * Math.sqrt(drawn) + 20;
  if (most >= customers) return "g";
  return Math.floor((most / customers) * 2 ** 48)
    .toString(16)
    .padStart(12, "0");
}

/** The half-width of a 95% interval of a share in a sample of that size, at the worst: of one half. */
export function errorOfShare(size: number): number {
  return (0.5 * 1.96) / Math.sqrt(size);
}
