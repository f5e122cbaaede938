import {element} from "../elements/element.js";
import {oneStop} from "../keyboard/oneStop.js";
import type {PageTable} from "./pageTables.js";

/** From this width on there is room for the tree beside the editor. */
const besideEditor = "(min-width: 60rem)";

/**
 * The published tables and their columns, to filter and to take names from: a click puts the name into the query.
 *
 * @param insert puts a name where the cursor is
 */
export function TableTree(tables: readonly PageTable[], insert: (name: string) => void): HTMLElement {
  const filter = element("input", {
    type: "search",
    placeholder: "Filter",
    "aria-label": "Filter tables and columns",
  });
  const found = element("span", {role: "status"});
  const branches = tables.map((table) => branchOf(table, insert));
  const update = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = branches.filter(({show}) => show(words)).length;
    found.textContent = words.length === 0 ? "" : `${shown} of ${branches.length} tables`;
  };
  filter.addEventListener("input", update);
  const list = element("ul", {}, ...branches.map(({item}) => item));
  oneStop(list);
  const tree = element(
    "details",
    {class: "table-tree"},
    element("summary", {}, "Tables and columns"),
    element("div", {class: "filter"}, filter, found),
    list,
  );
  tree.open = matchMedia(besideEditor).matches;
  return tree;
}

/** A table of the tree; its columns are made when they are first seen. */
function branchOf(
  {name, definition, columns}: PageTable,
  insert: (name: string) => void,
): {item: HTMLElement; show: (words: readonly string[]) => boolean} {
  const list = element("ul");
  const details = element("details", {}, element("summary", {title: definition}, name), list);
  const item = element("li", {}, details);
  let leaves: HTMLElement[] | undefined;
  const grow = () => {
    if (leaves !== undefined) return leaves;
    leaves = columns.map((column) => {
      const label = `${column.name}: ${column.definition}`;
      const leaf = nameButton(column.name, label, () => insert(column.name));
      leaf.append(element("small", {}, ` ${column.type.toLowerCase()}`));
      return element("li", {}, leaf);
    });
    list.append(
      element(
        "li",
        {},
        nameButton(`Insert ${name}`, definition, () => insert(name)),
      ),
      ...leaves,
    );
    return leaves;
  };
  details.addEventListener("toggle", () => {
    if (details.open) grow();
  });
  const show = (words: readonly string[]): boolean => {
    const own = words.every((word) => name.toLowerCase().includes(word));
    const matching = columns.map((column) =>
      words.every((word) => `${name}.${column.name}`.toLowerCase().includes(word)),
    );
    const isShown = own || matching.includes(true);
    item.hidden = !isShown;
    if (words.length > 0 && isShown && !own) {
      const grown = grow();
      matching.forEach((matches, i) => {
        grown[i].hidden = !matches;
      });
      details.open = true;
    } else {
      for (const leaf of leaves ?? []) leaf.hidden = false;
      details.open = false;
    }
    return isShown;
  };
  return {item, show};
}

function nameButton(text: string, title: string, onClick: () => void): HTMLButtonElement {
  const button = element("button", {type: "button", title}, text);
  button.addEventListener("click", onClick);
  return button;
}
