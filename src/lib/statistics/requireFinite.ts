import type {Matrix} from "../matrix.js";

/**
 * Refuses a matrix with a value that is not a finite number. Cost: n·d.
 *
 * @throws RangeError naming the first such value with its row and column, both counted from 0
 */
export function requireFinite({values, cols}: Matrix): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const place = `row ${Math.floor(at / cols)}, column ${at % cols}`;
  throw new RangeError(`invalid value; not a finite number (${place}): ${values[at]}`);
}
