import * as Plot from "npm:@observablehq/plot";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {money} from "../../lib/narrative/money.js";
import type {ConfusionMatrix} from "../../lib/statistics/measures/confusionMatrix.js";
import {describedChart} from "../elements/describedChart.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

/** What a wrong call costs, in the data set's currency: the reader's assumption. */
export interface Costs {
  falseAlarm: number;
  miss: number;
}

/**
 * The confusion matrix at a threshold that the reader moves, and what its errors cost at prices that the reader sets.
 *
 * @param matrices one for each threshold, ascending
 * @param currency sign of the data set's currency
 */
export function ThresholdCosts(
  matrices: readonly ConfusionMatrix[],
  {width, costs: {falseAlarm, miss}, currency}: {width: number; costs: Costs; currency: string},
): HTMLElement {
  const root = element("div", {class: "threshold-costs"});
  const amount = money(currency);
  const prices = {falseAlarm, miss};
  let at = matrices.findIndex(({threshold}) => threshold >= 0.5);
  const slider = labelled("Flag from a probability of", "range", {
    min: 0,
    max: matrices.length - 1,
    step: 1,
    value: at,
  });
  const alarmPrice = labelled(`A false alarm costs (${currency})`, "number", {
    min: 0,
    step: 10,
    value: falseAlarm,
  });
  const missPrice = labelled(`A missed customer costs (${currency})`, "number", {
    min: 0,
    step: 10,
    value: miss,
  });
  const inputs = element("div", {class: "threshold-inputs"});
  inputs.append(slider.label, alarmPrice.label, missPrice.label);
  const result = element("div", {"aria-live": "polite"});
  const picture = document.createElement("div");
  const show = () => {
    const cost = (matrix: ConfusionMatrix) =>
      matrix.falsePositives * prices.falseAlarm + matrix.falseNegatives * prices.miss;
    const cheapest = matrices.reduce((best, matrix) => (cost(matrix) < cost(best) ? matrix : best));
    const matrix = matrices[at];
    slider.output.textContent = formatFigure(matrix.threshold, ".2f");
    slider.input.setAttribute("aria-valuetext", formatFigure(matrix.threshold, ".2f"));
    const sentence = document.createElement("p");
    sentence.textContent = `At these prices the errors cost ${amount(cost(matrix), ",.0f")}; at the best threshold, ${formatFigure(cheapest.threshold, ".2f")}, they would cost ${amount(cost(cheapest), ",.0f")}.`;
    result.replaceChildren(confusionTable(matrix), sentence);
    const title = `The errors cost least when customers are flagged from ${formatFigure(cheapest.threshold, ".2f")}`;
    picture.replaceChildren(
      element("p", {class: "chart-title"}, title),
      costLine(matrices, cost, {current: matrix, cheapest}, {width, currency}),
    );
  };
  slider.input.addEventListener("input", () => {
    at = Number(slider.input.value);
    show();
  });
  for (const [key, {input}] of [
    ["falseAlarm", alarmPrice],
    ["miss", missPrice],
  ] as const)
    input.addEventListener("input", () => {
      if (!input.validity.valid || input.value === "") return;
      prices[key] = Number(input.value);
      show();
    });
  root.append(inputs, result, picture);
  show();
  return root;
}

function confusionTable(matrix: ConfusionMatrix): HTMLElement {
  const {truePositives, falsePositives, falseNegatives, trueNegatives} = matrix;
  const count = (value: number) => formatFigure(value, ",d");
  return NumberTable(
    ["Confusion matrix", "With the label", "Without it"],
    [
      ["Flagged", count(truePositives), `${count(falsePositives)} false alarms`],
      ["Not flagged", `${count(falseNegatives)} missed`, count(trueNegatives)],
    ],
  );
}

function costLine(
  matrices: readonly ConfusionMatrix[],
  cost: (matrix: ConfusionMatrix) => number,
  {current, cheapest}: {current: ConfusionMatrix; cheapest: ConfusionMatrix},
  {width, currency}: {width: number; currency: string},
): Element {
  const amount = money(currency);
  const chart = Plot.plot({
    width: Math.min(width, 560),
    height: 220,
    marginLeft: 66,
    marginBottom: 44,
    style: {fontSize: "13px"},
    x: {
      label: "Threshold: flag from this probability",
      labelAnchor: "center",
      labelArrow: "none",
      domain: [0, 1],
      ticks: 5,
    },
    y: {
      label: `↑ Cost of the errors (${currency})`,
      labelArrow: "none",
      grid: true,
      zero: true,
      ticks: 4,
      tickFormat: (value: number) => amount(value, "~s"),
    },
    marks: [
      Plot.line(matrices, {x: "threshold", y: cost, stroke: "currentColor", strokeWidth: 2}),
      Plot.ruleX([current.threshold], {stroke: "currentColor", strokeDasharray: "4,4"}),
      Plot.dot([cheapest], {x: "threshold", y: cost, r: 5, fill: "var(--flag)"}),
    ],
  });
  const price = (matrix: ConfusionMatrix) => amount(cost(matrix), ",.0f");
  return describedChart(
    chart,
    `Line of the cost of the errors by threshold. At ${formatFigure(current.threshold, ".2f")}: ${price(current)}. Least, at ${formatFigure(cheapest.threshold, ".2f")}: ${price(cheapest)}.`,
  );
}

function labelled(text: string, type: "range" | "number", attributes: Readonly<Record<string, number>>) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = type;
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, String(value));
  input.value = String(attributes.value);
  const output = document.createElement("output");
  label.append(element("span", {}, text), input);
  if (type === "range") label.append(output);
  return {label, input, output};
}
