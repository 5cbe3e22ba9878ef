"""SciPy's side of one statistics job, in a process of its own: python3 peers.py <job> <folder>. Prints one line of JSON.

Only the call is timed: not Python's start, not the imports, not the reading of the file.
"""
import json
import os
import sys
import time

try:
    import numpy as np
    from scipy import stats
except ImportError:
    print(json.dumps({"absent": "SciPy is not installed"}))
    sys.exit()

job, folder = sys.argv[1:3]


def read(name, kind):
    return np.fromfile(os.path.join(folder, name), dtype=kind)


def told(work, times=1):
    started = time.perf_counter()
    answer = work()
    seconds = (time.perf_counter() - started) * times
    print(json.dumps({"seconds": seconds, "answer": [float(value) for value in answer]}))


def limits(values, replicates, method, batch=None):
    options = {"n_resamples": replicates, "method": method, "batch": batch, "vectorized": True, "random_state": 1}
    return stats.bootstrap((values,), np.mean, **options).confidence_interval


def alpha(items):
    covariance = np.cov(items)
    k, total, own = len(items), covariance.sum(), np.diag(covariance)
    without = total - 2 * covariance.sum(0) + own
    deleted = (k - 1) / (k - 2) * (1 - (own.sum() - own) / without)
    return k / (k - 1) * (1 - own.sum() / total), deleted[0]


if job == "bca":
    values = read("values-1000.f64", "<f8")
    told(lambda: limits(values, 10000, "BCa"))
elif job == "counts":
    answers = read("likert-100000.u8", np.uint8)
    told(lambda: limits(answers, 1000, "percentile", 100), times=10)
elif job == "alpha":
    items = read("items.u8", np.uint8).reshape(16, -1)
    told(lambda: alpha(items))
elif job == "mannWhitney":
    first, second = read("wave-1.u8", np.uint8), read("wave-2.u8", np.uint8)
    told(lambda: stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=False))
elif job == "permutation":
    values = read("values-1000.f64", "<f8")

    def difference(first, second, axis=-1):
        return first.mean(axis=axis) - second.mean(axis=axis)

    def tested():
        groups = (values[:100], values[100:200])
        return [stats.permutation_test(groups, difference, n_resamples=10000, vectorized=True, random_state=1).pvalue]

    told(tested)
