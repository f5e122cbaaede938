/** What the worth of an action is reckoned from; rates are assumptions. */
export interface WorthInputs {
  customers: number;
  /** What the action changes, in a year: calls, visits, offers. */
  units: number;
  /** Share of the units that it changes, from 0 to 1. */
  effect: number;
  /** Dollars for one changed unit. */
  unitValue: number;
  /** Dollars for each customer. */
  costPerCustomer: number;
}

/** Dollars in a year: changed units at their value, less what the customers cost. */
export function worthOfAction({customers, units, effect, unitValue, costPerCustomer}: WorthInputs): number {
  return units * effect * unitValue - customers * costPerCustomer;
}
