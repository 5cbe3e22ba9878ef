"""A third reference for src/stats/unpaired: SciPy, and tails counted in whole numbers of any size.

Run from the project root: /usr/bin/python3 tests/reference/unpaired-python.py
"""
import sys
from fractions import Fraction
from math import comb

import scipy
from scipy import stats

sys.path.insert(0, "tests/reference")
from write_json import case, reference, write_methods

PAIN = ([3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4], [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1])
PAIRS = {
    "shoulder pain, Brunner & Munzel": PAIN,
    "Likert answers": ([4, 5, 3, 4, 4, 5, 2, 5, 4, 3], [3, 2, 3, 4, 2, 1, 3, 4, 3, 2, 3]),
    "placenta, Hollander & Wolfe": ([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.90, 0.74, 1.21]),
    "no difference": ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]),
    "far apart, one pair crossed": (list(range(30, 60)) + [10], list(range(0, 29)) + [12]),
}


def brunner_munzel(first, second):
    found = stats.brunnermunzel(second, first)
    return {"statistic": float(found.statistic), "pValue": float(found.pvalue)}


def mann_whitney(first, second, correct):
    run = lambda side: stats.mannwhitneyu(first, second, alternative=side, method="asymptotic", use_continuity=correct)
    return {"u": float(run("two-sided").statistic), "pValue": float(run("two-sided").pvalue),
            "pValueFirstHigher": float(run("greater").pvalue), "pValueFirstLower": float(run("less").pvalue)}


def welch(first, second):
    found = stats.ttest_ind(first, second, equal_var=False)
    return {"statistic": float(found.statistic), "pValue": float(found.pvalue)}


def kruskal(groups):
    found = stats.kruskal(*groups)
    return {"h": float(found.statistic), "pValue": float(found.pvalue)}


def counted_tails(first, second):
    """The permutation distribution of the sum of doubled midranks, in whole numbers of any size."""
    totals = [a + b for a, b in zip(first, second)]
    size = sum(first)
    scores, below = [], 0
    for total in totals:
        scores.append(2 * below + total + 1)
        below += total
    ways = {(0, 0): 1}
    for total, score in zip(totals, scores):
        step = {}
        for (picked, rank_sum), count in ways.items():
            for taken in range(min(total, size - picked) + 1):
                key = (picked + taken, rank_sum + taken * score)
                step[key] = step.get(key, 0) + count * comb(total, taken)
        ways = step
    distribution = {rank_sum: count for (picked, rank_sum), count in ways.items() if picked == size}
    everything = sum(distribution.values())
    assert everything == comb(sum(totals), size)
    observed = sum(a * score for a, score in zip(first, scores))
    mean = Fraction(size * (sum(totals) + 1))
    share = lambda keep: float(Fraction(sum(count for rank_sum, count in distribution.items() if keep(rank_sum)), everything))
    return {
        "u": (observed - size * (size + 1)) / 2,
        "pValue": share(lambda r: abs(r - mean) >= abs(observed - mean)),
        "pValueFirstHigher": share(lambda r: r >= observed),
        "pValueFirstLower": share(lambda r: r <= observed),
    }


COUNTS = {
    "two waves of 24": ([1, 2, 6, 10, 5], [4, 7, 8, 4, 1]),
    "35 against 35, far apart": ([0, 0, 2, 8, 25], [20, 12, 3, 0, 0]),
    "50 against 60, p of 1e-30": ([0, 0, 1, 3, 46], [45, 12, 3, 0, 0]),
    "100 against 100, a little apart": ([5, 15, 30, 30, 20], [10, 20, 35, 25, 10]),
    "one category": ([0, 1, 0], [0, 7, 3]),
    "complete separation, unequal": ([0, 0, 0, 3, 2], [10, 20, 4, 0, 0]),
}
GROUPS = {
    "bottle caps, Kruskal & Wallis": [[340, 345, 330, 342, 338], [339, 333, 344], [347, 343, 349, 355]],
    "Likert answers": [PAIRS["Likert answers"][0], PAIRS["Likert answers"][1], [2, 3, 3, 4, 2, 5]],
}


def each(method, sets=PAIRS, **more):
    return [case({"first": a, "second": b, **more}, method(a, b), name) for name, (a, b) in sets.items()]


scipy_by = lambda what: f"SciPy {scipy.__version__} stats.{what}"
write_methods("unpaired-python", "unpaired-python.py", {
    "brunner-munzel": reference(scipy_by("brunnermunzel"), each(brunner_munzel)),
    "mann-whitney-normal": reference(scipy_by("mannwhitneyu"), [
        one for correct in (False, True)
        for one in each(lambda a, b: mann_whitney(a, b, correct), continuityCorrection=correct)]),
    "welch-t": reference(scipy_by("ttest_ind"), each(welch, level=0.95)),
    "kruskal-wallis": reference(scipy_by("kruskal"), [case({"groups": g}, kruskal(g), name) for name, g in GROUPS.items()]),
    "mann-whitney-exact-counts": reference("Python whole numbers, every division counted", each(counted_tails, COUNTS)),
}, SciPy=scipy.__version__)
