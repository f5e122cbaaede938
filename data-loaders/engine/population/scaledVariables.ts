import {doubleLiteral, identifier} from "./dialect.js";

/** A variable as the distances see it: filled, perhaps in logarithms, then standardised. */
export interface ScaledVariable {
  name: string;
  /** Puts a number where a value is missing. */
  median: number;
  /** Whether log(1 + x) is taken first; of values below 0, −log(1 − x). */
  log: boolean;
  mean: number;
  /** Population standard deviation, > 0. */
  scale: number;
}

/** The variable with its missing values filled, in its own unit. */
export function filledSql({name, median}: Pick<ScaledVariable, "name" | "median">): string {
  return `coalesce(${identifier(name)}, ${doubleLiteral(median)})`;
}

/** The variable before it is standardised. */
export function linearSql(variable: Pick<ScaledVariable, "name" | "median" | "log">): string {
  const filled = filledSql(variable);
  return variable.log ? `(sign(${filled}) * ln(1 + abs(${filled})))` : filled;
}

/** The standardised variable. */
export function scaledSql(variable: ScaledVariable): string {
  return standardisedSql(linearSql(variable), variable);
}

/** An expression less its mean, in units of its standard deviation. */
export function standardisedSql(
  expression: string,
  {mean, scale}: Pick<ScaledVariable, "mean" | "scale">,
): string {
  return `((${expression} - ${doubleLiteral(mean)}) / ${doubleLiteral(scale)})`;
}
