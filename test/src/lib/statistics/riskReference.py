"""Writes riskReference.json: what SciPy and scikit-learn compute from the 40 rows of smallReference.json.

Run beside it with Debian 12's /usr/bin/python3 and python3-sklearn: riskReference.py > riskReference.json
"""

import json
import pathlib
import sys

import numpy as np
import scipy
import sklearn
from scipy.stats import binomtest, ks_2samp
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    brier_score_loss,
    confusion_matrix,
    precision_recall_curve,
    roc_auc_score,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

small = json.loads((pathlib.Path(__file__).parent / "smallReference.json").read_text())
rows, y, score = np.array(small["rows"]), np.array(small["y"]), np.array(small["score"])
probabilities = np.array(small["penalised_logistic"]["probabilities"])
precision, recall, thresholds = precision_recall_curve(y, score)
observed, predicted = calibration_curve(y, probabilities, n_bins=5, strategy="quantile")
fold = np.arange(40) % 4
folds = []
out_of_fold = np.zeros(40)
for number in range(4):
    held = fold == number
    # penalised, because a quarter of so few rows may be separated without
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.5, tol=1e-12, max_iter=10000))
    model.fit(rows[~held], y[~held])
    out_of_fold[held] = model.predict_proba(rows[held])[:, 1]
    folds.append(
        {
            "auc": roc_auc_score(y[held], out_of_fold[held]),
            "accuracy": accuracy_score(y[held], out_of_fold[held] >= 0.5),
        }
    )
json.dump(
    {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "thresholds": thresholds.tolist(),
        "average_precision": average_precision_score(y, score),
        "brier": brier_score_loss(y, score),
        "ks": ks_2samp(score[y == 1], score[y == 0]).statistic,
        "calibration": {"observed": observed.tolist(), "predicted": predicted.tolist()},
        "confusion": [confusion_matrix(y, score >= t).tolist() for t in (0, 0.25, 0.5, 0.75, 1)],
        "inflation": np.diag(np.linalg.inv(np.corrcoef(rows.T))).tolist(),
        "correlation": np.corrcoef(rows.T).tolist(),
        "wilson": [list(binomtest(k, n).proportion_ci(method="wilson")) for k, n in ((0, 10), (3, 10), (66, 66))],
        "fold": fold.tolist(),
        "folds": folds,
        "out_of_fold": out_of_fold.tolist(),
    },
    sys.stdout,
    indent=1,
)
