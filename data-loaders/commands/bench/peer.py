"""The benchmark's work in Python: scikit-learn, SciPy, fastcluster.

peer.py DIRECTORY (plain | tuned) prints seconds per stage, answers, and peak memory as JSON.
plain is the work as one would write it; tuned shares one table of distances and takes the fastest variants.
"""

import json
import resource
import sys
import time

import numpy as np
from scipy.cluster.hierarchy import linkage
from sklearn.cluster import KMeans
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import pairwise_distances, silhouette_score

directory, style = sys.argv[1:]
with open(f"{directory}/shape.json") as file:
    shape = json.load(file)
z = np.fromfile(f"{directory}/z.bin").reshape(shape["rows"], shape["cols"])
x = np.fromfile(f"{directory}/x.bin").reshape(shape["rows"], shape["predictors"])
y = np.fromfile(f"{directory}/y.bin", dtype=np.uint8)
ks, restarts, folds = range(2, 11), 10, np.arange(shape["rows"]) % 5
seconds, answers = {}, {}


def stage(name, work):
    start = time.perf_counter()
    result = work()
    seconds[name] = time.perf_counter() - start
    return result


def silhouettes_from(distances, labelings):
    """Mean silhouettes of several labelings, from one table of all distances."""
    means = []
    for labels in labelings:
        clusters = np.eye(labels.max() + 1)[labels]
        sizes = clusters.sum(0)
        sums = distances @ clusters
        own = np.arange(len(labels)), labels
        a = sums[own] / np.maximum(sizes[labels] - 1, 1)
        b = sums / sizes
        b[own] = np.inf
        b = b.min(1)
        means.append(np.where(sizes[labels] > 1, (b - a) / np.maximum(a, b), 0).mean())
    return means


def regression():
    probability = np.empty(len(y))
    for fold in range(5):
        kept = folds != fold
        model = LogisticRegression(max_iter=1000).fit(x[kept], y[kept])
        probability[~kept] = model.predict_proba(x[~kept])[:, 1]
    return probability


algorithm = "lloyd" if style == "plain" else "elkan"
fits = stage("k-means", lambda: [KMeans(k, n_init=restarts, random_state=1, algorithm=algorithm).fit(z) for k in ks])
labelings = [fit.labels_ for fit in fits]
if style == "plain":
    means = stage("silhouettes", lambda: [silhouette_score(z, labels) for labels in labelings])
    tree = stage("Ward", lambda: linkage(z, "ward"))
else:
    import fastcluster

    means = stage("silhouettes", lambda: silhouettes_from(pairwise_distances(z), labelings))
    tree = stage("Ward", lambda: fastcluster.linkage_vector(z, "ward"))
probability = stage("regression", regression)
answers["inertia"] = [fit.inertia_ for fit in fits]
answers["silhouette"] = list(means)
answers["height"] = tree[-1, 2]
answers["brier"] = float(np.mean((probability - y) ** 2))
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
json.dump({"seconds": seconds, "answers": answers, "megabytes": megabytes}, sys.stdout)
