import {element} from "./element.js";

/** What stands in a cell: a text, or a text with what goes with it. */
type CellContent = string | readonly (string | Node)[];

/** A table whose first column names its rows and whose others are numbers; it scrolls sideways where it must. */
export function NumberTable(head: readonly string[], rows: readonly (readonly CellContent[])[]): HTMLElement {
  const headings = head.map((name, i) =>
    element("th", {scope: "col", class: i === 0 ? undefined : "number"}, name),
  );
  const lines = rows.map(([name, ...cells]) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, ...parts(name)),
      ...cells.map((cell) => element("td", {class: "number"}, ...parts(cell))),
    ),
  );
  return element(
    "div",
    {class: "table-scroll", tabindex: "0", role: "region", "aria-label": head[0]},
    element(
      "table",
      {class: "number-table"},
      element("thead", {}, element("tr", {}, ...headings)),
      element("tbody", {}, ...lines),
    ),
  );
}

function parts(content: CellContent): readonly (string | Node)[] {
  return typeof content === "string" ? [content] : content;
}
