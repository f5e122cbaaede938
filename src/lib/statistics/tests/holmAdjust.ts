/**
 * Holm's correction of p-values for several tests: the chance of one false alarm among all of them stays below the level
 * that the corrected values are held against.
 *
 * S. Holm, Scandinavian J. Statistics 6 (1979). Cost: m·log m. Checked against R 4.2.2 `p.adjust(method = "holm")`.
 *
 * @param pValues m values in [0, 1]
 * @returns m corrected values, in the same order
 * @throws RangeError for a value outside [0, 1]
 */
export function holmAdjust(pValues: ArrayLike<number>): Float64Array {
  const m = pValues.length;
  for (let i = 0; i < m; i++)
    if (!(pValues[i] >= 0 && pValues[i] <= 1))
      throw new RangeError(`invalid p-value; not in [0, 1]: ${pValues[i]}`);
  const order = Int32Array.from({length: m}, (_, i) => i).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Float64Array(m);
  let largest = 0;
  order.forEach((test, place) => {
    largest = Math.max(largest, Math.min(1, (m - place) * pValues[test]));
    adjusted[test] = largest;
  });
  return adjusted;
}
