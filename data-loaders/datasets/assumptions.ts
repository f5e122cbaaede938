import type {Assumption} from "./action.js";

/** An assumed share, from nothing to `max`. */
export function share(meaning: string, value: number, max = 1): Assumption {
  return {meaning, value, min: 0, max, step: 0.01};
}

/** An assumed amount in dollars, from nothing to `max` in at most 200 steps. */
export function dollars(meaning: string, value: number, max: number): Assumption {
  const step = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5].find((size) => max / size <= 200) ?? 10;
  return {meaning, value, min: 0, max, step};
}
