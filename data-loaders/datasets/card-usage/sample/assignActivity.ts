import {ascending} from "../../sampling/drawCopula.js";
import type {SegmentAggregates} from "./aggregates.js";
import {ACTIVITY, COLUMN} from "./variables.js";

/**
 * Decides what each row of a segment does at all, from the order of its latent variables, so that the counts are
 * the aggregates' exactly: the rows highest in latent cash advance draw cash, and so on.
 *
 * @param latent 17 columns of the segment's rows
 * @returns one set of `ACTIVITY` bits a row
 */
export function assignActivity(segment: SegmentAggregates, latent: readonly Float64Array[]): Uint8Array {
  const activity = new Uint8Array(segment.rows);
  const all = Array.from(activity.keys());
  assignUse(activity, all, segment, latent);

  const byPayments = ascending(all, latent[COLUMN.payments]);
  for (const row of byPayments.slice(segment.notPaying)) activity[row] |= ACTIVITY.pays;
  const byBalance = ascending(all, latent[COLUMN.balance]);
  for (const row of byBalance.slice(segment.notOwing)) activity[row] |= ACTIVITY.owes;

  // A minimum is not stated for those who paid nothing, and then for the smallest balances.
  const stated = byBalance.filter((row) => activity[row] & ACTIVITY.pays);
  for (const row of stated.slice(segment.minimumMissing - segment.notPaying)) {
    activity[row] |= ACTIVITY.minimumStated;
  }
  for (const row of all.slice(segment.limitMissing)) activity[row] |= ACTIVITY.limitStated;
  return activity;
}

/** The counted bits: cash first, then one-off within each, then instalments within each of those, then tenure. */
function assignUse(
  activity: Uint8Array,
  rows: readonly number[],
  segment: SegmentAggregates,
  latent: readonly Float64Array[],
): void {
  const steps = [
    {bit: ACTIVITY.drawsCash, column: latent[COLUMN.cashAdvance]},
    {bit: ACTIVITY.buysOneOff, column: latent[COLUMN.oneOff]},
    {bit: ACTIVITY.buysInstalments, column: latent[COLUMN.instalments]},
    {bit: ACTIVITY.fullTenure, column: latent[COLUMN.tenure]},
  ];
  const rowsWith = (bits: number, mask: number): number =>
    segment.activity.reduce(
      (total, count, pattern) => ((pattern & mask) === bits ? total + count : total),
      0,
    );
  const split = (members: readonly number[], step: number, bits: number, mask: number): void => {
    if (step === steps.length) return;
    const {bit, column} = steps[step];
    const without = rowsWith(bits, mask | bit);
    const ordered = ascending(members, column);
    for (const row of ordered.slice(without)) activity[row] |= bit;
    split(ordered.slice(0, without), step + 1, bits, mask | bit);
    split(ordered.slice(without), step + 1, bits | bit, mask | bit);
  };
  split(rows, 0, 0, 0);
}
