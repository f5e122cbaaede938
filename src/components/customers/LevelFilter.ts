import {rollup, sum} from "npm:d3";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";
import {type ChosenInSegment, countChosen, type LevelCount, type PairCount} from "./levelCounts.js";

/** Columns that may be crossed: the published counts cross no more. */
const MOST = 2;

interface Segment {
  segment: string;
  name: string;
  /** `null` where it is withheld. */
  customers: number | null;
}

/**
 * A choice of levels of one or two columns that describe the customers, and how the customers chosen fall into the segments:
 * read from published counts, as the rows of a bank's own customers are published without these columns. Within a column several
 * levels are joined, between columns both must hold; a column of which all levels are chosen chooses nobody out.
 *
 * @param levels counts by segment and level
 * @param pairs loads the counts of two columns, when they are first needed
 */
export function LevelFilter(
  described: readonly {name: string; label: string}[],
  segments: readonly Segment[],
  levels: readonly LevelCount[],
  pairs: () => Promise<readonly PairCount[]>,
): HTMLElement {
  const answer = element("div", {"aria-live": "polite"});
  const fields = described.map(({name, label}) => {
    const names = [...new Set(levels.flatMap((row) => (row.variable === name ? row.level : [])))];
    const boxes = names.map((level) => element("input", {type: "checkbox", value: level}));
    const choices = boxes.map((box, i) => element("label", {}, box, ` ${names[i]} `));
    return {name, boxes, field: element("fieldset", {}, element("legend", {}, label), ...choices)};
  });
  const all = segments.map(({segment, customers}) => ({
    segment,
    customers: customers ?? 0,
    isWithheld: customers === null,
  }));
  let asked = 0;
  const show = async () => {
    const turn = ++asked;
    const choices = fields.flatMap(({name, boxes}) => {
      const chosen = boxes.filter(({checked}) => checked).map(({value}) => value);
      return chosen.length === 0 || chosen.length === boxes.length ? [] : [{name, levels: chosen}];
    });
    for (const {name, field} of fields)
      field.disabled = choices.length >= MOST && !choices.some((choice) => choice.name === name);
    const counts = choices.length < MOST ? levels : await pairs();
    // somebody chose again while the counts were loading
    if (turn !== asked) return;
    const ids = segments.map(({segment}) => segment);
    const chosen = choices.length === 0 ? all : countChosen(ids, choices, counts);
    answer.replaceChildren(...describe(chosen, all, segments));
  };
  for (const {field} of fields) field.addEventListener("input", show);
  show();
  const hint = "Levels of one column are joined. Two columns can be crossed; clear one to choose by another.";
  return element(
    "div",
    {class: "level-filter"},
    ...(described.length > MOST ? [element("p", {class: "hint"}, hint)] : []),
    ...fields.map(({field}) => field),
    answer,
  );
}

function countOf({customers, isWithheld}: ChosenInSegment): string {
  const count = formatFigure(customers, ",d");
  if (!isWithheld) return count;
  return customers === 0 ? "withheld" : `at least ${count}`;
}

function describe(
  chosen: readonly ChosenInSegment[],
  all: readonly ChosenInSegment[],
  segments: readonly Segment[],
): HTMLElement[] {
  const total = sum(chosen, ({customers}) => customers);
  const ofAll = sum(all, ({customers}) => customers);
  const isWithheld = chosen.some((part) => part.isWithheld);
  if (total === 0)
    return [
      element(
        "p",
        {},
        isWithheld
          ? "So few customers that their counts are withheld. Choose more levels."
          : "No customer is like this.",
      ),
    ];
  const shares = rollup(
    all,
    ([part]) => (part.isWithheld ? "" : formatFigure(part.customers / ofAll, ".1%")),
    ({segment}) => segment,
  );
  const rows = chosen.map((part, i) => [
    segments[i].name,
    countOf(part),
    ...(isWithheld ? [] : [formatFigure(part.customers / total, ".1%")]),
    shares.get(part.segment) ?? "",
  ]);
  const count = formatFigure(total, ",d");
  const sentence = isWithheld
    ? `At least ${count} customers. Counts below ten are withheld, with others that would give them away, so the shares of the groups are not known.`
    : `${count} customers, ${formatFigure(total / ofAll, ".1%")} of all.`;
  return [
    element("p", {}, sentence),
    NumberTable(
      ["Group", "Customers", ...(isWithheld ? [] : ["Share of those chosen"]), "Share of all customers"],
      rows,
    ),
  ];
}
