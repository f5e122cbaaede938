import type {Random} from "../../sampling/random.js";
import type {Aggregates} from "./aggregates.js";
import type {CardHolders} from "./cardHolders.js";
import {exchanger} from "./exchange.js";
import {correlationGoal, eventGoal, rowGoal} from "./sampleGoals.js";
import {STRATA} from "./variables.js";

/**
 * Exchanges values between rows of one segment and stratum until the associations are near the aggregates'.
 * Marginals and activity cannot change. An exchange is kept if it does not lead farther from the goals taken
 * together (a descent at temperature 0: no exponential whose last digit differs between machines).
 *
 * Called again, it takes the scale of purchases anew, which depends on how their parts are paired.
 *
 * @param holders changed in place
 * @param proposals exchanges to try
 */
export function matchCardHolders(
  holders: CardHolders,
  aggregates: Aggregates,
  random: Random,
  proposals: number,
): void {
  const {columns, activity, strata} = holders;
  const segmentOf = segmentOfRow(holders);
  const exchanges = exchanger(holders);
  const rows = rowGoal(holders);
  const goals = [correlationGoal(holders, exchanges.roots, aggregates), eventGoal(holders, aggregates), rows];
  const pick = rowPicker(holders, rows.penalisedRows(), random);

  for (let proposal = 0; proposal < proposals; proposal++) {
    const a = pick(proposal);
    const s = segmentOf[a];
    const t = random.below(STRATA.length);
    const {column: j, mask, value} = STRATA[t];
    if ((activity[a] & mask) !== value) continue;
    const b = strata[s][t][random.below(strata[s][t].length)];
    if (columns[j][a] === columns[j][b]) continue;
    const exchange = exchanges.make(j, a, b, s);
    const change = goals.reduce((total, goal) => total + goal.change(exchange), 0);
    if (change > 0) exchanges.undo(exchange);
    else for (const goal of goals) goal.commit(exchange);
  }
}

function segmentOfRow({starts}: CardHolders): Uint8Array {
  const segmentOf = new Uint8Array(starts[starts.length - 1]);
  for (let s = 0; s + 1 < starts.length; s++) segmentOf.fill(s, starts[s], starts[s + 1]);
  return segmentOf;
}

/** By turns a row that stood in the way when the round began, any row, and a row of any segment: some are small. */
function rowPicker({starts}: CardHolders, penalised: readonly number[], random: Random) {
  const rows = starts[starts.length - 1];
  return (proposal: number): number => {
    if (proposal % 3 === 0 && penalised.length > 0) return penalised[random.below(penalised.length)];
    if (proposal % 3 === 1) return random.below(rows);
    const s = random.below(starts.length - 1);
    return starts[s] + random.below(starts[s + 1] - starts[s]);
  };
}
