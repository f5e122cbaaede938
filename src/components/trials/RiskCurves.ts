import type {Row} from "../../lib/narrative/chartDefinition.js";
import {formatFigure} from "../../lib/narrative/formatFigure.js";
import type {AssessedModel, Assessment} from "../../lib/risk/assessLabel.js";
import {describedChart} from "../elements/describedChart.js";
import {element} from "../elements/element.js";
import {Calibration} from "../plots/Calibration.js";
import {Lift} from "../plots/Lift.js";
import {PrecisionRecall} from "../plots/PrecisionRecall.js";
import {RocCurves} from "../plots/RocCurves.js";

/** The four pictures of an assessment: ROC, precision and recall, calibration, lift. */
export function RiskCurves(assessment: Assessment | undefined, {width}: {width: number}): HTMLElement {
  const root = element("div", {class: "risk-curves"});
  if (assessment === undefined) return root;
  const {honest, leaking, positives, rows} = assessment;
  const model = honest ?? leaking;
  const each = width < 640 ? width : width / 2 - 16;
  const roc = [
    ...(honest === undefined ? [] : rocRows(honest, "honest", "without the rule’s variables")),
    ...rocRows(leaking, "leaking", "with them"),
  ];
  const prevalence = positives / rows;
  const calibrated = model.calibration.filter(
    ({predicted, lower, upper}) => predicted >= lower && predicted <= upper,
  ).length;
  const add = (title: string, alt: string, chart: Element) => {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = title;
    figure.append(caption, describedChart(chart, alt));
    root.append(figure);
  };
  const seen = honest === undefined ? "with" : "without";
  const first = model.lift[0]?.lift ?? 0;
  add(
    `Ranking: ${seen} the rule’s variables the area under the ROC curve is ${formatFigure(model.auc.auc, ".3f")}`,
    `ROC curves. ${seen === "with" ? "" : `Without the rule’s variables the area is ${formatFigure(model.auc.auc, ".3f")}, `}with them ${formatFigure(leaking.auc.auc, ".3f")}.`,
    RocCurves(roc, {width: each}),
  );
  add(
    `Flagging: precision is ${formatFigure(model.averagePrecision, ".0%")} on average, at random ${formatFigure(prevalence, ".0%")}`,
    `Curve of precision by recall; average precision ${formatFigure(model.averagePrecision, ".3f")}.`,
    PrecisionRecall(
      model.precisionRecall.map((point) => ({...point, prevalence})),
      {width: each},
    ),
  );
  add(
    `Probabilities: ${calibrated} of ${model.calibration.length} groups lie on the diagonal, within their intervals`,
    `Predicted and found shares. ${model.calibration.map(({predicted, observed}) => `${formatFigure(predicted, ".0%")} predicted, ${formatFigure(observed, ".0%")} found`).join("; ")}. Brier score ${formatFigure(model.brier, ".3f")}.`,
    Calibration(
      model.calibration.map(({predicted, observed, lower, upper}) => ({
        predicted,
        observed,
        observed_low: lower,
        observed_high: upper,
      })),
      {width: each},
    ),
  );
  add(
    `Lift: the first tenth has ${formatFigure(first, ".1f")} times the label’s share of all`,
    `Bars of the lift by tenth: ${model.lift.map(({lift}) => formatFigure(lift, ".2f")).join(", ")}.`,
    Lift(
      model.lift.map(({lift}, i) => ({decile: i + 1, lift})),
      {width: each},
    ),
  );
  return root;
}

function rocRows({roc}: AssessedModel, model: string, name: string): Row[] {
  return roc.map(({falsePositiveRate, truePositiveRate}) => ({
    model,
    name,
    false_positive_rate: falsePositiveRate,
    true_positive_rate: truePositiveRate,
  }));
}
