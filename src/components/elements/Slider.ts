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

/** A slider's number, and the way back to the one that it began with. */
export type SliderElement = HTMLElement & {value: number; reset(): void};

/** A labelled slider; its value is a number, and it says `input` when it changes. */
export function Slider({label, min, max, step, value, format}: SliderOptions): SliderElement {
  const input = element("input", {type: "range", min: `${min}`, max: `${max}`, step: `${step}`});
  input.value = `${value}`;
  // without it a screen reader says the bare number
  input.setAttribute("aria-valuetext", format(value));
  const output = element("output", {}, format(value));
  const root = Object.assign(element("label", {class: "slider"}, element("span", {}, label), input, output), {
    value,
    reset: () => {
      input.value = `${value}`;
      input.dispatchEvent(new Event("input", {bubbles: true}));
    },
  });
  input.addEventListener("input", () => {
    root.value = Number(input.value);
    output.textContent = format(root.value);
    input.setAttribute("aria-valuetext", format(root.value));
  });
  return root;
}
