import {create} from "npm:d3";
import {cellReader} from "../lib/scoring/cellReader.js";
import type {SavedColumn, SavedModel, SavedVariable} from "../lib/scoring/savedModel.js";

/** A customer as the form has it: values by variable, null where left empty; undefined while a field is wrong. */
export type Customer = Record<string, number | null> | undefined;

/**
 * A form for one customer, filled with the median of each variable. Each field is held against the contract of the data
 * set as it is typed. It is an input: its value is the customer.
 */
export function CustomerForm(model: SavedModel): HTMLElement & {value: Customer} {
  const form = create("div").attr("class", "customer-form").node() as HTMLDivElement;
  const values: Record<string, number | null> = {};
  const wrong = new Set<string>();
  const root = Object.assign(form, {value: undefined as Customer});
  const read = (): Customer => (wrong.size > 0 ? undefined : {...values});
  for (const variable of model.variables) {
    const column = model.columns.find(({name}) => name === variable.name);
    if (column === undefined) continue;
    values[variable.name] = startValue(variable);
    root.append(
      field(column, variable, model, (value) => {
        if (value === undefined) wrong.add(variable.name);
        else {
          wrong.delete(variable.name);
          values[variable.name] = value;
        }
        root.value = read();
      }),
    );
  }
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
  const start = String(startValue(variable)).replace(".", dialect.decimal);
  Object.assign(input, {type: "text", inputMode: "decimal", autocomplete: "off", id, value: start});
  input.setAttribute("aria-describedby", `${id}-message`);
  Object.assign(message, {id: `${id}-message`, className: "field-message"});
  label.htmlFor = id;
  label.title = column.definition;
  label.append(column.label);
  const unit = unitAfter(column);
  if (unit !== "") label.append(create("span").attr("class", "unit").text(` ${unit}`).node() as Node);
  input.addEventListener("input", () => {
    const cell = read(input.value);
    const isWrong = !("value" in cell);
    input.setAttribute("aria-invalid", String(isWrong));
    if (isWrong) message.textContent = `Expected ${cell.expected}.`;
    else if (cell.value === null) message.textContent = "Empty: the median stands in.";
    else message.textContent = cell.isUnexpected ? "Unusual, but used." : "";
    set(isWrong ? undefined : cell.value);
  });
  const cell = document.createElement("div");
  cell.className = "field";
  cell.append(label, input, message);
  return cell;
}

/** The unit as it reads after the label: "Branch visits" and "visits a year" share a word. */
function unitAfter({label, unit}: SavedColumn): string {
  const last = label.split(" ").at(-1)?.toLowerCase() ?? "";
  return unit.toLowerCase().startsWith(last) ? unit.slice(last.length).trim() : unit;
}

/** The median without the last digits that a sum of two middles may have. */
function startValue({median}: SavedVariable): number {
  return Number(median.toFixed(6));
}
