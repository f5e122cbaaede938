import {create} from "npm:d3";
import type {Row} from "../lib/chartDefinition.js";
import type {AssessedModel, Assessment} from "../lib/risk/assessLabel.js";
import {Calibration} from "./Calibration.js";
import {describedChart} from "./describedChart.js";
import {Lift} from "./Lift.js";
import {PrecisionRecall} from "./PrecisionRecall.js";
import {RocCurves} from "./RocCurves.js";

/** The four pictures of an assessment: ROC, precision and recall, calibration, lift. */
export function RiskCurves(assessment: Assessment | undefined, {width}: {width: number}): HTMLElement {
  const root = create("div").attr("class", "risk-curves").node() as HTMLDivElement;
  if (assessment === undefined) return root;
  const {honest, leaking, positives, rows} = assessment;
  const model = honest ?? leaking;
  const each = width < 640 ? width : width / 2 - 16;
  const roc = [
    ...(honest === undefined ? [] : rocRows(honest, "honest", "without the rule’s variables")),
    ...rocRows(leaking, "leaking", "with them"),
  ];
  const prevalence = positives / rows;
  const add = (title: string, alt: string, chart: Element) => {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = title;
    figure.append(caption, describedChart(chart, alt));
    root.append(figure);
  };
  add("Ranking: ROC", `ROC curve with area ${model.auc.auc.toFixed(3)}.`, RocCurves(roc, {width: each}));
  add(
    "Flagging: precision and recall",
    `Average precision ${model.averagePrecision.toFixed(3)}.`,
    PrecisionRecall(
      model.precisionRecall.map((point) => ({...point, prevalence})),
      {width: each},
    ),
  );
  add(
    "Probabilities: calibration",
    `Brier score ${model.brier.toFixed(3)}.`,
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
    "Lift by tenth",
    `Lift of the first tenth ${(model.lift[0]?.lift ?? 0).toFixed(2)}.`,
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
