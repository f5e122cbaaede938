import type {GroupsAnswer} from "../../lib/lab/labAnswers.js";
import type {LabChapter} from "../../lib/lab/labChapter.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {LabFlows} from "./LabFlows.js";

const count = (value: number) => formatFigure(value, ",d");

/** The groups: what became of the published ones, and what the new ones are like. */
export function LabGroups(answer: GroupsAnswer, chapter: LabChapter, width: number): Element[] {
  const {agreement, moved, customers, silhouette, publishedSilhouette} = answer;
  const share = formatFigure(moved / customers, ".1%");
  return [
    element(
      "p",
      {},
      element("strong", {}, `${count(moved)} of ${count(customers)} customers (${share})`),
      moved === 1 ? " is" : " are",
      " in another group than before. ",
      Number.isNaN(agreement)
        ? ""
        : `Agreement with the published groups (adjusted Rand index, 1 is the same): ${formatFigure(agreement, ".3f")}. `,
      `Mean silhouette: ${formatFigure(silhouette, ".3f")}, published ${formatFigure(publishedSilhouette, ".3f")}.`,
    ),
    LabFlows(answer, width),
    element("div", {class: "table-scroll", tabindex: "0"}, profileTable(answer, chapter)),
  ];
}

/** The means of each group, and below them those of the published group that it is paired with. */
function profileTable({variables, groups, published}: GroupsAnswer, chapter: LabChapter): HTMLElement {
  const before = (pairedWith: number) => (pairedWith < 0 ? undefined : published[pairedWith]);
  const head = element(
    "tr",
    {},
    element("th", {scope: "col"}, "Mean of"),
    ...groups.map(({name, pairedWith}) => {
      const was = before(pairedWith)?.name;
      const note = was === undefined ? "new" : was === name ? "" : `was ${was}`;
      return element("th", {scope: "col"}, name, ...(note === "" ? [] : [small(note)]));
    }),
  );
  const sizes = element(
    "tr",
    {},
    element("th", {scope: "row"}, "Customers"),
    ...groups.map((group) => cell(group.customers, before(group.pairedWith)?.customers, ",d")),
  );
  const rows = variables.map((name, j) => {
    const variable = chapter.variables.find((each) => each.name === name);
    return element(
      "tr",
      {},
      element("th", {scope: "row"}, variable?.label ?? name),
      ...groups.map(({means, pairedWith}) =>
        cell(means[j], before(pairedWith)?.means[j], Math.abs(means[j]) >= 100 ? ",.0f" : ",.2f"),
      ),
    );
  });
  return element(
    "table",
    {class: "lab-profiles"},
    element("thead", {}, head),
    element("tbody", {}, sizes, ...rows),
  );
}

function cell(now: number, was: number | undefined, format: string): HTMLElement {
  const text = formatFigure(now, format);
  const before = was === undefined ? text : formatFigure(was, format);
  return element("td", {}, text, ...(before === text ? [] : [small(`was ${before}`)]));
}

function small(text: string): HTMLElement {
  return element("small", {}, text);
}
