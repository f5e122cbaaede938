import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {money} from "../../lib/narrative/money.js";
import {type Condition, labelByRule} from "../../lib/risk/labelByRule.js";
import {element} from "../elements/element.js";

/** A variable that a rule can use. */
export interface RuleVariable {
  name: string;
  label: string;
  unit: string;
  /** Variables that it is made of, itself if none: a label that uses it is defined by them. */
  madeOf: readonly string[];
}

/** A rule that a reader can choose, with the values that it begins with. */
export interface RulePreset {
  name: string;
  conditions: readonly Condition[];
  /** True where the reader may add and remove conditions. */
  isOpen?: boolean;
}

/** The chosen label. */
export interface ChosenLabel {
  conditions: readonly Condition[];
  /** 1 where the label holds. */
  y: Uint8Array;
  definedBy: string[];
  /** The rule in words. */
  sentence: string;
}

type Columns = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Chooses a label: one of several rules, with a slider for each of its values; the open rule has a line for every
 * variable. It is an input: its value is the label, and it says `input` when the label changes.
 */
export function RiskLabelInput(
  columns: Columns,
  variables: readonly RuleVariable[],
  presets: readonly RulePreset[],
): HTMLElement & {value: ChosenLabel} {
  const chosen = presets.map(({conditions}) => conditions.map((condition) => ({...condition})));
  let current = 0;
  const form = element("div", {class: "rule-input"});
  const read = (): ChosenLabel => chosenLabel(columns, variables, chosen[current]);
  const root = Object.assign(form, {value: read()});
  const update = () => {
    root.value = read();
    sentence.textContent = `${root.value.sentence}.`;
  };
  const choice = document.createElement("fieldset");
  choice.append(
    Object.assign(document.createElement("legend"), {textContent: "Call a customer high-risk if"}),
  );
  for (const [i, {name}] of presets.entries()) {
    const radio = Object.assign(document.createElement("input"), {
      type: "radio",
      name: "rule",
      checked: i === 0,
    });
    radio.addEventListener("change", () => {
      current = i;
      showConditions();
      update();
      root.dispatchEvent(new Event("input", {bubbles: true}));
    });
    const label = document.createElement("label");
    label.append(radio, ` ${name}`);
    choice.append(label);
  }
  const lines = element("div", {class: "rule-lines"});
  const sentence = element("p", {class: "rule-sentence", "aria-live": "polite"});
  const showConditions = () => {
    const {isOpen = false} = presets[current];
    lines.replaceChildren(
      ...(isOpen
        ? variables.map((variable) => openLine(columns, variable, chosen[current], update))
        : chosen[current].map((condition) => {
            const variable = variables.find(({name}) => name === condition.variable);
            return variable === undefined ? "" : slider(columns, variable, condition, update);
          })),
    );
  };
  root.append(choice, lines, sentence);
  showConditions();
  update();
  return root;
}

function chosenLabel(
  columns: Columns,
  variables: readonly RuleVariable[],
  conditions: readonly Condition[],
): ChosenLabel {
  const rows = columns[variables[0].name].length;
  const parts = conditions.map(({variable, comparison, value}) => {
    const found = variables.find(({name}) => name === variable);
    return {found, words: `${found?.label.toLowerCase()} ${comparison} ${amount(value, found?.unit ?? "")}`};
  });
  return {
    conditions: conditions.map((condition) => ({...condition})),
    // No condition is no rule: it flags nobody.
    y: conditions.length === 0 ? new Uint8Array(rows) : labelByRule(columns, rows, conditions),
    definedBy: [...new Set(parts.flatMap(({found}) => found?.madeOf ?? []))],
    sentence:
      parts.length === 0
        ? "No condition is chosen, so nobody is flagged"
        : `Flagged: ${parts.map(({words}) => words).join(", and ")}`,
  };
}

/** A line of the open rule: whether and how the variable counts, and its value. */
function openLine(
  columns: Columns,
  variable: RuleVariable,
  conditions: Condition[],
  update: () => void,
): HTMLElement {
  const present = conditions.find((condition) => condition.variable === variable.name);
  const condition: Condition = present ?? {
    variable: variable.name,
    comparison: "below",
    value: middle(columns[variable.name]),
  };
  const select = document.createElement("select");
  select.setAttribute("aria-label", `How ${variable.label.toLowerCase()} counts`);
  for (const option of ["does not count", "below", "at least"]) select.add(new Option(option, option));
  select.value = present?.comparison ?? "does not count";
  const range = slider(columns, variable, condition, update);
  range.hidden = present === undefined;
  select.addEventListener("input", () => {
    const at = conditions.indexOf(condition);
    if (at >= 0) conditions.splice(at, 1);
    range.hidden = select.value === "does not count";
    if (select.value === "below" || select.value === "at least") {
      condition.comparison = select.value;
      conditions.push(condition);
    }
    update();
  });
  const line = element("div", {class: "rule-line"});
  const name = element("span", {class: "rule-name"}, variable.label);
  line.append(name, select, range);
  return line;
}

function slider(
  columns: Columns,
  variable: RuleVariable,
  condition: Condition,
  update: () => void,
): HTMLElement {
  const values = columns[variable.name];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const range = Object.assign(document.createElement("input"), {
    type: "range",
    min: String(low),
    max: String(high),
    step: String(high - low > 1000 ? 1000 : 1),
    value: String(condition.value),
  });
  const output = document.createElement("output");
  const text = () => `${condition.comparison} ${amount(condition.value, variable.unit)}`;
  range.setAttribute("aria-label", variable.label);
  const show = () => {
    output.textContent = text();
    range.setAttribute("aria-valuetext", text());
  };
  range.addEventListener("input", () => {
    condition.value = Number(range.value);
    show();
    update();
  });
  show();
  const label = document.createElement("label");
  label.className = "rule-slider";
  label.append(element("span", {}, variable.label), range, output);
  return label;
}

function amount(value: number, unit: string): string {
  return /^\p{Sc}$/u.test(unit) ? money(unit)(value, ",.0f") : `${formatFigure(value, ",")} ${unit}`.trim();
}

function middle(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length / 2)];
}
