import {breakEvenResponse, type WorthInputs, worthOf} from "../../lib/actions/worthOf.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {Slider} from "../elements/Slider.js";

type Name = "response" | "change" | "unit_value" | "cost_per_customer";

/** A row of the published table `actions`, as far as the panel needs it; an assumption that the action does without is null. */
export type ActionRow = {
  action: string;
  customers: number;
  units: number;
  unit: string;
  period: string;
} & {[Key in Name | `${Name}_min` | `${Name}_max` | `${Name}_step`]: number | null} & {
  [Key in `${Name}_meaning`]: string | null;
};

const percent = (value: number) => formatFigure(value, ".0%");
const dollars = (value: number) =>
  formatFigure(value, value !== 0 && Math.abs(value) < 1 ? "$,.3~f" : "$,.2f");

/** Sliders for the assumptions of one action, its worth under them, and the response at which it covers its running cost. */
export function ActionPanel(action: ActionRow): HTMLElement {
  const response = assumption(action, "response", percent);
  const change = assumption(action, "change", percent);
  const unitValue = assumption(action, "unit_value", dollars);
  const cost = assumption(action, "cost_per_customer", dollars);
  const sliders = [response, change, unitValue, cost].filter((slider) => slider !== null);
  const verdict = element("output");
  const reckoning = element("p", {class: "reckoning"});
  const show = () => {
    const inputs = {
      customers: action.customers,
      units: action.units,
      response: response?.value ?? 0,
      change: change?.value ?? null,
      unitValue: unitValue?.value ?? 0,
      costPerCustomer: cost?.value ?? 0,
    };
    verdict.textContent = `Worth ${wholeDollars(worthOf(inputs))} ${action.period}. ${payback(inputs)}`;
    reckoning.textContent = reckoned(action, inputs);
  };
  const form = element(
    "details",
    {class: "action-panel no-print"},
    element("summary", {}, "Move the assumptions"),
    ...sliders,
    element("p", {}, element("strong", {}, verdict)),
    reckoning,
  );
  form.addEventListener("input", show);
  show();
  return form;
}

function assumption(action: ActionRow, name: Name, format: (value: number) => string) {
  const value = action[name];
  if (value === null) return null;
  return Slider({
    label: action[`${name}_meaning`] ?? "",
    min: action[`${name}_min`] ?? 0,
    max: action[`${name}_max`] ?? 1,
    step: action[`${name}_step`] ?? 0.01,
    value,
    format,
  });
}

function payback(inputs: WorthInputs): string {
  const least = breakEvenResponse(inputs);
  if (least === 0) return "It costs nothing for each customer.";
  if (least > 1) return "It cannot cover its running cost, whoever responds.";
  return `It covers its running cost from a response of ${formatFigure(least, ".1%")}.`;
}

/** The worth as it is reckoned, with the numbers as the sliders stand. */
function reckoned({unit}: ActionRow, inputs: WorthInputs): string {
  const {customers, units, response, change, unitValue, costPerCustomer} = inputs;
  const amount = unit.startsWith("$ ")
    ? `${wholeDollars(units)} ${unit.slice(2)}`
    : `${formatFigure(units, ",.0f")} ${unit}`;
  const factors = [
    amount,
    percent(response),
    ...(change === null ? [] : [percent(change)]),
    dollars(unitValue),
  ];
  return `${factors.join(" × ")} − ${formatFigure(customers, ",d")} customers × ${dollars(costPerCustomer)}. The days of work are not in it.`;
}

function wholeDollars(value: number): string {
  return formatFigure(Math.round(value) || 0, "$,d");
}
