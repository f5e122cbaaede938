import {create} from "npm:d3";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {SavedModel, SavedVariable} from "../../lib/scoring/savedModel.js";
import {scoreCustomer} from "../../lib/scoring/scoreCustomer.js";
import {element} from "../elements/element.js";
import {segmentColor} from "../plots/segmentColor.js";

const STEPS = 200;

/** A slider for each variable: what the model would say if the customer were another in it. */
export function WhatIf(
  model: SavedModel,
  customer: Readonly<Record<string, number | string | null>>,
): HTMLElement {
  const before = scoreCustomer(model, customer);
  const changed = {...customer};
  const root = element("div", {class: "what-if"});
  const answer = element("p", {class: "what-if-answer", "aria-live": "polite"});
  const sliders = element("div", {class: "what-if-sliders"});
  const show = () => {
    const after = scoreCustomer(model, changed);
    const segment = create("strong")
      .style("color", segmentColor(after.segment + 1))
      .text(model.segments[after.segment].name);
    const same =
      after.segment === before.segment ? "still " : `instead of ${model.segments[before.segment].name}: `;
    const points = 100 * (after.probability - before.probability);
    answer.replaceChildren(
      same,
      segment.node() as Node,
      model.risk === undefined
        ? ""
        : `; risk ${formatFigure(after.probability, ".1%")}, ${Math.abs(points) < 0.05 ? "as before" : `${formatFigure(points, "+.1f")} points`}`,
    );
  };
  const fill = () => {
    Object.assign(changed, customer);
    sliders.replaceChildren(
      ...model.variables.map((variable) =>
        slider(model, variable, Number(customer[variable.name] ?? variable.median), (value) => {
          changed[variable.name] = value;
          show();
        }),
      ),
    );
    show();
  };
  const reset = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Back to the customer",
  });
  reset.addEventListener("click", fill);
  root.append(answer, sliders, reset);
  fill();
  return root;
}

function slider(
  {columns}: SavedModel,
  variable: SavedVariable,
  start: number,
  set: (value: number) => void,
): HTMLElement {
  const column = columns.find(({name}) => name === variable.name);
  const low = Math.min(variable.lowest, start);
  const high = Math.max(variable.highest, start);
  const isWhole = column?.type === "integer";
  // Amounts of money pile up at the low end: squares give them room there.
  const power = column?.unit === "$" ? 2 : 1;
  const steps = isWhole ? Math.min(STEPS, high - low || 1) : STEPS;
  const valueAt = (position: number) => {
    const value = low + (high - low) * (position / steps) ** power;
    return isWhole ? Math.round(value) : value;
  };
  const position = high > low ? steps * ((start - low) / (high - low)) ** (1 / power) : 0;
  const input = Object.assign(document.createElement("input"), {
    type: "range",
    min: "0",
    max: String(steps),
    step: "any",
    value: String(position),
  });
  const output = document.createElement("output");
  const show = (value: number) => {
    output.textContent = `${formatFigure(value, isWhole ? ",d" : ",.3~r")}`;
    input.setAttribute("aria-valuetext", `${output.textContent} ${column?.unit ?? ""}`);
  };
  input.addEventListener("input", () => {
    const value = valueAt(Number(input.value));
    show(value);
    set(value);
  });
  // Arrow keys move a slider without steps by a hundredth: enough for amounts, but a whole number needs its own.
  if (isWhole) input.step = "1";
  show(start);
  const label = document.createElement("label");
  label.append(
    create("span")
      .text(column?.label ?? variable.name)
      .node() as Node,
    input,
    output,
  );
  return label;
}
