"""Where BCa reads its limits when ties count half below. Run from the project root: /usr/bin/python3 tests/reference/resampling-scipy.py

SciPy's public bootstrap draws its own resamples, so its inner function is given ours: rows drawn here with NumPy.
"""
import sys

sys.path.insert(0, "tests/reference")
import numpy as np
import scipy
from scipy.special import ndtri
from scipy.stats._resampling import _bca_interval, _percentile_of_score
from write_json import case, reference, write_methods

LEVELS = [0.5, 0.9, 0.95, 0.99]
SAMPLES = {
    "costs in pounds": ([1200, 1450, 980, 3100, 1760, 2250, 1330, 890, 4100, 1500], 199),
    "Likert changes, many ties": ([2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2], 299),
    "nearly all alike": ([5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 3], 150),
    "yes and no": ([1, 0, 0, 1, 0, 0, 0, 1], 100),
}


def worked(values, replicates, generator):
    rows = generator.integers(0, len(values), size=(replicates, len(values)))
    data = (np.array(values, dtype=float),)
    means = data[0][rows].sum(axis=-1) / len(values)
    mean = lambda sample, axis=-1: sample.sum(axis=axis) / sample.shape[axis]
    limits = []
    for level in LEVELS:
        low, high, acceleration = _bca_interval(data, mean, -1, (1 - level) / 2, means, None)
        limits.append({"lowProbability": float(low), "highProbability": float(high)})
    bias = ndtri(_percentile_of_score(means, data[0].mean(), axis=-1))
    return (
        {"columns": [values], "statistic": "mean", "rows": rows.tolist(), "levels": LEVELS},
        {"limits": limits, "biasCorrection": float(bias), "acceleration": float(acceleration)},
    )


generator = np.random.default_rng(20260101)
cases = [case(*worked(values, replicates, generator), name) for name, (values, replicates) in SAMPLES.items()]
by = f"SciPy {scipy.__version__} stats.bootstrap, BCa"
write_methods(
    "resampling-scipy",
    "resampling-scipy.py",
    {"bootstrap-bca-ties-half": reference(by, cases)},
    SciPy=scipy.__version__,
    NumPy=np.__version__,
)
