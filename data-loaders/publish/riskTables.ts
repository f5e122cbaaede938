import type {Risk, RiskModel} from "../risk/modelRisk.js";
import {double, integer, type PublishedColumn, type PublishedTable, text} from "./publishedTable.js";
import {riskMetrics} from "./riskMetrics.js";

/** What each model sees; the definition of the column `model` in every table of risk. */
export const modelMeaning =
  "honest: without the variables that define the label; leaking: with them, to show what that does; collinear: with variables that others determine.";

/** The tables on risk: coefficients, measures, curves. */
export function riskTables(risk: Risk): PublishedTable[] {
  return [
    coefficients(risk),
    riskMetrics(risk),
    folds(risk),
    roc(risk),
    precisionRecall(risk),
    calibration(risk),
    lift(risk),
    confusion(risk),
  ];
}

/** Rows of all models under one another, each with the model's name. */
function rowsOf<Row>({models}: Risk, rows: (model: RiskModel) => readonly Row[]): (Row & {model: string})[] {
  return models.flatMap((model) => rows(model).map((row) => ({...row, model: model.model})));
}

/** Makes columns from rows, after a first column with the model. */
function columns<Row extends {model: string}>(
  rows: readonly Row[],
  make: (pick: <T>(value: (row: Row) => T) => T[]) => PublishedColumn[],
): PublishedColumn[] {
  const pick = <T>(value: (row: Row) => T) => rows.map(value);
  return [
    text(
      "model",
      modelMeaning,
      pick(({model}) => model),
    ),
    ...make(pick),
  ];
}

function coefficients(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, ({terms, separation, l2}) => terms.map((term) => ({...term, separation, l2})));
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    name: "risk_coefficients",
    definition: "Logistic regression of the declared label on standardised variables, term by term.",
    columns: columns(rows, (pick) => [
      text(
        "term",
        "Variable, or the intercept.",
        pick(({term}) => term),
      ),
      double(
        "coefficient",
        "Change of the log-odds for one standard deviation. NULL where the variable is constant or follows from those before it.",
        pick(({coefficient}) => coefficient),
      ),
      double(
        "std_error",
        "Its standard error.",
        pick(({standardError}) => standardError),
      ),
      double(
        "coefficient_low",
        "Lower end of its 95 % interval (Wald).",
        pick(({lower}) => lower),
      ),
      double(
        "coefficient_high",
        "Upper end of its 95 % interval (Wald).",
        pick(({upper}) => upper),
      ),
      double(
        "odds_ratio",
        "Factor by which the odds change for one standard deviation more.",
        pick(({coefficient}) => Math.exp(coefficient)),
      ),
      double(
        "odds_ratio_low",
        "Lower end of its 95 % interval.",
        pick(({lower}) => Math.exp(lower)),
      ),
      double(
        "odds_ratio_high",
        "Upper end of its 95 % interval.",
        pick(({upper}) => Math.exp(upper)),
      ),
      double(
        "vif",
        "Variance inflation factor: 1 is unrelated to the other variables. NULL for the intercept, and where it is infinite.",
        pick(({inflation}) => finite(inflation)),
      ),
      double(
        "mean",
        "Mean over the rows of the fit, in the variable's unit.",
        pick(({mean}) => mean),
      ),
      double(
        "scale",
        "Population standard deviation over the rows of the fit, in the variable's unit.",
        pick(({scale}) => scale),
      ),
      text(
        "separation",
        "none, quasi or complete: whether the variables tell the label without error. If so, no finite coefficients exist, and these are of a penalised fit.",
        pick(({separation}) => separation),
      ),
      double(
        "penalty",
        "Strength of the L2 penalty of the fit; 0 is none.",
        pick(({l2}) => l2),
      ),
    ]),
  };
}

function folds(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, ({crossValidation}) =>
    (crossValidation?.folds ?? []).map((fold, number) => ({...fold, number: number + 1})),
  );
  return {
    name: "risk_folds",
    definition: "Cross-validation: each fifth of the customers, told by a model fitted on the others.",
    columns: columns(rows, (pick) => [
      integer(
        "fold",
        "Number of the fold, from 1.",
        pick(({number}) => number),
      ),
      integer(
        "customers",
        "Customers in the fold.",
        pick(({rows: count}) => count),
      ),
      integer(
        "positives",
        "Of these, with the label.",
        pick(({positives}) => positives),
      ),
      double(
        "auc",
        "Area under the ROC curve on the fold.",
        pick(({auc}) => auc),
      ),
      double(
        "accuracy",
        "Share told right at the threshold 0.5.",
        pick(({accuracy}) => accuracy),
      ),
    ]),
  };
}

function roc(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, (model) => model.roc);
  return {
    name: "roc",
    definition:
      "Receiver operating characteristic of the logistic regressions, without points that a picture could not show.",
    columns: columns(rows, (pick) => [
      double(
        "threshold",
        "Customers at or above this probability are flagged; NULL where none is.",
        pick(({threshold}) => (Number.isFinite(threshold) ? threshold : null)),
      ),
      double(
        "false_positive_rate",
        "Share of customers without the label that are flagged.",
        pick(({falsePositiveRate}) => falsePositiveRate),
      ),
      double(
        "true_positive_rate",
        "Share of customers with the label that are flagged.",
        pick(({truePositiveRate}) => truePositiveRate),
      ),
    ]),
  };
}

function precisionRecall(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, (model) => model.precisionRecall);
  return {
    name: "precision_recall",
    definition:
      "Precision and recall of the logistic regressions, without points that a picture could not show.",
    columns: columns(rows, (pick) => [
      double(
        "threshold",
        "Customers at or above this probability are flagged.",
        pick(({threshold}) => threshold),
      ),
      double(
        "recall",
        "Share of customers with the label that are flagged.",
        pick(({recall}) => recall),
      ),
      double(
        "precision",
        "Share of the flagged customers that have the label.",
        pick(({precision}) => precision),
      ),
    ]),
  };
}

function calibration(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, (model) =>
    model.calibration.map((bin, number) => ({...bin, number: number + 1})),
  );
  return {
    name: "calibration",
    definition: "Tenths of the customers by probability: what was predicted, and what was found.",
    columns: columns(rows, (pick) => [
      integer(
        "bin",
        "Number of the tenth, from 1: lowest probabilities first.",
        pick(({number}) => number),
      ),
      integer(
        "customers",
        "Customers in it.",
        pick(({rows: count}) => count),
      ),
      double(
        "predicted",
        "Mean of their probabilities.",
        pick(({predicted}) => predicted),
      ),
      double(
        "observed",
        "Share of them with the label.",
        pick(({observed}) => observed),
      ),
      double(
        "observed_low",
        "Lower end of its 95 % interval (Wilson).",
        pick(({lower}) => lower),
      ),
      double(
        "observed_high",
        "Upper end of its 95 % interval (Wilson).",
        pick(({upper}) => upper),
      ),
    ]),
  };
}

function lift(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, (model) => model.lift.map((part, number) => ({...part, number: number + 1})));
  return {
    name: "risk_lift",
    definition:
      "Tenths of the customers by probability, highest first: how much richer in the label than all.",
    columns: columns(rows, (pick) => [
      integer(
        "decile",
        "Number of the tenth, from 1: highest probabilities first.",
        pick(({number}) => number),
      ),
      integer(
        "customers",
        "Customers in it.",
        pick(({rows: count}) => count),
      ),
      double(
        "positives",
        "Of these, with the label; customers of equal probability count evenly.",
        pick(({positives}) => positives),
      ),
      double(
        "lift",
        "Share with the label over that among all customers.",
        pick((row) => row.lift),
      ),
      double(
        "share_contacted",
        "Share of all customers in this tenth and those before it.",
        pick(({cumulativeRows}) => cumulativeRows),
      ),
      double(
        "share_found",
        "Share of all customers with the label in this tenth and those before it.",
        pick(({cumulativeFound}) => cumulativeFound),
      ),
    ]),
  };
}

function confusion(risk: Risk): PublishedTable {
  const rows = rowsOf(risk, (model) => model.confusion);
  return {
    name: "risk_confusion",
    definition: "What flagging every customer at or above a threshold gets right and wrong.",
    columns: columns(rows, (pick) => [
      double(
        "threshold",
        "Probability from which a customer is flagged.",
        pick(({threshold}) => threshold),
      ),
      integer(
        "true_positives",
        "Flagged, with the label.",
        pick(({truePositives}) => truePositives),
      ),
      integer(
        "false_positives",
        "Flagged, without the label.",
        pick(({falsePositives}) => falsePositives),
      ),
      integer(
        "false_negatives",
        "Not flagged, with the label.",
        pick(({falseNegatives}) => falseNegatives),
      ),
      integer(
        "true_negatives",
        "Not flagged, without the label.",
        pick(({trueNegatives}) => trueNegatives),
      ),
    ]),
  };
}
