import {deviation, mean, quantileSorted} from "npm:d3";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {NumberTable} from "../elements/NumberTable.js";
import {axisLabel} from "../plots/axisLabel.js";
import type {CustomerColumns, MeasuredVariable} from "./customerFilter.js";

/**
 * Mean, standard deviation and quartiles of each variable over some of the customers.
 *
 * @param rows the customers chosen, from 0
 */
export function SummaryTable(
  customers: CustomerColumns,
  rows: readonly number[],
  variables: readonly MeasuredVariable[],
): HTMLElement {
  return NumberTable(
    [
      "Variable",
      "Mean",
      "Standard deviation",
      "Least",
      "Lower quartile",
      "Median",
      "Upper quartile",
      "Greatest",
    ],
    variables.map((variable) => {
      const values = rows.map((row) => Number(customers[variable.name][row])).sort((a, b) => a - b);
      const measures = [
        mean(values),
        deviation(values),
        ...[0, 0.25, 0.5, 0.75, 1].map((share) => quantileSorted(values, share)),
      ];
      const digits = values[values.length - 1] >= 100 ? ",.0f" : ",.2f";
      return [
        axisLabel(variable),
        ...measures.map((value) => (value === undefined ? "" : formatFigure(value, digits))),
      ];
    }),
  );
}
