import {
  type ActionInputs,
  type ActionRow,
  assumptionNames,
  inputsOf,
} from "../../lib/actions/actionInputs.js";
import {breakEvenResponse, type WorthInputs, worthOf} from "../../lib/actions/worthOf.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {money} from "../../lib/narrative/money.js";
import {element} from "../elements/element.js";
import {Slider} from "../elements/Slider.js";

const percent = (value: number) => formatFigure(value, ".0%");

/** Amounts in the data set's currency: parts of one with three digits, and whole ones. */
interface Amounts {
  sign: string;
  exact(value: number): string;
  whole(value: number): string;
}

function amountsIn(currency: string): Amounts {
  const amount = money(currency);
  return {
    sign: currency,
    exact: (value) => amount(value, value !== 0 && Math.abs(value) < 1 ? ",.3~f" : ",.2f"),
    whole: (value) => amount(Math.round(value) || 0, ",d"),
  };
}

/** The panel's assumptions as they stand, and the way back to the published ones. */
export type ActionPanelElement = HTMLElement & {value: ActionInputs; reset(): void};

/**
 * Sliders for the assumptions of one action, its worth under them, the response at which it covers its running cost, and the
 * rule of its list. It says `input` when an assumption changes.
 *
 * @param currency sign of the data set's currency
 */
export function ActionPanel(action: ActionRow, currency: string): ActionPanelElement {
  const amounts = amountsIn(currency);
  const {exact} = amounts;
  const formats = {response: percent, change: percent, unit_value: exact, cost_per_customer: exact};
  const sliders = assumptionNames.flatMap((name) => {
    const value = action[name];
    if (value === null) return [];
    const slider = Slider({
      label: action[`${name}_meaning`] ?? "",
      min: action[`${name}_min`] ?? 0,
      max: action[`${name}_max`] ?? 1,
      step: action[`${name}_step`] ?? 0.01,
      value,
      format: formats[name],
    });
    return [{name, slider}];
  });
  const verdict = element("output");
  const reckoning = element("p", {class: "reckoning"});
  const form = element(
    "details",
    {class: "action-panel no-print"},
    element("summary", {}, "Change the assumptions"),
    ...sliders.map(({slider}) => slider),
    element("p", {}, element("strong", {}, verdict)),
    reckoning,
    element("p", {class: "reckoning"}, "The list’s rule: ", element("code", {}, action.rule), "."),
  );
  const read = () =>
    inputsOf(action, Object.fromEntries(sliders.map(({name, slider}) => [name, slider.value])));
  const panel = Object.assign(form, {
    value: read(),
    reset: () => {
      for (const {slider} of sliders) slider.reset();
    },
  });
  const show = () => {
    panel.value = read();
    verdict.textContent = `Worth ${amounts.whole(worthOf(panel.value))} ${action.period}. ${payback(panel.value)}`;
    reckoning.textContent = reckoned(action, panel.value, amounts);
  };
  form.addEventListener("input", show);
  show();
  return panel;
}

function payback(inputs: WorthInputs): string {
  const least = breakEvenResponse(inputs);
  if (least === 0) return "It costs nothing for each customer.";
  if (least > 1) return "It cannot cover its running cost, whoever responds.";
  return `It covers its running cost from a response of ${formatFigure(least, ".1%")}.`;
}

/** The worth as it is computed, with the numbers as the sliders stand. */
function reckoned({unit}: ActionRow, inputs: WorthInputs, {sign, exact, whole}: Amounts): string {
  const {customers, units, response, change, unitValue, costPerCustomer} = inputs;
  const amount = unit.startsWith(`${sign} `)
    ? `${whole(units)} ${unit.slice(sign.length + 1)}`
    : `${formatFigure(units, ",.0f")} ${unit}`;
  const factors = [
    amount,
    percent(response),
    ...(change === null ? [] : [percent(change)]),
    exact(unitValue),
  ];
  return `${factors.join(" × ")} − ${formatFigure(customers, ",d customer/customers")} × ${exact(costPerCustomer)}. The days of work are not included.`;
}
