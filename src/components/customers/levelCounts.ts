/** How many customers of a segment have a level of a column that describes; `null` where the count is withheld. */
export interface LevelCount {
  variable: string;
  level: string;
  segment: string;
  customers: number | null;
}

/** The same for levels of two columns. */
export interface PairCount extends LevelCount {
  other_variable: string;
  other_level: string;
}

/** Levels of one column, of which a customer must have one. */
export interface LevelChoice {
  name: string;
  levels: readonly string[];
}

/** Customers of one segment who were chosen. */
export interface ChosenInSegment {
  segment: string;
  /** As many as the published counts tell: where some are withheld, there are more. */
  customers: number;
  isWithheld: boolean;
}

/**
 * Counts the customers of each segment who have one of the levels chosen, in each column chosen.
 *
 * @param choices of one column or two
 * @param counts of levels for one column, of pairs for two
 */
export function countChosen(
  segments: readonly string[],
  choices: readonly LevelChoice[],
  counts: readonly (LevelCount | PairCount)[],
): ChosenInSegment[] {
  const bySegment = new Map<string, ChosenInSegment>(
    segments.map((segment) => [segment, {segment, customers: 0, isWithheld: false}]),
  );
  const has = (variable: string, level: string) =>
    choices.some(({name, levels}) => name === variable && levels.includes(level));
  for (const count of counts) {
    if (!has(count.variable, count.level)) continue;
    const isPair = "other_variable" in count;
    if (isPair !== choices.length > 1 || (isPair && !has(count.other_variable, count.other_level))) continue;
    const found = bySegment.get(count.segment);
    if (found === undefined) continue;
    found.customers += count.customers ?? 0;
    found.isWithheld ||= count.customers === null;
  }
  return [...bySegment.values()];
}
