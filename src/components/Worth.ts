import {formatFigure} from "../lib/formatFigure.js";
import {type Assumptions, breakEvenResponse, worthOf} from "../lib/worthOf.js";

/** A row of the published table `targets`. */
export interface TargetRow extends Assumptions {
  target: string;
  margin_meaning: string;
}

interface Slider {
  name: "response" | "change" | "margin" | "cost";
  label: string;
  max: number;
  step: number;
  format: string;
}

const sliders: readonly Slider[] = [
  {name: "response", label: "Respond, of those asked", max: 1, step: 0.01, format: ".0%"},
  {name: "change", label: "Change for one who responds", max: 1, step: 0.01, format: ".0%"},
  {name: "margin", label: "Worth of one dollar of it", max: 0.2, step: 0.005, format: "$.3f"},
  {name: "cost", label: "Cost of asking one customer", max: 20, step: 0.1, format: "$.2f"},
];

/**
 * What a recommendation brings under assumptions that the reader can move.
 *
 * @param target the recommendation with the report's assumptions
 */
export function Worth(target: TargetRow): HTMLElement {
  const moved: TargetRow = {...target};
  const root = document.createElement("details");
  root.className = "worth";
  root.append(element("summary", "Move the assumptions"));
  root.append(
    element(
      "p",
      `A dollar of the change is worth ${target.margin_meaning}. None of these four numbers was observed.`,
    ),
  );
  const result = element("p", "");
  result.className = "worth-result";
  result.setAttribute("aria-live", "polite");
  const show = () => {
    result.textContent = verdict(moved);
  };
  for (const slider of sliders)
    root.append(
      sliderRow(slider, moved[slider.name], (value) => {
        moved[slider.name] = value;
        show();
      }),
    );
  root.append(result);
  show();
  return root;
}

function verdict(target: Assumptions): string {
  const least = breakEvenResponse(target);
  const paysIf =
    least > 1
      ? "It cannot pay for itself, whoever responds."
      : `It pays for itself if ${formatFigure(least, ".1%")} respond.`;
  return `Worth ${formatFigure(worthOf(target), "$,.0f")} over the period. ${paysIf}`;
}

function sliderRow({label, max, step, format}: Slider, start: number, move: (value: number) => void) {
  const row = element("label", "");
  const input = document.createElement("input");
  Object.assign(input, {type: "range", min: "0", max: String(max), step: String(step), value: String(start)});
  const output = element("output", formatFigure(start, format));
  input.addEventListener("input", () => {
    output.textContent = formatFigure(input.valueAsNumber, format);
    move(input.valueAsNumber);
  });
  row.append(element("span", label), input, output);
  return row;
}

function element(name: string, text: string): HTMLElement {
  return Object.assign(document.createElement(name), {textContent: text});
}
