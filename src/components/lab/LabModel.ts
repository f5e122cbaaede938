import type {ModelAnswer} from "../../lib/lab/labAnswers.js";
import type {LabChapter} from "../../lib/lab/labChapter.js";
import type {LabSettings} from "../../lib/lab/labSettings.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

/** The risk model: how well it tells the label, and its coefficients beside the published ones. */
export function LabModel(
  answer: ModelAnswer,
  {variables, categories, risk}: LabChapter,
  {rule}: LabSettings,
): HTMLElement[] {
  if (answer.reason !== undefined) return [element("p", {}, answer.reason)];
  const {positives, customers, auc, aucLow, aucHigh, publishedAuc, terms} = answer;
  const labelOf = (term: string) => {
    const [column, ...level] = term.split("=");
    const category = categories.find(({name}) => name === column);
    if (category !== undefined && level.length > 0) return `${category.label}: ${level.join("=")}`;
    return variables.find(({name}) => name === term)?.label ?? term;
  };
  const coefficient = (value: number | null) =>
    value === null || Number.isNaN(value) ? "not in the model" : formatFigure(value, "+.2f");
  return [
    element(
      "p",
      {},
      ...(rule === undefined && risk?.observed === true
        ? [
            `Of ${formatFigure(customers, ",d")} customers with all values, ${formatFigure(positives, ",d")} have the outcome. The model, fitted to them, tells these from the others with an `,
          ]
        : [
            `The rule flags ${formatFigure(positives, ",d")} of ${formatFigure(customers, ",d")} customers with all values. `,
            "Without the variables that define it, the model tells the flagged from the others with an ",
          ]),
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
