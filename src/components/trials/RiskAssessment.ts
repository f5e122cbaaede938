import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {AssessedModel, Assessment} from "../../lib/risk/assessLabel.js";
import {element} from "../elements/element.js";
import {NumberTable} from "../elements/NumberTable.js";

const measures: readonly [string, (model: AssessedModel) => string][] = [
  ["AUC", ({auc}) => formatFigure(auc.auc, ".3f")],
  ["its 95% interval", ({auc}) => `${formatFigure(auc.lower, ".3f")} to ${formatFigure(auc.upper, ".3f")}`],
  ["Classified correctly, in the sample", ({accuracy}) => formatFigure(accuracy, ".1%")],
  ["Classified correctly, five-fold cross-validated", (model) => foldMean(model, "accuracy", ".1%")],
  ["AUC, five-fold cross-validated", (model) => foldMean(model, "auc", ".3f")],
  ["Average precision", ({averagePrecision}) => formatFigure(averagePrecision, ".3f")],
  ["Brier score", ({brier}) => formatFigure(brier, ".3f")],
  ["Kolmogorov–Smirnov", ({ks}) => formatFigure(ks.statistic, ".3f")],
  ["Gini", ({auc}) => formatFigure(2 * auc.auc - 1, ".3f")],
];

/** How well regressions tell a label: without and with the variables that define it, and the first one's terms. */
export function RiskAssessment(
  assessment: Assessment | undefined,
  labels: ReadonlyMap<string, string>,
): HTMLElement {
  const root = element("div", {class: "assessment"});
  if (assessment === undefined) {
    root.append(note("The rule flags nearly everybody or nearly nobody: there is nothing to model."));
    return root;
  }
  const {honest, leaking, positives, rows} = assessment;
  const share = formatFigure(positives / rows, ".1%");
  root.append(
    note(
      `It flags ${formatFigure(positives, ",d")} of ${formatFigure(rows, ",d")} customers, ${share}. Saying the more frequent answer of everybody is right for ${formatFigure(Math.max(positives, rows - positives) / rows, ".1%")}.`,
    ),
  );
  if (honest === undefined)
    root.append(note("The rule uses every variable: a model that may not see them has nothing left to see."));
  root.append(
    NumberTable(
      ["Measure", "Without the rule’s variables", "With those variables"],
      measures.map(([name, of]) => [name, honest === undefined ? "" : of(honest), of(leaking)]),
    ),
  );
  for (const [model, words] of [
    [honest, "without the rule’s variables"],
    [leaking, "with those variables"],
  ] as const)
    if (model !== undefined && model.separation !== "none")
      root.append(
        note(
          `Separated: the model ${words} tells the label ${model.separation === "complete" ? "without any error" : "without error but for customers on the border"}. No finite coefficients exist, so this fit is penalised.`,
        ),
      );
  if (honest !== undefined) root.append(terms(honest, labels));
  return root;
}

function terms({terms: rows}: AssessedModel, labels: ReadonlyMap<string, string>): HTMLElement {
  const decimal = (value: number, format: string) =>
    Number.isFinite(value) ? formatFigure(value, format) : "";
  return NumberTable(
    [
      "Variable",
      "Coefficient",
      "Standard error",
      "95% interval",
      "Odds ratio",
      "its interval",
      "Variance inflation",
    ],
    rows.map(({term, coefficient, standardError, lower, upper, inflation}) => [
      labels.get(term) ?? "(intercept)",
      decimal(coefficient, "+.3f") || "left out: it follows from others",
      decimal(standardError, ".3f"),
      `${decimal(lower, "+.2f")} to ${decimal(upper, "+.2f")}`,
      decimal(Math.exp(coefficient), ".2f"),
      `${decimal(Math.exp(lower), ".2f")} to ${decimal(Math.exp(upper), ".2f")}`,
      decimal(inflation, ".2f"),
    ]),
  );
}

function foldMean({crossValidation}: AssessedModel, measure: "auc" | "accuracy", format: string): string {
  if (crossValidation === undefined) return "too few customers";
  const {folds} = crossValidation;
  return formatFigure(folds.reduce((sum, fold) => sum + fold[measure], 0) / folds.length, format);
}

function note(text: string): HTMLElement {
  return element("p", {class: "assessment-note"}, text);
}
