import * as Inputs from "npm:@observablehq/inputs";
import {csvFormat} from "npm:d3";
import {html} from "npm:htl";
import {worthOfAction} from "../lib/worthOfAction.js";

/** A row of the published table `actions`, as far as the panel needs it. */
export interface ActionRow {
  action: string;
  customers: number;
  units: number;
  unit: string;
  effect: number;
  effect_min: number;
  effect_max: number;
  effect_step: number;
  unit_value: number;
  unit_value_min: number;
  unit_value_max: number;
  unit_value_step: number;
  cost_per_customer: number;
  cost_per_customer_min: number;
  cost_per_customer_max: number;
  cost_per_customer_step: number;
}

/** The published tables by column, and the name of the data set for the file name. */
export interface ActionEvidence {
  customers: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  targets: {action: readonly string[]; row_number: readonly number[]};
  dataset: string;
}

/** Columns of the list for download; the id is a pseudonym. */
const listed = [
  "customer_id",
  "segment",
  "credit_limit",
  "credit_cards",
  "branch_visits",
  "online_visits",
  "calls",
];

/** Sliders for the assumptions of one action, its worth under them, and the list of its customers. */
export function ActionPanel(action: ActionRow, evidence: ActionEvidence): HTMLElement {
  const slider = (name: "effect" | "unit_value" | "cost_per_customer", label: string) =>
    Inputs.range([action[`${name}_min`], action[`${name}_max`]], {
      label,
      step: action[`${name}_step`],
      value: action[name],
    });
  const effect = slider("effect", "Effect (share)");
  const unitValue = slider("unit_value", "Value of one ($)");
  const cost = slider("cost_per_customer", "Cost per customer ($)");
  const output = html`<output></output>`;
  const show = () => {
    const worth = worthOfAction({
      customers: action.customers,
      units: action.units,
      effect: effect.value,
      unitValue: unitValue.value,
      costPerCustomer: cost.value,
    });
    output.textContent = `Worth ${dollars(worth)} a year`;
  };
  const form = html`<details class="action-panel no-print"><summary>Move the assumptions, or take the list of customers</summary>
    ${effect}${unitValue}${cost}
    <p><strong>${output}</strong>: ${action.units.toLocaleString("en-US")} ${action.unit} × effect × value − ${action.customers.toLocaleString("en-US")} customers × cost.</p>
    ${downloadButton(action, evidence)}
  </details>`;
  form.addEventListener("input", show);
  show();
  return form;
}

function dollars(value: number): string {
  const amount = Math.abs(Math.round(value)).toLocaleString("en-US");
  return value < -0.5 ? `−$${amount}` : `$${amount}`;
}

function downloadButton(action: ActionRow, evidence: ActionEvidence): HTMLElement {
  const button = html`<button type="button">Download the ${action.customers.toLocaleString("en-US")} customers (CSV)</button>`;
  button.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([targetList(action.action, evidence)], {type: "text/csv"}));
    const link = html`<a href="${url}" download="${evidence.dataset}-${action.action}.csv"></a>`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  });
  return button;
}

/** The customers of an action as CSV, under their pseudonyms. */
export function targetList(action: string, {customers, targets}: ActionEvidence): string {
  const rows = targets.row_number.filter((_, i) => targets.action[i] === action);
  const columns = listed.filter((name) => name in customers);
  const records = rows.map((row) => Object.fromEntries(columns.map((name) => [name, customers[name][row - 1]])));
  return `${csvFormat(records, columns)}\n`;
}
