"""A second witness for src/stats/proportions: statsmodels. Run from the project root: /usr/bin/python3 tests/reference/proportions.py"""
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))

import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from write_json import case, reference, write_methods

counts = [(81, 263), (15, 148), (0, 20), (1, 29), (9, 12), (0, 10), (10, 10), (47, 63), (0, 1), (1, 1), (5, 6), (500, 1000)]
pairs = [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((6, 7), (2, 7)), ((5, 56), (0, 29)), ((0, 10), (0, 20)),
         ((10, 10), (0, 20)), ((9, 12), (5, 14)), ((300, 1000), (280, 900))]
tested = [(9, 12, 0.5), (682, 925, 0.75), (0, 10, 0.1), (3, 10, 0.3), (7, 20, 0.02), (6, 6, 0.5), (450, 1000, 0.1), (13, 60, 0.4)]
levels = [0.8, 0.95, 0.999]


def intervals(method):
    cases = []
    for successes, n in counts:
        for level in levels:
            low, high = proportion_confint(successes, n, 1 - level, method)
            cases.append(case({"successes": successes, "n": n, "level": level}, {"low": float(low), "high": float(high)}))
    return cases


def difference(first, second, level):
    low, high = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff", alpha=1 - level)
    named = [dict(zip(("successes", "n"), count)) for count in (first, second)]
    return case({"first": named[0], "second": named[1], "level": level}, {"low": float(low), "high": float(high)})


name = f"statsmodels {statsmodels.__version__}"
write_methods("proportions-statsmodels", "proportions.py", {
    "wilson-interval": reference(f"{name} proportion_confint, wilson", intervals("wilson")),
    "clopper-pearson-interval": reference(f"{name} proportion_confint, beta", intervals("beta")),
    "newcombe-difference": reference(f"{name} confint_proportions_2indep, newcomb", [difference(*pair, level) for pair in pairs for level in levels]),
    "binomial-test": reference(f"SciPy {scipy.__version__} stats.binomtest", [
        case({"successes": x, "n": n, "probability": p}, {"pValue": float(stats.binomtest(x, n, p).pvalue)}) for x, n, p in tested]),
}, statsmodels=statsmodels.__version__, SciPy=scipy.__version__)
