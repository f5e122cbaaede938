import type {ModelAnswer} from "../../lib/lab/labAnswers.js";
import type {LabChapter} from "../../lib/lab/labChapter.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

/** The risk model: how well it tells the label, and its coefficients beside the published ones. */
export function LabModel(answer: ModelAnswer, {variables}: LabChapter): HTMLElement[] {
  if (answer.reason !== undefined) return [element("p", {}, answer.reason)];
  const {positives, customers, auc, aucLow, aucHigh, publishedAuc, terms} = answer;
  const labelOf = (term: string) => variables.find(({name}) => name === term)?.label ?? term;
  const coefficient = (value: number | null) =>
    value === null || Number.isNaN(value) ? "not in the model" : formatFigure(value, "+.2f");
  return [
    element(
      "p",
      {},
      `The rule flags ${formatFigure(positives, ",d")} of ${formatFigure(customers, ",d")} customers with all values. `,
      "Without the variables that define it, the model tells the flagged from the others with an ",
      element("strong", {}, `AUC of ${formatFigure(auc, ".3f")}`),
      ` (${formatFigure(aucLow, ".3f")} to ${formatFigure(aucHigh, ".3f")})`,
      publishedAuc === null ? "." : `, published ${formatFigure(publishedAuc, ".3f")}.`,
    ),
    NumberTable(
      ["Coefficient of one standard deviation", "Now", "Published"],
      terms.map(({term, coefficient: now, published}) => [
        labelOf(term),
        coefficient(now),
        coefficient(published),
      ]),
    ),
  ];
}
