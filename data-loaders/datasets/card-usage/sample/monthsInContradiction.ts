import {ACTIVITY, COLUMN} from "./variables.js";

/** Shares are tabulated with six decimals. */
const TOLERANCE = 1e-4;

/** Months by which a row's frequencies contradict its tenure, each other or its numbers of transactions. */
export function monthsInContradiction(columns: readonly Float64Array[], row: number): number {
  const tenure = columns[COLUMN.tenure][row];
  const purchases = columns[COLUMN.purchasesFrequency][row] * tenure;
  const oneOff = columns[COLUMN.oneOffFrequency][row] * tenure;
  const instalments = columns[COLUMN.instalmentsFrequency][row] * tenure;
  const cashAdvance = columns[COLUMN.cashAdvanceFrequency][row] * tenure;
  return (
    fraction(purchases) +
    fraction(oneOff) +
    fraction(instalments) +
    fraction(cashAdvance) +
    excess(oneOff, purchases) +
    excess(instalments, purchases) +
    excess(purchases, oneOff + instalments + 1) +
    excess(purchases, columns[COLUMN.purchasesCount][row]) +
    excess(cashAdvance, columns[COLUMN.cashAdvanceCount][row])
  );
}

/** Resolves what contradictions remain in a row: whole months first, then no more months than purchases or cash advances. */
export function resolveContradictions(columns: readonly Float64Array[], activity: number, row: number): void {
  const tenure = columns[COLUMN.tenure][row];
  const months = (column: number): number => {
    const share = columns[column][row];
    return share === 0 ? 0 : Math.max(1, Math.round(share * tenure));
  };
  const set = (column: number, value: number): void => {
    columns[column][row] = value / tenure;
  };
  const oneOff = months(COLUMN.oneOffFrequency);
  const instalments = months(COLUMN.instalmentsFrequency);
  const most = activity & ACTIVITY.buysInstalments ? oneOff + instalments + 1 : oneOff;
  const purchases = Math.min(most, Math.max(months(COLUMN.purchasesFrequency), oneOff, instalments), tenure);
  const cashAdvance = months(COLUMN.cashAdvanceFrequency);
  set(COLUMN.oneOffFrequency, oneOff);
  set(COLUMN.instalmentsFrequency, instalments);
  set(COLUMN.purchasesFrequency, purchases);
  set(COLUMN.cashAdvanceFrequency, cashAdvance);
  atLeast(columns[COLUMN.purchasesCount], row, purchases);
  atLeast(columns[COLUMN.cashAdvanceCount], row, cashAdvance);
}

function atLeast(column: Float64Array, row: number, bound: number): void {
  column[row] = Math.max(column[row], bound);
}

/** Distance to the nearest whole number of months. */
function fraction(months: number): number {
  const distance = Math.abs(months - Math.round(months));
  return distance < TOLERANCE ? 0 : distance;
}

function excess(months: number, bound: number): number {
  return Math.max(0, months - bound - TOLERANCE);
}
