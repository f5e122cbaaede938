import type {Table} from "npm:apache-arrow";

/** A column of a result: its name, and its type as DuckDB names it, such as `DECIMAL(10,2)`. */
export interface ResultColumn {
  name: string;
  type: string;
}

/** Which rows of a result, and in which order; without `order` as the query gave them. */
export interface ResultPart {
  offset: number;
  limit: number;
  order?: {column: number; direction: "ascending" | "descending"};
}

/** Runs one statement of the report's own on the reader's result; throws DatabaseError. */
export type RunOwn = (sql: string) => Promise<Table>;

/** The temporary table that holds the result of the reader's last query. */
export const resultTable = "temp.main.result";

/**
 * The result of a reader's query. It stays in the engine, which sorts it by value, counts it and writes each
 * value as text: what a page or a download shows is what DuckDB prints, for every type.
 */
export class StoredResult {
  /**
   * @param columns as the query names them; two may share a name
   * @param complete false where reading stopped at the limit
   */
  constructor(
    readonly columns: readonly ResultColumn[],
    readonly rows: number,
    readonly complete: boolean,
    private readonly runOwn: RunOwn,
  ) {}

  /** Some rows as DuckDB prints them; NULL is `null`. */
  async part({offset, limit, order}: ResultPart): Promise<(string | null)[][]> {
    const table = await this.runOwn(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (FROM ${resultTable} ORDER BY ${this.orderBy(order)} LIMIT ${limit} OFFSET ${offset})`,
    );
    const columns = table.schema.fields.map((_, column) => table.getChildAt(column));
    return Array.from({length: table.numRows}, (_, row) =>
      columns.map((values) => {
        const cell: unknown = values?.get(row);
        return cell === null || cell === undefined ? null : String(cell);
      }),
    );
  }

  /** All rows, some thousands at a time. */
  async *parts(): AsyncGenerator<(string | null)[][]> {
    const limit = 20_000;
    for (let offset = 0; offset < this.rows; offset += limit) yield this.part({offset, limit});
  }

  /** By value, not by text; what is no number, and NULL, last in either direction. */
  private orderBy(order: ResultPart["order"]): string {
    if (order === undefined) return "rowid";
    const column = `c${order.column}`;
    const direction = order.direction === "ascending" ? "ASC" : "DESC";
    const numbersFirst = isFloatType(this.columns[order.column].type) ? `isnan(${column}), ` : "";
    return `${numbersFirst}${column} ${direction} NULLS LAST, rowid`;
  }
}

/** True for the types that can hold NaN. */
function isFloatType(type: string): boolean {
  return type === "FLOAT" || type === "DOUBLE";
}

/** True where a column's values are numbers: they stand on the right of a table. */
export function isNumberType(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|VARINT|BIGNUM)$/.test(type);
}
