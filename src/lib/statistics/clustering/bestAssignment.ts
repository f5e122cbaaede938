interface Assignment {
  columnOf: Int32Array;
  rowOf: Int32Array;
  rowPotential: Float64Array;
  columnPotential: Float64Array;
}

/**
 * Pairs each row of a square table with a column of its own so that the sum of the paired entries is the greatest.
 *
 * The Hungarian method (Kuhn, Naval Research Logistics 2, 1955) by shortest augmenting paths (Burkard, Dell'Amico &
 * Martello, Assignment Problems, 2009, 4.4). Cost: k³. Checked against SciPy 1.10.1
 * `linear_sum_assignment(maximize=True)`.
 *
 * @param table k rows of k finite numbers
 * @returns the column of each row
 */
export function bestAssignment(table: readonly ArrayLike<number>[]): Int32Array {
  const k = table.length;
  const assignment: Assignment = {
    columnOf: new Int32Array(k).fill(-1),
    rowOf: new Int32Array(k).fill(-1),
    rowPotential: new Float64Array(k),
    columnPotential: new Float64Array(k),
  };
  for (let row = 0; row < k; row++) assignRow(table, row, assignment);
  return assignment.columnOf;
}

/** Gives a row a column; rows on the shortest path to a column that is free pass theirs on. */
function assignRow(table: readonly ArrayLike<number>[], start: number, assignment: Assignment): void {
  const {columnOf, rowOf, rowPotential, columnPotential} = assignment;
  const k = table.length;
  const distance = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(k);
  const reached: number[] = [];
  let row = start;
  let length = 0;
  while (row >= 0) {
    for (let column = 0; column < k; column++) {
      const step = length - table[row][column] - rowPotential[row] - columnPotential[column];
      if (step < distance[column] && !reached.includes(column)) {
        distance[column] = step;
        cameFrom[column] = row;
      }
    }
    const nearest = distance.reduce(
      (best, value, column) =>
        !reached.includes(column) && (best < 0 || value < distance[best]) ? column : best,
      -1,
    );
    length = distance[nearest];
    reached.push(nearest);
    row = rowOf[nearest];
  }
  rowPotential[start] += length;
  for (const column of reached) {
    columnPotential[column] -= length - distance[column];
    if (rowOf[column] >= 0) rowPotential[rowOf[column]] += length - distance[column];
  }
  for (let column = reached[reached.length - 1]; ; ) {
    const taker = cameFrom[column];
    const passedOn = columnOf[taker];
    columnOf[taker] = column;
    rowOf[column] = taker;
    if (taker === start) return;
    column = passedOn;
  }
}
