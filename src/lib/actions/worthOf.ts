/** What the worth of an action is reckoned from; rates and amounts are assumptions. */
export interface WorthInputs {
  /** Customers named. */
  customers: number;
  /** What the action can change, over the period of the file. */
  units: number;
  /** Share of those asked who respond, in [0, 1]. */
  response: number;
  /** Share by which the units of one who responds change, in [0, 1]; null where all of them do. */
  change: number | null;
  /** Dollars for one changed unit. */
  unitValue: number;
  /** Dollars for each customer named. */
  costPerCustomer: number;
}

/** Dollars over the period of the file: changed units at their value, less what the customers cost. */
export function worthOf({
  customers,
  units,
  response,
  change,
  unitValue,
  costPerCustomer,
}: WorthInputs): number {
  return units * response * (change ?? 1) * unitValue - customers * costPerCustomer;
}

/** The response at which the worth is nothing; infinite where no response brings anything, and above 1 where it cannot bring enough. */
export function breakEvenResponse({
  customers,
  units,
  change,
  unitValue,
  costPerCustomer,
}: WorthInputs): number {
  const cost = customers * costPerCustomer;
  const gain = units * (change ?? 1) * unitValue;
  return cost === 0 ? 0 : gain > 0 ? cost / gain : Number.POSITIVE_INFINITY;
}
