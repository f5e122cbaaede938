import {rangeText} from "../../lib/input/numberRange.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {cellReader, type ReadCell} from "../../lib/scoring/cellReader.js";
import type {SavedColumn, SavedDescribing, SavedModel, SavedVariable} from "../../lib/scoring/savedModel.js";
import {element} from "../elements/element.js";
import {fieldInAddress, putFieldInAddress} from "./scoreInAddress.js";

/**
 * A customer as the form has it: values by variable, null where left empty, and levels of what describes; undefined while a
 * field is wrong.
 */
export type Customer = Record<string, number | string | null> | undefined;

/**
 * A form for one customer, filled with what the page's address says, else with the median of each variable. Each field is held against the contract of the data
 * set as it is typed. It is an input: its value is the customer.
 */
export function CustomerForm(model: SavedModel): HTMLElement & {value: Customer} {
  const form = element("div", {class: "customer-form"});
  const state = element("p", {class: "score-summary", role: "status"});
  const values: Record<string, number | string | null> = {};
  const wrong = new Set<string>();
  const root = Object.assign(form, {value: undefined as Customer});
  const read = (): Customer => (wrong.size > 0 ? undefined : {...values});
  for (const variable of model.variables) {
    const column = model.columns.find(({name}) => name === variable.name);
    if (column === undefined) continue;
    root.append(
      field(column, variable, model, (value) => {
        if (value === undefined) wrong.add(column.label);
        else {
          wrong.delete(column.label);
          values[variable.name] = value;
        }
        state.textContent = wrong.size === 0 ? "" : `To see a score, correct: ${[...wrong].join(", ")}.`;
        root.value = read();
      }),
    );
  }
  for (const column of model.describing ?? []) {
    root.append(
      levelField(column, model.dataset, (level) => {
        values[column.name] = level;
        root.value = read();
      }),
    );
  }
  root.append(state);
  root.value = read();
  return root;
}

/** One labelled field with its unit and, where needed, what is wrong with it. */
function field(
  column: SavedColumn,
  variable: SavedVariable,
  {dataset, dialect}: SavedModel,
  set: (value: number | null | undefined) => void,
): HTMLElement {
  const read = cellReader(column, dialect);
  const label = document.createElement("label");
  const input = document.createElement("input");
  const message = document.createElement("span");
  const id = `${dataset}-${column.name}`;
  const start =
    fieldInAddress(dataset, column.name) ??
    String(startValue(variable, column)).replace(".", dialect.decimal);
  Object.assign(input, {type: "text", inputMode: "decimal", autocomplete: "off", id, value: start});
  input.setAttribute("aria-describedby", `${id}-message`);
  Object.assign(message, {id: `${id}-message`, className: "field-message"});
  label.htmlFor = id;
  label.title = column.definition;
  label.append(column.label);
  const unit = unitAfter(column);
  if (unit !== "") label.append(element("span", {class: "unit"}, ` ${unit}`));
  const take = () => {
    const cell = read(input.value);
    const isWrong = !("value" in cell);
    input.setAttribute("aria-invalid", String(isWrong));
    message.textContent = remark(cell, column, variable);
    set(isWrong ? undefined : cell.value);
  };
  input.addEventListener("input", () => {
    putFieldInAddress(dataset, column.name, input.value);
    take();
  });
  take();
  const cell = document.createElement("div");
  cell.className = "field";
  cell.append(label, input, message);
  return cell;
}

/** A choice among the levels of a column that describes. */
function levelField(
  {name, label, levels, reference}: SavedDescribing,
  dataset: string,
  set: (level: string) => void,
): HTMLElement {
  const select = document.createElement("select");
  const title = document.createElement("label");
  const cell = document.createElement("div");
  select.id = `${dataset}-${name}`;
  title.htmlFor = select.id;
  title.append(label);
  const given = fieldInAddress(dataset, name);
  const start = given !== null && levels.includes(given) ? given : reference;
  for (const level of levels) select.append(new Option(level, level, level === reference, level === start));
  select.addEventListener("input", () => {
    putFieldInAddress(dataset, name, select.value);
    set(select.value);
  });
  set(start);
  cell.className = "field";
  cell.append(title, select);
  return cell;
}

/** What is wrong with a value, or unusual about it; nothing where it is like those of the data. */
function remark(cell: ReadCell, {expected}: SavedColumn, {lowest, highest}: SavedVariable): string {
  if (!("value" in cell)) return `Found ${cell.found}; expected ${cell.expected}. ${cell.remedy}`;
  if (cell.value === null) return "Empty: the median is used.";
  if (cell.value < lowest || cell.value > highest) {
    const [from, to] = [lowest, highest].map((end) => formatFigure(end, ",.2~f"));
    return `Used, but outside the data, which range from ${from} to ${to}: the models have seen nothing like it.`;
  }
  return cell.isUnexpected && expected !== undefined
    ? `Used, but unusual: expected${rangeText(expected)}.`
    : "";
}

/** The unit as it reads after the label: "Branch visits" and "visits a year" share a word. */
function unitAfter({label, unit}: SavedColumn): string {
  const last = label.split(" ").at(-1)?.toLowerCase() ?? "";
  return unit.toLowerCase().startsWith(last) ? unit.slice(last.length).trim() : unit;
}

/** The median without the last digits that a sum of two middles may have; of whole numbers a whole one. */
function startValue({median}: SavedVariable, {type}: SavedColumn): number {
  return type === "integer" ? Math.round(median) : Number(median.toFixed(6));
}
