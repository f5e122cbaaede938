import type {ColumnRule, DatasetDefinition} from "../../data-loaders/datasets/dataset.js";
import {plainHeader} from "../../src/lib/input/plainHeader.js";
import type {SmallFile} from "../data-loaders/narrative/smallReport.js";
import {type Draws, drawsOf} from "./draws.js";
import {type Column, twists} from "./twists.js";

/** A made-up input that keeps the contract in form, and may be anything in content. */
export interface StrangeFile extends SmallFile {
  /** What is strange about it, in words. */
  traits: string[];
}

interface Variable {
  rule: ColumnRule;
  /** Its place in the sample's header. */
  place: number;
}

/**
 * Makes a file for a data set from a seed; the same seed gives the same file.
 *
 * Nothing in it is particular to a data set but its contract and the rows of its sample. It has from one to seven groups or
 * none, far apart or not, correlated or not, with heavy tails or not; or it has rows of the sample, or its columns torn apart.
 * Then come up to four twists, and perhaps a key on two rows, or an order.
 *
 * @param sample header and rows of the data set's sample
 * @param most rows at most; fewer where trees are grown that take minutes on many
 */
export function strangeFile(sample: SmallFile, seed: number, most: number): StrangeFile {
  const draws = drawsOf(seed);
  const rules = sample.header.map((name) => ruleOf(name, sample.definition));
  const variables = rules.flatMap((rule, place) => (rule?.role === "feature" ? [{rule, place}] : []));
  const count = rowsIn(draws, most);
  const traits = [`${count} rows`];
  const make = draws.chance(0.35) ? resampled : drawn;
  const values = make(sample, variables, count, draws, traits);
  for (let left = draws.below(5); left > 0; left--) {
    const twist = draws.pick(twists);
    traits.push(
      twist(
        values,
        variables.map(({rule}) => rule),
        draws,
      ),
    );
  }
  const rows = Array.from({length: count}, (_, row) =>
    rules.map((rule, place) => {
      const variable = variables.findIndex((each) => each.place === place);
      if (variable >= 0) return written(values[variable][row], variables[variable].rule);
      return rule?.role === "key" ? `K${seed}-${row + 1}` : String(row + 1);
    }),
  );
  if (draws.chance(0.1)) {
    traits.push("a key on two rows");
    const key = rules.findIndex((rule) => rule?.role === "key");
    rows[count - 1][key] = rows[0][key];
  }
  if (draws.chance(0.3)) {
    traits.push("sorted");
    const {place} = draws.pick(variables);
    rows.sort((a, b) => Number(a[place]) - Number(b[place]));
  }
  return {definition: searchedQuickly(sample.definition, count), header: sample.header, rows, traits};
}

function ruleOf(header: string, {contract}: DatasetDefinition): ColumnRule | undefined {
  return contract.columns.find((rule) => plainHeader(rule.header) === plainHeader(header));
}

/** From twelve rows on, in most files some hundreds. */
function rowsIn(draws: Draws, most: number): number {
  const [from, to] = draws.pick([
    [12, 25],
    [26, 400],
    [26, 400],
    [26, 400],
    [100, 1500],
    [100, 1500],
    [1500, 30_000],
  ]);
  const rows = Math.round(Math.exp(Math.log(from) + draws.unit() * (Math.log(to) - Math.log(from))));
  return Math.min(most, rows);
}

/** The report on a strange file must be true, not good: few starts and resamples are enough. */
function searchedQuickly(definition: DatasetDefinition, rows: number): DatasetDefinition {
  return {
    ...definition,
    search: {...definition.search, restarts: rows > 3000 ? 6 : 24},
    resampling: {
      ...definition.resampling,
      replicates: 3,
      references: 3,
      restarts: 1,
    },
  };
}

type Make = (
  sample: SmallFile,
  variables: readonly Variable[],
  count: number,
  draws: Draws,
  traits: string[],
) => Column[];

const resampled: Make = ({rows}, variables, count, draws, traits) => {
  const isTorn = draws.chance(0.4);
  traits.push(isTorn ? "rows of the sample, columns torn apart" : "rows of the sample, drawn again");
  const chosen = Array.from({length: count}, () => draws.below(rows.length));
  return variables.map(({place}) =>
    chosen.map((row) => numberIn(rows[isTorn ? draws.below(rows.length) : row][place])),
  );
};

const drawn: Make = (sample, variables, count, draws, traits) => {
  const groups = draws.below(8);
  const apart = draws.pick([0.5, 2, 6]);
  const together = draws.pick([0, 0.5, 0.95]);
  const tail = draws.pick(["normal", "normal", "heavy", "very heavy"]);
  traits.push(
    groups === 0 ? "no groups" : `${groups} ${groups === 1 ? "group" : "groups"} ${apart} apart`,
    `correlated ${together}`,
    `${tail} tails`,
  );
  const centres = Array.from({length: Math.max(1, groups)}, () =>
    variables.map(() => (groups === 0 ? 0 : apart * (draws.unit() - 0.5) * 2)),
  );
  const weights = centres.map(() => 0.05 + draws.unit() ** 2);
  const noise = () => {
    const z = draws.normal();
    if (tail === "normal") return z;
    return z / Math.max(0.05, tail === "heavy" ? Math.sqrt(draws.unit()) : draws.unit());
  };
  const latent = Array.from({length: count}, () => {
    const common = draws.normal();
    return centres[weighted(weights, draws)].map(
      (at) => at + together * common + Math.sqrt(1 - together ** 2) * noise(),
    );
  });
  return variables.map((variable, j) => {
    const levels = levelsOf(sample, variable);
    // about where the sample is: a file in another unit is refused, and tells nothing more
    const middle = latent.map((row) => row[j]).sort((a, b) => a - b)[Math.floor(count / 2)];
    return latent.map((row) => valueAt(row[j] - middle, variable.rule, levels));
  });
};

function weighted(weights: readonly number[], draws: Draws): number {
  let rest = draws.unit() * weights.reduce((total, weight) => total + weight, 0);
  const found = weights.findIndex((weight) => {
    rest -= weight;
    return rest <= 0;
  });
  return Math.max(0, found);
}

interface Levels {
  median: number;
  /** Interquartile range of the logarithms. */
  spread: number;
}

/** Of the sample's values above zero. */
function levelsOf({rows}: SmallFile, {place}: Variable): Levels {
  const sorted = rows
    .flatMap((row) => numberIn(row[place]) ?? [])
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 1;
  return {median: at(0.5), spread: Math.max(0.2, Math.log(at(0.75) / at(0.25)))};
}

/** A value of the column's kind for a normal deviate: shares by the logistic curve, the rest by the exponential one. */
function valueAt(z: number, rule: ColumnRule, {median, spread}: Levels): number {
  const isShare = rule.type === "number" && (rule.expected?.max ?? rule.max ?? 0) <= 1;
  if (isShare) return Math.round(12 / (1 + Math.exp(-z))) / 12;
  return z < -1.5 ? 0 : median * Math.exp(z * spread);
}

function numberIn(cell: string): number | null {
  const plain = cell.replaceAll(/[\s,]/g, "");
  return plain === "" ? null : Number(plain);
}

/** As the contract allows it. */
function written(
  value: number | null,
  {min = 0, max = Number.MAX_VALUE, type, expected}: ColumnRule,
): string {
  if (value === null) return "";
  const bounded = Math.min(max, Math.max(min, expected?.min ?? min, value));
  return String(type === "integer" ? Math.round(bounded) : Math.round(bounded * 1e6) / 1e6);
}
