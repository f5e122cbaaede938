import type {CalibrationBin} from "../../../src/lib/statistics/measures/calibration.js";
import {double, integer, type PublishedTable, table, text} from "../../engine/tables/publishedTable.js";
import type {Risk} from "../../model/risk/fitRiskModels.js";
import {riskMetrics} from "./riskMetrics.js";
import {modelColumn, rowsOfModels} from "./riskRows.js";

/** The tables on risk: coefficients, measures, curves. */
export function riskTables(risk: Risk): PublishedTable[] {
  return [
    coefficients(risk),
    riskMetrics(risk),
    folds(risk),
    roc(risk),
    precisionRecall(risk),
    calibration(risk),
    calibrationUnseen(risk),
    lift(risk),
    confusion(risk),
  ];
}

/** NULL in place of an infinite number. */
const finite = (value: number) => (Number.isFinite(value) ? value : null);

function coefficients(risk: Risk): PublishedTable {
  return table(
    "risk_coefficients",
    "Logistic regression of the declared label on standardised variables, term by term.",
    rowsOfModels(risk, ({terms, separation, l2}) => terms.map((term) => ({...term, separation, l2}))),
    [
      modelColumn,
      text("term", "Variable, or the intercept.", (r) => r.term),
      double(
        "coefficient",
        "Change of the log-odds for one standard deviation. NULL where the variable is constant or follows from those before it.",
        (r) => r.coefficient,
      ),
      double("std_error", "Its standard error.", (r) => r.standardError),
      double("coefficient_low", "Lower end of its 95% interval (Wald).", (r) => r.lower),
      double("coefficient_high", "Upper end of its 95% interval (Wald).", (r) => r.upper),
      double("odds_ratio", "Factor by which the odds change for one standard deviation more.", (r) =>
        Math.exp(r.coefficient),
      ),
      double("odds_ratio_low", "Lower end of its 95% interval.", (r) => Math.exp(r.lower)),
      double("odds_ratio_high", "Upper end of its 95% interval.", (r) => Math.exp(r.upper)),
      double(
        "vif",
        "Variance inflation factor: 1 is unrelated to the other variables. NULL for the intercept, and where it is infinite.",
        (r) => finite(r.inflation),
      ),
      double("mean", "Mean over the rows of the fit, in the variable's unit.", (r) => r.mean),
      double(
        "scale",
        "Population standard deviation over the rows of the fit, in the variable's unit.",
        (r) => r.scale,
      ),
      text(
        "separation",
        "none, quasi or complete: whether the variables tell the label without error. If so, no finite coefficients exist, and these are of a penalised fit.",
        (r) => r.separation,
      ),
      double("penalty", "Strength of the L2 penalty of the fit; 0 is none.", (r) => r.l2),
    ],
  );
}

function folds(risk: Risk): PublishedTable {
  return table(
    "risk_folds",
    "Cross-validation: each fifth of the customers, told by a model fitted on the others.",
    rowsOfModels(risk, ({crossValidation}) => crossValidation?.folds ?? []),
    [
      modelColumn,
      integer("fold", "Number of the fold, from 1.", (r) => r.number),
      integer("customers", "Customers in the fold.", (r) => r.rows),
      integer("positives", "Of these, with the label.", (r) => r.positives),
      double("auc", "Area under the ROC curve on the fold.", (r) => r.auc),
      double("accuracy", "Share told right at the threshold 0.5.", (r) => r.accuracy),
    ],
  );
}

function roc(risk: Risk): PublishedTable {
  return table(
    "roc",
    "Receiver operating characteristic of the logistic regressions, without points that a picture could not show.",
    rowsOfModels(risk, (model) => model.roc),
    [
      modelColumn,
      double("threshold", "Customers at or above this probability are flagged; NULL where none is.", (r) =>
        finite(r.threshold),
      ),
      double(
        "false_positive_rate",
        "Share of customers without the label that are flagged.",
        (r) => r.falsePositiveRate,
      ),
      double(
        "true_positive_rate",
        "Share of customers with the label that are flagged.",
        (r) => r.truePositiveRate,
      ),
    ],
  );
}

function precisionRecall(risk: Risk): PublishedTable {
  return table(
    "precision_recall",
    "Precision and recall of the logistic regressions, without points that a picture could not show.",
    rowsOfModels(risk, (model) => model.precisionRecall),
    [
      modelColumn,
      double("threshold", "Customers at or above this probability are flagged.", (r) => r.threshold),
      double("recall", "Share of customers with the label that are flagged.", (r) => r.recall),
      double("precision", "Share of the flagged customers that have the label.", (r) => r.precision),
    ],
  );
}

function calibration(risk: Risk): PublishedTable {
  return table(
    "calibration",
    "Tenths of the customers by probability, those of one probability in one tenth, the first that any of them falls into: what was predicted, and what was found.",
    rowsOfModels(risk, (model) => model.calibration),
    calibrationColumns,
  );
}

function calibrationUnseen(risk: Risk): PublishedTable {
  return table(
    "calibration_unseen",
    "The same by the cross-validated probability: each customer's is of a model fitted on other customers.",
    rowsOfModels(risk, ({crossValidation}) => crossValidation?.calibration ?? []),
    calibrationColumns,
  );
}

type Numbered = CalibrationBin & {number: number; model: string};

const calibrationColumns = [
  modelColumn,
  integer("bin", "Number of the tenth, from 1: lowest probabilities first.", (r: Numbered) => r.number),
  integer("customers", "Customers in it.", (r: Numbered) => r.rows),
  double("predicted", "Mean of their probabilities.", (r: Numbered) => r.predicted),
  double("observed", "Share of them with the label.", (r: Numbered) => r.observed),
  double("observed_low", "Lower end of its 95% interval (Wilson).", (r: Numbered) => r.lower),
  double("observed_high", "Upper end of its 95% interval (Wilson).", (r: Numbered) => r.upper),
];

function lift(risk: Risk): PublishedTable {
  return table(
    "risk_lift",
    "Tenths of the customers by probability, highest first: how much richer in the label than all.",
    rowsOfModels(risk, (model) => model.lift),
    [
      modelColumn,
      integer("decile", "Number of the tenth, from 1: highest probabilities first.", (r) => r.number),
      integer("customers", "Customers in it.", (r) => r.rows),
      double(
        "positives",
        "Of these, with the label; customers of equal probability count evenly.",
        (r) => r.positives,
      ),
      double("lift", "Share with the label over that among all customers.", (r) => r.lift),
      double(
        "share_contacted",
        "Share of all customers in this tenth and those before it.",
        (r) => r.cumulativeRows,
      ),
      double(
        "share_found",
        "Share of all customers with the label in this tenth and those before it.",
        (r) => r.cumulativeFound,
      ),
    ],
  );
}

function confusion(risk: Risk): PublishedTable {
  return table(
    "risk_confusion",
    "What flagging every customer at or above a threshold gets right and wrong.",
    rowsOfModels(risk, (model) => model.confusion),
    [
      modelColumn,
      double("threshold", "Probability from which a customer is flagged.", (r) => r.threshold),
      integer("true_positives", "Flagged, with the label.", (r) => r.truePositives),
      integer("false_positives", "Flagged, without the label.", (r) => r.falsePositives),
      integer("false_negatives", "Not flagged, with the label.", (r) => r.falseNegatives),
      integer("true_negatives", "Not flagged, without the label.", (r) => r.trueNegatives),
    ],
  );
}
