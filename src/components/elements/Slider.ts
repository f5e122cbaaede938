import {element} from "./element.js";

export interface SliderOptions {
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** How the value is written. */
  format: (value: number) => string;
}

/** A labelled slider; its value is a number, and it says `input` when it changes. */
export function Slider({label, min, max, step, value, format}: SliderOptions): HTMLElement & {value: number} {
  const input = element("input", {type: "range", min: `${min}`, max: `${max}`, step: `${step}`});
  input.value = `${value}`;
  const output = element("output", {}, format(value));
  const root = Object.assign(element("label", {class: "slider"}, element("span", {}, label), input, output), {
    value,
  });
  input.addEventListener("input", () => {
    root.value = Number(input.value);
    output.textContent = format(root.value);
  });
  return root;
}
