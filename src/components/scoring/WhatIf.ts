import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {withSign, withUnit} from "../../lib/narrative/money.js";
import {estimateName, type SavedModel, type SavedVariable} from "../../lib/scoring/savedModel.js";
import {type Score, scoreCustomer} from "../../lib/scoring/scoreCustomer.js";
import {element} from "../elements/element.js";
import {segmentColor} from "../plots/segmentColor.js";
import {putWhatIfInAddress, whatIfInAddress} from "./scoreInAddress.js";

const STEPS = 200;

/** A slider for each variable: what the model would say if the customer were another in it. */
export function WhatIf(
  model: SavedModel,
  customer: Readonly<Record<string, number | string | null>>,
): HTMLElement {
  const before = scoreCustomer(model, customer);
  const changed = {...customer};
  const whatIf = whatIfInAddress(model.dataset);
  const root = element("div", {class: "what-if"});
  const answer = element("p", {class: "what-if-answer", "aria-live": "polite"});
  const sliders = element("div", {class: "what-if-sliders"});
  const show = () => {
    const after = scoreCustomer(model, changed);
    const segment = element(
      "strong",
      {style: `color: ${segmentColor(after.segment + 1)}`},
      model.segments[after.segment].name,
    );
    const same =
      after.segment === before.segment ? "still " : `instead of ${model.segments[before.segment].name}: `;
    answer.replaceChildren(same, segment, riskAnswer(model, before, after));
  };
  const fill = () => {
    Object.assign(changed, customer, whatIf);
    sliders.replaceChildren(
      ...model.variables.map((variable) =>
        slider(model, variable, Number(changed[variable.name] ?? variable.median), (value) => {
          changed[variable.name] = value;
          whatIf[variable.name] = value;
          putWhatIfInAddress(model.dataset, whatIf);
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
  reset.addEventListener("click", () => {
    for (const name of Object.keys(whatIf)) delete whatIf[name];
    putWhatIfInAddress(model.dataset, whatIf);
    fill();
  });
  root.append(answer, sliders, reset);
  fill();
  return root;
}

/** The rule's answer and the model's, each held against that before. */
function riskAnswer(model: SavedModel, before: Score, after: Score): string {
  const {risk} = model;
  if (risk === undefined) return "";
  const points = 100 * (after.probability - before.probability);
  const change = Math.abs(points) < 0.05 ? "as before" : `${formatFigure(points, "+.1f")} points`;
  const estimate = `${formatFigure(after.probability, ".1%")}, ${change}`;
  if (estimateName(model) === "risk") return `; risk ${estimate}`;
  const guess = `; the other variables alone would guess ${estimate}`;
  if (risk.rule === undefined) return guess;
  const word = (rule: Score["rule"]) => (rule === null ? "no answer" : rule ? "yes" : "no");
  const turned = before.rule === after.rule ? "" : `, instead of ${word(before.rule)}`;
  return `; the rule: ${word(after.rule)}${turned}${guess}`;
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
  const unit = column?.unit ?? "";
  const power = /^\p{Sc}$/u.test(unit) ? 2 : 1;
  const steps = isWhole ? Math.min(STEPS, high - low || 1) : STEPS;
  const valueAt = (position: number) => {
    const value = low + (high - low) * (position / steps) ** power;
    // as many digits as an address need hold
    return isWhole ? Math.round(value) : Number(value.toPrecision(6));
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
    const format = isWhole ? ",d" : ",.3~r";
    output.textContent = withSign(unit)(value, format);
    input.setAttribute("aria-valuetext", withUnit(unit)(value, format));
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
  label.append(element("span", {}, column?.label ?? variable.name), input, output);
  return label;
}
