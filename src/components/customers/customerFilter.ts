import {withUnit} from "../../lib/narrative/money.js";
import {element} from "../elements/element.js";
import {Slider} from "../elements/Slider.js";

/** The published table of customers, by column. */
export type CustomerColumns = Readonly<Record<string, readonly (number | string)[]>>;

export interface SegmentName {
  segment: string;
  name: string;
  position: number;
}

export interface MeasuredVariable {
  name: string;
  label: string;
  unit: string;
}

const noRows = "No customer's row of this report is published, so there is nothing to choose from.";

/**
 * An input that chooses customers by segment and by the range of each variable. Its value is the rows chosen, from 0.
 */
export function customerFilter(
  customers: CustomerColumns,
  segments: readonly SegmentName[],
  variables: readonly MeasuredVariable[],
): HTMLElement & {value: number[]} {
  if (customers.segment.length === 0)
    return Object.assign(element("p", {class: "no-rows"}, noRows), {value: []});
  const boxes = segments.map(({segment, name, position}) => {
    const box = element("input", {type: "checkbox", checked: ""});
    return {segment, box, label: element("label", {class: `segment-${position}`}, box, ` ${name}`)};
  });
  const limits = variables.map((variable) => rangeOf(customers, variable));
  const rows = () => {
    const shown = new Set(boxes.filter(({box}) => box.checked).map(({segment}) => segment));
    return Array.from(customers.segment.keys()).filter(
      (row) =>
        shown.has(String(customers.segment[row])) &&
        limits.every(({values, from, to}) => values[row] >= from.value && values[row] <= to.value),
    );
  };
  const form = element(
    "div",
    {class: "customer-filter no-print"},
    element("fieldset", {}, element("legend", {}, "Segments"), ...boxes.map(({label}) => label)),
    element(
      "details",
      {},
      element("summary", {}, "By limit, cards and contacts"),
      ...limits.flatMap(({from, to}) => [from, to]),
    ),
  );
  const input = Object.assign(form, {value: rows()});
  // runs before the page's own listener, which stands on the same element
  form.addEventListener("input", () => Object.assign(input, {value: rows()}));
  return input;
}

/** Two sliders for a variable's least and greatest value. */
function rangeOf(customers: CustomerColumns, {name, label, unit}: MeasuredVariable) {
  const values = customers[name].map(Number);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const step = max - min > 1_000 ? 1_000 : 1;
  const amount = withUnit(unit);
  const format = (value: number) => amount(value, ",d");
  const slider = (words: string, value: number) =>
    Slider({label: `${label}: ${words}`, min, max, step, value, format});
  return {values, from: slider("at least", min), to: slider("at most", max)};
}
