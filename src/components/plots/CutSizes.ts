import {element} from "../elements/element.js";

/**
 * How many customers each cluster of a cut has, in the clusters' colours.
 *
 * @param labels cluster of each row, from 0
 * @param colors of the clusters
 * @param weights customers that each row stands for; one without it
 */
export function CutSizes(
  labels: ArrayLike<number>,
  colors: readonly string[],
  weights?: ArrayLike<number>,
): HTMLElement {
  const sizes = colors.map(() => 0);
  for (let row = 0; row < labels.length; row++) sizes[labels[row]] += weights?.[row] ?? 1;
  return element(
    "p",
    {class: "cut-sizes"},
    ...sizes.map((size, label) => {
      const item = element("span", {}, `■ ${size.toLocaleString("en-US")} `);
      item.style.color = colors[label];
      return item;
    }),
  );
}
