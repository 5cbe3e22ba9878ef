"""A second reference for sign changes: SciPy's exact permutation test of one sample, which is the same test.

Run from the project root: /usr/bin/python3 tests/reference/clusters-scipy.py
"""
import os
import sys

import numpy as np
import scipy
from scipy.stats import permutation_test

sys.path.insert(0, os.path.dirname(__file__))
from write_json import case, reference, write_methods

# Extra hours of sleep of ten people (R's sleep); heights of Darwin's fifteen pairs of maize, cross- less
# self-fertilised, in eighths of an inch; means of six Trusts; ties and zeros; means whose mean is 0; twelve; seventeen
samples = {
    "difference in sleep of ten people (R's sleep)": [-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4],
    "fifteen pairs of Darwin's maize": [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48],
    "means of six Trusts": [1, 1.25, 1 / 3, 5 / 3, 0.5, 1],
    "ties and zeros": [0, 0, 1, 1, -1, 2, 2, -2],
    "a mean of 0": [-3, 1, 2],
    "twelve, mostly one way": [3.1, 2.2, 0.4, 1.9, -0.6, 2.8, 1.1, 0.9, -1.2, 4.0, 2.5, 1.7],
    "seventeen": [0.3, -0.1, 0.8, 1.2, -0.5, 0.9, 0.2, 1.1, -0.7, 0.6, 0.4, -0.2, 1.5, 0.1, 0.75, -0.9, 0.35],
}


def exact(means):
    found = permutation_test((np.array(means, dtype=float),), np.mean, permutation_type="samples",
                             vectorized=True, n_resamples=np.inf, alternative="two-sided")
    return float(found.pvalue)


cases = [case({"clusters": [[mean] for mean in means], "nullValue": 0, "level": 0.95},
              {"kind": "signFlipTest", "pValue": exact(means), "k": len(means)}, name)
         for name, means in samples.items()]
by = f"SciPy {scipy.__version__} stats.permutation_test, samples, exact"
write_methods("clusters-scipy", "clusters-scipy.py", {"sign-flip": reference(by, cases)}, scipy=scipy.__version__)
