import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

type Columns = Readonly<Record<string, readonly (string | number | boolean | null)[]>>;

/** Fewer customers than these are not counted out: their numbers would point at them. */
const FEWEST = 10;

/**
 * A choice of levels for each column that describes the customers, and how the customers chosen fall into the segments. Within
 * a column several levels are joined, between columns all must hold; a column without a choice chooses nobody out. Where rows
 * are published without these columns, a sentence says so.
 */
export function LevelFilter(
  customers: Columns,
  described: readonly {name: string; label: string}[],
  segments: readonly {segment: string; name: string}[],
): HTMLElement {
  const columns = described.filter(({name}) => customers[name]?.some((level) => level !== null));
  if (columns.length === 0)
    return element(
      "p",
      {class: "hint"},
      "Rows are published in groups of customers, without the columns that describe them: here is nothing to choose by. “Who they are” has the counts for each level.",
    );
  const answer = element("div", {"aria-live": "polite"});
  const fields = columns.map(({name, label}) => {
    const levels = [...new Set(customers[name].filter((level) => level !== null).map(String))].sort((a, b) =>
      a.localeCompare(b, "en", {numeric: true}),
    );
    const boxes = levels.map((level) => element("input", {type: "checkbox", value: level}));
    const choices = boxes.map((box, i) => element("label", {}, box, ` ${levels[i]} `));
    return {name, boxes, field: element("fieldset", {}, element("legend", {}, label), ...choices)};
  });
  const show = () => {
    const chosen = customers.segment.flatMap((_, row) => {
      const isChosen = fields.every(({name, boxes}) => {
        const levels = boxes.filter(({checked}) => checked).map(({value}) => value);
        return levels.length === 0 || levels.includes(String(customers[name][row]));
      });
      return isChosen ? [row] : [];
    });
    answer.replaceChildren(...describe(chosen, customers, segments));
  };
  for (const {field} of fields) field.addEventListener("input", show);
  show();
  return element("div", {class: "level-filter"}, ...fields.map(({field}) => field), answer);
}

function describe(
  chosen: readonly number[],
  customers: Columns,
  segments: readonly {segment: string; name: string}[],
): HTMLElement[] {
  const all = customers.segment.length;
  if (chosen.length < FEWEST)
    return [element("p", {}, `Fewer than ${FEWEST} customers: choose more levels.`)];
  const rows = segments.map(({segment, name}) => {
    const inSegment = chosen.filter((row) => customers.segment[row] === segment).length;
    const ofAll = customers.segment.filter((value) => value === segment).length;
    return [
      name,
      formatFigure(inSegment, ",d"),
      formatFigure(inSegment / chosen.length, ".1%"),
      formatFigure(ofAll / all, ".1%"),
    ];
  });
  return [
    element(
      "p",
      {},
      `${formatFigure(chosen.length, ",d")} customers, ${formatFigure(chosen.length / all, ".1%")} of all.`,
    ),
    NumberTable(["Group", "Customers", "Share of those chosen", "Share of all customers"], rows),
  ];
}
