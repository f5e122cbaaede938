import {deviation, max, mean} from "d3-array";
import {double, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import type {Risk, RiskModel} from "../../model/risk/fitRiskModels.js";
import {modelColumn, rowsOfModels} from "./riskRows.js";

/** The measures of the risk models as one long table. */
export function riskMetrics(risk: Risk): PublishedTable {
  return table(
    "risk_metrics",
    "How well the logistic regressions tell the label: on the customers that they were fitted on, and cross-validated (cv_…).",
    rowsOfModels(risk, (model) =>
      Object.entries(metricsOf(model)).map(([metric, [value, definition]]) => ({
        metric,
        value: Number.isFinite(value) ? value : null,
        definition,
      })),
    ),
    [
      modelColumn,
      text("metric", "Name of the measure.", (r) => r.metric),
      double("value", "Its value; NULL where it cannot be had.", (r) => r.value),
      text("definition", "What it means.", (r) => r.definition),
    ],
  );
}

type Metrics = Record<string, [number, string]>;

function metricsOf(model: RiskModel): Metrics {
  return {
    ...sample(model),
    ...ranking(model),
    ...probabilities(model),
    ...fitting(model),
    ...validation(model),
  };
}

function sample({rows, positives}: RiskModel): Metrics {
  const prevalence = positives / rows;
  return {
    rows: [rows, "Customers that the model was fitted on: with a label and all values"],
    positives: [positives, "Of these, customers for whom the label holds"],
    prevalence: [prevalence, "Share of these for whom the label holds"],
    accuracy_baseline: [
      Math.max(prevalence, 1 - prevalence),
      "Share told right by saying the more frequent answer of everybody",
    ],
    brier_baseline: [prevalence * (1 - prevalence), "Brier score of saying the prevalence of everybody"],
  };
}

function ranking({auc, ks, averagePrecision}: RiskModel): Metrics {
  return {
    auc: [
      auc.auc,
      "Area under the ROC curve: chance that a labelled customer scores above one without the label",
    ],
    auc_low: [auc.lower, "Lower end of its 95% interval (DeLong)"],
    auc_high: [auc.upper, "Upper end of its 95% interval (DeLong)"],
    gini: [2 * auc.auc - 1, "Gini coefficient: 2 × AUC − 1"],
    ks: [
      ks.statistic,
      "Kolmogorov–Smirnov: largest gap between the shares flagged with and without the label",
    ],
    ks_threshold: [ks.threshold, "Probability at which that gap is reached"],
    average_precision: [averagePrecision, "Mean precision over the recall; the prevalence is chance"],
  };
}

function probabilities({accuracy, brier}: RiskModel): Metrics {
  return {
    accuracy: [accuracy, "Share told right at the threshold 0.5"],
    brier_score: [brier, "Mean squared error of the probability"],
  };
}

function fitting({deviance, nullDeviance, terms}: RiskModel): Metrics {
  // a variable that follows from others has none that is finite
  const inflations = terms.map(({inflation}) => inflation).filter(Number.isFinite);
  return {
    deviance: [deviance, "−2 × log-likelihood"],
    null_deviance: [nullDeviance, "Deviance of the model with the intercept only"],
    largest_vif: [
      max(inflations) ?? Number.NaN,
      "Largest variance inflation factor of the variables that entered the fit",
    ],
  };
}

/** Where an outcome is too rare for folds, there are none, and no values. */
function validation({crossValidation}: RiskModel): Metrics {
  const folds = crossValidation?.folds ?? [];
  const aucs = folds.map(({auc}) => auc);
  const accuracies = folds.map(({accuracy}) => accuracy);
  const none = Number.NaN;
  return {
    folds: [folds.length, "Folds of the cross-validation"],
    cv_auc: [mean(aucs) ?? none, "Mean area under the ROC curve on folds that the model has not seen"],
    cv_auc_sd: [deviation(aucs) ?? none, "Standard deviation of it between folds"],
    cv_accuracy: [mean(accuracies) ?? none, "Mean share told right on folds that the model has not seen"],
    cv_accuracy_sd: [deviation(accuracies) ?? none, "Standard deviation of it between folds"],
    cv_pooled_auc: [
      crossValidation?.auc.auc ?? none,
      "Area under the ROC curve of the probabilities that models give which have not seen the customer, all folds together",
    ],
    cv_pooled_auc_low: [crossValidation?.auc.lower ?? none, "Lower end of its 95% interval (DeLong)"],
    cv_pooled_auc_high: [crossValidation?.auc.upper ?? none, "Upper end of its 95% interval (DeLong)"],
    cv_brier_score: [
      crossValidation?.brier ?? none,
      "Mean squared error of the probability that a model gives which has not seen the customer",
    ],
  };
}
