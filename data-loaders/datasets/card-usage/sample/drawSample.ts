import {type Random, seededRandom, shuffle} from "../../sampling/random.js";
import type {Aggregates} from "./aggregates.js";
import {type CardHolders, drawCardHolders} from "./cardHolders.js";
import {matchCardHolders} from "./matchCardHolders.js";
import {resolveContradictions} from "./monthsInContradiction.js";
import {ACTIVITY, COLUMN, VARIABLES} from "./variables.js";

/** Exchanges proposed in each round; centroids and scales are taken anew between rounds. */
const ROUNDS = [600_000, 600_000, 600_000, 600_000, 600_000];

/** Customer numbers start here and rise by 1, or now and then by more: none of them occurs in the real file. */
const FIRST_CUSTOMER = 50_001;

/**
 * Draws the synthetic card holders and writes them as the file in circulation is written.
 *
 * @param seed 32-bit integer; the same seed gives the same bytes on every platform
 * @returns CSV text, lines ending in CRLF
 */
export function drawSample(aggregates: Aggregates, seed: number): string {
  const random = seededRandom(seed);
  const holders = drawCardHolders(aggregates, random);
  for (const proposals of ROUNDS) matchCardHolders(holders, aggregates, random, proposals);
  holders.activity.forEach((activity, row) => {
    resolveContradictions(holders.columns, activity, row);
  });
  const order = Array.from(holders.activity.keys());
  shuffle(order, 0, order.length, random);
  const shortfalls = identityShortfalls(holders, aggregates, order);
  let customer = FIRST_CUSTOMER;
  const lines = order.map((row, i) => {
    const cells = cellsOf(holders, row, shortfalls.get(row) ?? 0);
    const line = [i + 1, `C${customer}`, ...cells].join(",");
    customer += gap(random);
    return line;
  });
  const header = ["Recnum", "CUST_ID", ...VARIABLES.map((variable) => variable.header)].join(",");
  return `${[header, ...lines].join("\r\n")}\r\n`;
}

/** 1, and every fortieth time or so 2. */
function gap(random: Random): number {
  return random.below(40) === 0 ? 2 : 1;
}

/**
 * The few rows whose purchases fall short of their parts, as in the real file, where a part was refunded: the first
 * rows in file order whose purchases are several times the mean shortfall.
 */
function identityShortfalls(
  {columns}: CardHolders,
  {identityExceptions}: Aggregates,
  order: readonly number[],
): Map<number, number> {
  const {rows, meanShortfall} = identityExceptions;
  const able = order.filter((row) => columns[COLUMN.purchases][row] > 3 * meanShortfall);
  return new Map(able.slice(0, rows).map((row, i) => [row, (2 * meanShortfall * (i + 1)) / (rows + 1)]));
}

function cellsOf({columns, activity}: CardHolders, row: number, shortfall: number): string[] {
  return VARIABLES.map(({scale}, j) => {
    if (j === COLUMN.minimumPayments && !(activity[row] & ACTIVITY.minimumStated)) return "";
    if (j === COLUMN.creditLimit && !(activity[row] & ACTIVITY.limitStated)) return "";
    const value = columns[j][row] - (j === COLUMN.purchases ? shortfall : 0);
    return decimals(value, scale === "share" || scale === "months" ? 6 : 2);
  });
}

/** At most this many decimals, without trailing zeros. */
function decimals(value: number, digits: number): string {
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}
