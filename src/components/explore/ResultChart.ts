import type {StoredResult} from "../database/StoredResult.js";
import {element} from "../elements/element.js";
import {drawResult} from "./drawResult.js";
import {type ChartChoice, chartTypes, distinct, kindOf, mostSeries, suggestChart} from "./suggestChart.js";

/** Rows that are drawn at most. */
const mostDrawn = 5_000;

/** Whether a reader wants to see charts: the next result opens with one. */
let isOpen = false;

/**
 * A chart of a result, closed until a reader opens it: the type is suggested, and it and its columns can be changed.
 *
 * @param onFailure told where the rows cannot be had
 */
export function ResultChart(result: StoredResult, onFailure: (error: unknown) => void): HTMLElement {
  const place = element("div", {class: "drawing"});
  const controls = element("div", {class: "actions", role: "group", "aria-label": "Chart"});
  const box = element("details", {class: "result-chart"}, element("summary", {}, "Chart"), controls, place);
  let isBegun = false;
  box.addEventListener("toggle", () => {
    isOpen = box.open;
    if (!box.open || isBegun) return;
    isBegun = true;
    begin().catch(onFailure);
  });
  box.open = isOpen;

  async function begin(): Promise<void> {
    const rows = await result.part({offset: 0, limit: mostDrawn});
    const choice = suggestChart(result.columns, rows);
    if (choice === undefined) {
      place.textContent = "A chart needs two rows and a column of numbers.";
      return;
    }
    const draw = () => show(rows, choice).catch(onFailure);
    controls.replaceChildren(...chartControls(result, rows, choice, draw));
    await draw();
  }

  async function show(rows: readonly (readonly (string | null)[])[], choice: ChartChoice): Promise<void> {
    const {columns} = result;
    const drawing = await drawResult(columns, rows, choice, Math.max(280, place.clientWidth));
    const {type, across, up} = choice;
    const words =
      type === "histogram"
        ? `Histogram of ${columns[across].name}`
        : `${type[0].toUpperCase()}${type.slice(1)}: ${columns[up].name} by ${columns[across].name}`;
    const picture = element(
      "div",
      {role: "img", "aria-label": `${words}. The table has the values.`},
      drawing,
    );
    for (const part of picture.querySelectorAll("svg")) part.setAttribute("aria-hidden", "true");
    const few =
      result.rows > rows.length
        ? [element("p", {}, `The first ${rows.length.toLocaleString("en-US")} rows are drawn.`)]
        : [];
    place.replaceChildren(picture, ...few);
  }
  return box;
}

/** Choices of the type and of the columns; a change draws anew. */
function chartControls(
  {columns}: StoredResult,
  rows: readonly (readonly (string | null)[])[],
  choice: ChartChoice,
  draw: () => void,
): HTMLElement[] {
  const places = columns.map(({name}, i): [string, string] => [String(i), name]);
  const numbers = places.filter((_, i) => kindOf(columns[i]) === "number");
  const groups = places.filter((_, i) => distinct(rows, i) <= mostSeries);
  const type = select(
    "Type",
    chartTypes.map((name) => [name, name]),
    choice.type,
    (value) => {
      choice.type = chartTypes.find((name) => name === value) ?? choice.type;
      if (choice.type === "histogram" && kindOf(columns[choice.across]) === "name") {
        choice.across = choice.up;
        across.select.value = String(choice.across);
      }
      up.label.hidden = choice.type === "histogram";
      draw();
    },
  );
  const across = select("By", places, String(choice.across), (value) => {
    choice.across = Number(value);
    draw();
  });
  const up = select("Values", numbers, String(choice.up), (value) => {
    choice.up = Number(value);
    draw();
  });
  const colour = select("Colour", [["", "none"], ...groups], String(choice.colour ?? ""), (value) => {
    choice.colour = value === "" ? undefined : Number(value);
    draw();
  });
  up.label.hidden = choice.type === "histogram";
  return [type, across, up, colour].map(({label}) => label);
}

function select(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  onChange: (value: string) => void,
): {label: HTMLLabelElement; select: HTMLSelectElement} {
  const made = element(
    "select",
    {},
    ...options.map(([option, text]) => element("option", {value: option}, text)),
  );
  made.value = value;
  made.addEventListener("change", () => onChange(made.value));
  return {label: element("label", {}, `${name} `, made), select: made};
}
