"""Writes smallReference.json: 40 rows with what NumPy, SciPy and scikit-learn compute from them.

Run with Debian 12's /usr/bin/python3 and python3-sklearn: smallReference.py > smallReference.json
"""

import json
import sys

import numpy as np
import scipy
import sklearn
from scipy.cluster.hierarchy import cophenet, fcluster, leaves_list, linkage
from scipy.spatial.distance import pdist
from scipy.stats import rankdata, skew, spearmanr
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    roc_auc_score,
    roc_curve,
    silhouette_samples,
)
from sklearn.preprocessing import StandardScaler

random = np.random.default_rng(7)
centres = np.array([[0, 0, 5, 1], [4, 1, 0, -2], [-3, 5, 2, 0]])
rows = np.round(centres[random.integers(0, 3, 40)] + random.normal(0, 1.3, (40, 4)) * [1, 2, 0.5, 3], 4)
scaler = StandardScaler().fit(rows)
z = scaler.transform(rows)
labelings = [KMeans(k, n_init=50, random_state=1).fit(z).labels_ for k in (2, 3, 5)]
y = (z @ [1, -1, 0.5, 0.2] + random.normal(0, 1, 40) > 0.3).astype(int)
score = np.round(1 / (1 + np.exp(-z[:, 0] + z[:, 1])), 2)
penalised = LogisticRegression(C=0.5, tol=1e-12, max_iter=10000).fit(z, y)
fpr, tpr, thresholds = roc_curve(y, score, drop_intermediate=False)

# DeLong's variance by its definition: each pair of a one and a zero
wins = (score[y == 1][:, None] > score[y == 0]) + 0.5 * (score[y == 1][:, None] == score[y == 0])
delong = np.sqrt(wins.mean(1).var(ddof=1) / wins.shape[0] + wins.mean(0).var(ddof=1) / wins.shape[1])


def tree(method):
    merges = linkage(z, method)
    return {
        "left": merges[:, 0].tolist(),
        "right": merges[:, 1].tolist(),
        "height": merges[:, 2].tolist(),
        "size": merges[:, 3].tolist(),
        "leaves": leaves_list(merges).tolist(),
        "cut4": fcluster(merges, 4, "maxclust").tolist(),
        "cophenetic_correlation": cophenet(merges, pdist(z))[0],
    }


pca = PCA().fit(z)
json.dump(
    {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
        "rows": rows.tolist(),
        "means": scaler.mean_.tolist(),
        "scales": scaler.scale_.tolist(),
        "labelings": [labels.tolist() for labels in labelings],
        "inertia": [KMeans(k, n_init=50, random_state=1).fit(z).inertia_ for k in (2, 3, 5)],
        "silhouettes": [silhouette_samples(z, labels).tolist() for labels in labelings],
        "davies_bouldin": [davies_bouldin_score(z, labels) for labels in labelings],
        "calinski_harabasz": [calinski_harabasz_score(z, labels) for labels in labelings],
        "adjusted_rand": adjusted_rand_score(labelings[1], labelings[2]),
        "trees": {method: tree(method) for method in ("ward", "single", "complete", "average")},
        "pca": {
            "explained_ratio": pca.explained_variance_ratio_.tolist(),
            "explained_variance": pca.explained_variance_.tolist(),
            "components": pca.components_.tolist(),
        },
        "pearson": np.corrcoef(rows.T).tolist(),
        "spearman": spearmanr(rows)[0].tolist(),
        "skew": skew(rows, bias=False).tolist(),
        "ranks": rankdata(score).tolist(),
        "y": y.tolist(),
        "score": score.tolist(),
        "auc": roc_auc_score(y, score),
        "delong_standard_error": delong,
        "roc": {"fpr": fpr.tolist(), "tpr": tpr.tolist(), "thresholds": thresholds.tolist()},
        "penalised_logistic": {
            "l2": 2,
            "coefficients": [*penalised.intercept_.tolist(), *penalised.coef_[0].tolist()],
            "probabilities": penalised.predict_proba(z)[:, 1].tolist(),
        },
    },
    sys.stdout,
    indent=1,
)
