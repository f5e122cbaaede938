import type {Matrix} from "./matrix.js";

/**
 * Refuses a matrix with a value that is not a finite number. Cost: n·d.
 *
 * @throws RangeError naming the first such value with its row and column, both counted from 0
 */
export function requireFinite({values, cols}: Matrix): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    const place = `row ${Math.floor(i / cols)}, column ${i % cols}`;
    throw new RangeError(`invalid value; not a finite number (${place}): ${values[i]}`);
  }
}
