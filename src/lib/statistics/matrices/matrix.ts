/** A numeric table, row-major: the value of row i and column j is `values[i * cols + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

/**
 * Binds equally long columns into a row-major matrix.
 *
 * @param columns d columns of n values each
 * @throws RangeError if the columns differ in length
 */
export function matrixFromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  const cols = columns.length;
  const rows = cols === 0 ? 0 : columns[0].length;
  const values = new Float64Array(rows * cols);
  for (let j = 0; j < cols; j++) {
    const column = columns[j];
    if (column.length !== rows) throw new RangeError(`columns differ in length: ${rows}, ${column.length}`);
    for (let i = 0; i < rows; i++) values[i * cols + j] = column[i];
  }
  return {rows, cols, values};
}

/** Copies column j out of a matrix (n values). */
export function matrixColumn(matrix: Matrix, j: number): Float64Array {
  const column = new Float64Array(matrix.rows);
  for (let i = 0; i < matrix.rows; i++) column[i] = matrix.values[i * matrix.cols + j];
  return column;
}

/** Copies some rows of a matrix, in the order given. */
export function selectRows(matrix: Matrix, rows: Int32Array): Matrix {
  const {cols} = matrix;
  const values = new Float64Array(rows.length * cols);
  for (let i = 0, p = 0; i < rows.length; i++) {
    const from = rows[i] * cols;
    for (let j = 0; j < cols; j++, p++) values[p] = matrix.values[from + j];
  }
  return {rows: rows.length, cols, values};
}

/** Copies some columns of a matrix, in the order given. */
export function selectColumns(matrix: Matrix, columns: readonly number[]): Matrix {
  const {rows} = matrix;
  const values = new Float64Array(rows * columns.length);
  for (let i = 0, p = 0; i < rows; i++)
    for (const j of columns) values[p++] = matrix.values[i * matrix.cols + j];
  return {rows, cols: columns.length, values};
}
