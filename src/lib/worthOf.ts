/** What a recommendation does, by assumption. */
export interface Assumptions {
  /** Customers asked. */
  customers: number;
  /** Mean of the variable that should change, over these customers. */
  mean: number;
  /** Share of those asked who respond, in [0, 1]. */
  response: number;
  /** Relative change of the variable for one who responds. */
  change: number;
  /** What one unit of that change is worth. */
  margin: number;
  /** What it costs to ask one customer. */
  cost: number;
}

/** What the recommendation brings over the period of the file, less the cost of asking. */
export function worthOf({customers, mean, response, change, margin, cost}: Assumptions): number {
  return customers * (response * mean * change * margin - cost);
}

/** The share of those asked who must respond for the cost to come back; above 1 it cannot. */
export function breakEvenResponse({mean, change, margin, cost}: Assumptions): number {
  const gain = mean * change * margin;
  return cost === 0 ? 0 : gain > 0 ? cost / gain : Number.POSITIVE_INFINITY;
}
