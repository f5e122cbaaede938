/** What decides the order of actions. */
export interface RankInputs {
  /** Dollars over the period of the file, after running costs. */
  worth: number;
  /** Days of work until it runs, above zero. */
  effortDays: number;
}

/** Worth over the period for each day of work. */
export function worthPerDay({worth, effortDays}: RankInputs): number {
  return worth / effortDays;
}

/** Actions by worth per day of work, best first; of equals, the earlier one stays first. */
export function rankActions<Item extends RankInputs>(actions: readonly Item[]): Item[] {
  return [...actions].sort((a, b) => worthPerDay(b) - worthPerDay(a));
}

/**
 * Customers that a bank of the same kind needs for one period's worth to cover the days of work: worth grows with the number
 * of customers, the days do not.
 *
 * @param actions run together
 * @param customers how many the data set has
 * @param dayCost dollars for a day of work
 * @returns null where the actions bring nothing, so that no number of customers is enough
 */
export function customersToPay(
  actions: readonly RankInputs[],
  customers: number,
  dayCost: number,
): number | null {
  const worth = actions.reduce((sum, action) => sum + action.worth, 0);
  const days = actions.reduce((sum, action) => sum + action.effortDays, 0);
  return worth > 0 ? Math.ceil((customers * days * dayCost) / worth) : null;
}
