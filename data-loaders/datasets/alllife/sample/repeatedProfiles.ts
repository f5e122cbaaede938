/** Counts rows that repeat another row's whole profile, kept up to date while values are exchanged. */
export interface RepeatedProfiles {
  /** Rows less distinct profiles. */
  readonly repeats: number;
  add(row: number): void;
  remove(row: number): void;
}

/** Starts the count from all rows of the columns. */
export function repeatedProfiles(columns: readonly Float64Array[]): RepeatedProfiles {
  const counts = new Map<string, number>();
  let repeats = 0;
  const profile = (row: number): string => columns.map((column) => column[row]).join("|");
  const add = (row: number): void => {
    const key = profile(row);
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    if (before > 0) repeats++;
  };
  const remove = (row: number): void => {
    const key = profile(row);
    const before = counts.get(key) ?? 0;
    counts.set(key, before - 1);
    if (before > 1) repeats--;
  };
  for (let row = 0; row < columns[0].length; row++) add(row);
  return {
    get repeats() {
      return repeats;
    },
    add,
    remove,
  };
}
