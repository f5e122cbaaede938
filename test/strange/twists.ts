import type {ColumnRule} from "../../data-loaders/datasets/dataset.js";
import type {Draws} from "./draws.js";

/** Values of a column, in the order of the rows; null is a missing one. */
export type Column = (number | null)[];

/** Makes the values of a file strange in one way, in place, and says how. */
export type Twist = (values: Column[], rules: readonly ColumnRule[], draws: Draws) => string;

const constant: Twist = (values, rules, draws) => {
  const j = draws.below(rules.length);
  const value = draws.pick([rules[j].min ?? 0, rules[j].expected?.max ?? 1, values[j][0] ?? 1, 3]);
  values[j].fill(value);
  return `${rules[j].name} always ${value}`;
};

const zeros: Twist = (values, rules, draws) => {
  const j = draws.below(rules.length);
  const share = draws.pick([0.5, 0.9, 0.99]);
  change(values[j], (value) => (draws.chance(share) ? 0 : value));
  return `${share} of ${rules[j].name} zero`;
};

const oneDigit: Twist = (values) => {
  for (const column of values) change(column, (value) => (value === 0 ? 0 : Number(value.toPrecision(1))));
  return "one digit each";
};

const twoValues: Twist = (values, rules, draws) => {
  const j = draws.below(rules.length);
  const [low, high] = [values[j][0] ?? 0, values[j][values[j].length - 1] ?? 1];
  change(values[j], (value) => (value > low ? high : low));
  return `${rules[j].name} of two values`;
};

const whole: Twist = (values, rules, draws) => {
  const j = draws.below(rules.length);
  change(values[j], Math.round);
  return `${rules[j].name} whole`;
};

const outliers: Twist = (values, rules, draws) => {
  const j = draws.below(rules.length);
  const factor = draws.pick([100, 1e4, 1e6]);
  const count = 1 + draws.below(3);
  for (let i = 0; i < count; i++) {
    const row = draws.below(values[j].length);
    values[j][row] = ((values[j][row] ?? 0) + 1) * factor;
  }
  return `${count} of ${rules[j].name} times ${factor}`;
};

const scale: Twist = (values, rules, draws) => {
  const j = draws.below(rules.length);
  const factor = draws.pick([0.001, 0.01, 100, 1000]);
  change(values[j], (value) => value * factor);
  return `${rules[j].name} times ${factor}`;
};

const copies: Twist = (values, rules, draws) => {
  const [j, other] = [draws.below(rules.length), draws.below(rules.length)];
  values[j] = [...values[other]];
  return `${rules[j].name} as ${rules[other].name}`;
};

const repeatedRows: Twist = (values, _rules, draws) => {
  const share = draws.pick([0.05, 0.5]);
  for (let row = 1; row < values[0].length; row++)
    if (draws.chance(share)) for (const column of values) column[row] = column[row - 1];
  return `${share} of the rows repeated`;
};

const missing: Twist = (values, rules, draws) => {
  const allowed = rules.flatMap(({missing: policy}, j) => (policy === "fail" ? [] : [j]));
  // a value where none may be missing is a clear refusal, and worth a few files
  const j = allowed.length > 0 ? draws.pick(allowed) : draws.chance(0.2) ? 0 : undefined;
  if (j === undefined) return "nothing missing";
  const largest = Math.max(...values[j].map((value) => value ?? 0));
  const [pattern, isGone] = draws.pick<[string, (value: number, row: number) => boolean]>([
    ["a few", () => draws.chance(0.02)],
    ["half", () => draws.chance(0.5)],
    ["nearly all", () => draws.chance(0.97)],
    ["all", () => true],
    ["the first", (_, row) => row < values[j].length / 3],
    ["the largest", (value) => value > largest / 2],
  ]);
  for (const [row, value] of values[j].entries()) if (isGone(value ?? 0, row)) values[j][row] = null;
  return `${pattern} of ${rules[j].name} missing`;
};

function change(column: Column, changed: (value: number) => number): void {
  for (const [row, value] of column.entries()) if (value !== null) column[row] = changed(value);
}

export const twists: readonly Twist[] = [
  constant,
  zeros,
  oneDigit,
  twoValues,
  whole,
  outliers,
  scale,
  copies,
  repeatedRows,
  missing,
];
