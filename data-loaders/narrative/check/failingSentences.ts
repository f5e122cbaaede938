/** How many sentences readers find marked. */
export interface FailingSentences {
  /** Sentences that the data contradict. */
  contradicted: number;
  /** Sentences with nothing to test, or with a figure that has no value. */
  untestable: number;
  /** Pieces of advice that are withheld. */
  withheld: number;
}

/** Adds up the failing sentences of several pages. */
export function failingInAll({
  pages,
}: {
  pages: ReadonlyMap<string, {failing: FailingSentences}>;
}): FailingSentences {
  const all = Array.from(pages.values(), ({failing}) => failing);
  const sum = (count: (failing: FailingSentences) => number) =>
    all.reduce((total, failing) => total + count(failing), 0);
  return {
    contradicted: sum(({contradicted}) => contradicted),
    untestable: sum(({untestable}) => untestable),
    withheld: sum(({withheld}) => withheld),
  };
}

export function totalFailing({contradicted, untestable, withheld}: FailingSentences): number {
  return contradicted + untestable + withheld;
}

/** "12 sentences are not supported by these data, 3 have nothing to test, 1 recommendation is withheld"; empty for none. */
export function describeFailing({contradicted, untestable, withheld}: FailingSentences): string {
  const parts: string[] = [];
  if (contradicted > 0) parts.push(`${sentences(contradicted)} not supported by these data`);
  if (untestable > 0)
    parts.push(`${contradicted > 0 ? untestable : noun(untestable)} ${has(untestable)} nothing to test`);
  if (withheld > 0)
    parts.push(withheld === 1 ? "1 recommendation is withheld" : `${withheld} recommendations are withheld`);
  return parts.join(", ");
}

function noun(count: number): string {
  return count === 1 ? "1 sentence" : `${count} sentences`;
}

function sentences(count: number): string {
  return `${noun(count)} ${count === 1 ? "is" : "are"}`;
}

function has(count: number): string {
  return count === 1 ? "has" : "have";
}
