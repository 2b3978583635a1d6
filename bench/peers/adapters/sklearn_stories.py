"""scikit-learn's TF-IDF with agglomerative clustering or DBSCAN. Articles more
than seven days apart are as far from one another as can be. Both see the whole
stream at once. The thresholds are the best of a grid on the same data.

sklearn_stories.py agglomerative|dbscan INPUT OUTPUT
"""
import datetime
import sys

import numpy as np
from bench_io import articles, write
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

AGGLOMERATIVE, EPS, WINDOW = 0.88, 0.8, 7


def distances(stream):
    x = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(a["title"] + "\n" + a["text"] for a in stream)
    d = np.clip(1 - (x @ x.T).toarray(), 0, 1)
    day = np.array([datetime.datetime.fromisoformat(a["published"].replace("Z", "+00:00")).timestamp() / 86400 for a in stream])
    d[np.abs(day[:, None] - day[None, :]) > WINDOW] = 1
    np.fill_diagonal(d, 0)
    return d


def cluster(method, d):
    if len(d) < 2:
        return [0] * len(d)
    if method == "agglomerative":
        return AgglomerativeClustering(n_clusters=None, metric="precomputed", linkage="average", distance_threshold=AGGLOMERATIVE).fit_predict(d)
    return DBSCAN(eps=EPS, min_samples=1, metric="precomputed").fit_predict(d)


stream = list(articles())
write({"id": a["id"], "story": str(s)} for a, s in zip(stream, cluster(sys.argv[1], distances(stream))))
