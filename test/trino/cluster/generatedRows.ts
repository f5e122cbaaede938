import {samplePath} from "../../../data-loaders/datasets/samples.js";
import {cardUsage} from "../../definitions.js";
import {typedCsv} from "./loadTable.js";

/** Amounts that are varied; shares and counts stay as they are. */
const AMOUNT =
  /^(BALANCE|PURCHASES|ONEOFF_PURCHASES|INSTALLMENTS_PURCHASES|CASH_ADVANCE|CREDIT_LIMIT|PAYMENTS|MINIMUM_PAYMENTS)$/;

/**
 * A query for DuckDB that gives as many card holders as wanted: those of the sample again and again, under keys of their own,
 * each amount up to a fifth larger or smaller. The same every time.
 */
export function generatedRows(rows: number): string {
  const {columns} = cardUsage.contract;
  const values = columns.map(({header, role}, j) => {
    if (role === "key") return `'G' || i AS "${header}"`;
    if (!AMOUNT.test(header)) return `"${header}"`;
    const noise = `((i * 7919 + ${j} * 104729) % 10007) / 10007.0`;
    return `round("${header}" * (0.8 + 0.4 * ${noise}), 2)::DOUBLE AS "${header}"`;
  });
  const sample = `(SELECT row_number() OVER () - 1 AS r, * FROM (${typedCsv(cardUsage, samplePath(cardUsage))}))`;
  return `SELECT ${values.join(", ")} FROM range(${rows}) AS numbers(i) JOIN ${sample} AS sample ON r = i % 8950`;
}
