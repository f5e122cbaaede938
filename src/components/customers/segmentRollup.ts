import {Reducer, table} from "npm:arquero";

/** What is known of one segment among the customers chosen. */
export interface SegmentSum {
  segment: string;
  customers: number;
  /** Sums by variable. */
  sums: Record<string, number>;
}

type Columns = Readonly<Record<string, ArrayLike<number | string | boolean | null>>>;
type State = Map<string, SegmentSum>;

/**
 * Counts and sums per segment, over some of the customers.
 *
 * Arquero compiles the expressions of its other verbs into functions, which the site's content security policy forbids;
 * a reducer is called as it is.
 *
 * @param rows the customers chosen, from 0
 * @param variables columns to add up
 */
export function segmentRollup(
  columns: Columns,
  rows: readonly number[],
  variables: readonly string[],
): SegmentSum[] {
  const sums = variables.map((name) => `sum_${name}`);
  const result = table(columns)
    .reify(Array.from(rows))
    .reduce(new SegmentReducer(["segment", "customers", ...sums], variables));
  const segments = Array.from(result.array("segment"), String);
  const customers = Array.from(result.array("customers"), Number);
  const totals = sums.map((name) => Array.from(result.array(name), Number));
  return segments.map((segment, i) => ({
    segment,
    customers: customers[i],
    sums: Object.fromEntries(variables.map((name, j) => [name, totals[j][i]])),
  }));
}

interface ReadableColumn {
  at(row: number): unknown;
}

class SegmentReducer extends Reducer {
  constructor(
    outputs: string[],
    private readonly variables: readonly string[],
  ) {
    super(outputs);
  }

  override init(): State {
    return new Map();
  }

  override add(state: State, row: number, data: Record<string, ReadableColumn>): void {
    const segment = String(data.segment.at(row));
    const sum = state.get(segment) ?? {
      segment,
      customers: 0,
      sums: Object.fromEntries(this.variables.map((name) => [name, 0])),
    };
    sum.customers++;
    for (const name of this.variables) sum.sums[name] += Number(data[name].at(row));
    state.set(segment, sum);
  }

  override write(state: State, values: Record<string, unknown[]>, index: number): number {
    let written = 0;
    for (const {segment, customers, sums} of state.values()) {
      values.segment[index + written] = segment;
      values.customers[index + written] = customers;
      for (const name of this.variables) values[`sum_${name}`][index + written] = sums[name];
      written++;
    }
    return written;
  }
}
