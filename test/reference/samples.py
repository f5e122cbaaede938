"""Reference values for the embedded samples, from software that is not ours: test/reference/samples.json.

Run from the project's root, in an environment with scikit-learn, SciPy, fastcluster, statsmodels and pandas:
    python test/reference/samples.py
"""
import json
import warnings

import fastcluster
import numpy
import pandas
import scipy
import scipy.cluster.hierarchy
import scipy.spatial.distance
import sklearn
import sklearn.cluster
import sklearn.decomposition
import sklearn.metrics
import statsmodels
import statsmodels.api

warnings.simplefilter("ignore")

SAMPLES = {
    "alllife": ("data-loaders/datasets/alllife/sample/alllife.sample.csv", ["Sl_No", "Customer Key"]),
    "card-usage": ("data-loaders/datasets/card-usage/sample/card-usage.sample.csv", ["Recnum", "CUST_ID"]),
}
METHODS = ["ward", "complete", "average", "single"]


def read(path, keys):
    table = pandas.read_csv(path, thousands=",", skipinitialspace=True)
    table.columns = [name.strip() for name in table.columns]
    table = table.drop(columns=keys)
    for name in table.columns:
        if table[name].dtype == object or str(table[name].dtype) == "str":
            table[name] = table[name].str.replace(",", "").str.strip().astype(float)
    return table.astype(float)


def standardised(table):
    filled = table.fillna(table.median())
    return ((filled - filled.mean()) / filled.std(ddof=0)).to_numpy()


def partition(z, k, starts):
    fit = sklearn.cluster.KMeans(k, n_init=starts, random_state=1, tol=0, max_iter=1000).fit(z)
    sizes = numpy.bincount(fit.labels_)
    order = numpy.argsort(-sizes)
    return {
        "inertia": fit.inertia_,
        "sizes_desc": sizes[order].tolist(),
        "centroids_z_by_size_desc": fit.cluster_centers_[order].tolist(),
        "silhouette": sklearn.metrics.silhouette_score(z, fit.labels_),
        "davies_bouldin": sklearn.metrics.davies_bouldin_score(z, fit.labels_),
        "calinski_harabasz": sklearn.metrics.calinski_harabasz_score(z, fit.labels_),
    }


def hierarchy(z, method):
    tree = fastcluster.linkage_vector(z, "ward") if method == "ward" else fastcluster.linkage(z, method)
    cuts = {}
    for k in range(2, 5):
        labels = scipy.cluster.hierarchy.fcluster(tree, k, "maxclust")
        sizes = sorted(numpy.bincount(labels)[1:].tolist(), reverse=True)
        cuts[str(k)] = {"sizes_desc": sizes}
        if method == "ward":
            cuts[str(k)]["silhouette"] = sklearn.metrics.silhouette_score(z, labels)
    correlation, _ = scipy.cluster.hierarchy.cophenet(tree, scipy.spatial.distance.pdist(z))
    return {"last_10_heights": tree[-10:, 2].tolist(), "cuts": cuts, "cophenetic_correlation": correlation}


def logistic(table, outcome, features):
    z = standardised(table[features])
    fit = statsmodels.api.GLM(outcome, statsmodels.api.add_constant(z), family=statsmodels.api.families.Binomial()).fit(tol=1e-14)
    return {
        "features": features,
        "positives": int(outcome.sum()),
        "coefficient": fit.params.tolist(),
        "std_error": fit.bse.tolist(),
        "deviance": fit.deviance,
        "null_deviance": fit.null_deviance,
        "auc": sklearn.metrics.roc_auc_score(outcome, fit.fittedvalues),
    }


def values(name):
    table = read(*SAMPLES[name])
    z = standardised(table)
    small = name == "alllife"
    skew = {column: table[column].skew() for column in table.columns}
    if small:
        risk = logistic(table, (table["Avg_Credit_Limit"] < 40000).to_numpy(float), list(table.columns[1:]))
    else:
        used = table[table["MINIMUM_PAYMENTS"].notna() & table["CREDIT_LIMIT"].notna()]
        left = ["PAYMENTS", "MINIMUM_PAYMENTS", "PRC_FULL_PAYMENT", "PURCHASES"]
        late = (used["PAYMENTS"] < used["MINIMUM_PAYMENTS"]).to_numpy(float)
        risk = logistic(used, late, [column for column in table.columns if column not in left])
    return {
        "rows": len(table),
        "features": list(table.columns),
        "skew": skew,
        "pearson": numpy.corrcoef(table.fillna(table.median()).to_numpy().T).ravel().tolist(),
        "pca_explained_ratio": sklearn.decomposition.PCA().fit(z).explained_variance_ratio_.tolist(),
        "kmeans": {str(k): partition(z, k, 100 if small else 30) for k in ([2, 3, 4] if small else [3, 4])},
        # whole numbers have ties, which each program breaks in its own way: there only single linkage is defined
        "hierarchical": {"single": hierarchy(z, "single")} if small else {"ward": hierarchy(z, "ward")},
        "hierarchical_first_1000": {} if small else {method: hierarchy(z[:1000], method) for method in METHODS},
        "logistic": risk,
    }


result = {
    "versions": {module.__name__: module.__version__ for module in (sklearn, scipy, fastcluster, statsmodels, pandas)},
    "samples": {name: values(name) for name in SAMPLES},
}
with open("test/reference/samples.json", "w") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
