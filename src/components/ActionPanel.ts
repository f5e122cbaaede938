import {csvFormat} from "npm:d3";
import {formatFigure} from "../lib/formatFigure.js";
import {worthOfAction} from "../lib/worthOfAction.js";
import {downloadText} from "./downloadText.js";
import {element} from "./element.js";
import {Slider} from "./Slider.js";

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
  const slider = (
    name: "effect" | "unit_value" | "cost_per_customer",
    label: string,
    format: (value: number) => string,
  ) =>
    Slider({
      label,
      min: action[`${name}_min`],
      max: action[`${name}_max`],
      step: action[`${name}_step`],
      value: action[name],
      format,
    });
  const effect = slider("effect", "Effect", (value) => formatFigure(value, ".0%"));
  const unitValue = slider("unit_value", "Value of one", (value) => formatFigure(value, "$,.2f"));
  const cost = slider("cost_per_customer", "Cost per customer", (value) => formatFigure(value, "$,.2f"));
  const output = element("output");
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
  const form = element(
    "details",
    {class: "action-panel no-print"},
    element("summary", {}, "Move the assumptions, or take the list of customers"),
    effect,
    unitValue,
    cost,
    element(
      "p",
      {},
      element("strong", {}, output),
      `: ${formatFigure(action.units, ",d")} ${action.unit} × effect × value − ${formatFigure(action.customers, ",d")} customers × cost.`,
    ),
    downloadButton(action, evidence),
  );
  form.addEventListener("input", show);
  show();
  return form;
}

function dollars(value: number): string {
  const amount = Math.abs(Math.round(value)).toLocaleString("en-US");
  return value < -0.5 ? `−$${amount}` : `$${amount}`;
}

function downloadButton(action: ActionRow, evidence: ActionEvidence): HTMLElement {
  const button = element(
    "button",
    {type: "button"},
    `Download the ${formatFigure(action.customers, ",d")} customers (CSV)`,
  );
  button.addEventListener("click", () =>
    downloadText(targetList(action.action, evidence), `${evidence.dataset}-${action.action}.csv`, "text/csv"),
  );
  return button;
}

/** The customers of an action as CSV, under their pseudonyms. */
export function targetList(action: string, {customers, targets}: ActionEvidence): string {
  const rows = targets.row_number.filter((_, i) => targets.action[i] === action);
  const columns = listed.filter((name) => name in customers);
  const records = rows.map((row) =>
    Object.fromEntries(columns.map((name) => [name, customers[name][row - 1]])),
  );
  return `${csvFormat(records, columns)}\n`;
}
