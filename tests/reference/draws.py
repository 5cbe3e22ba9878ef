"""Expected values for src/stats/draws. Run from the project root: /usr/bin/python3 tests/reference/draws.py

Words of xoshiro128** written from the formulas of Blackman & Vigna (2021), and the jump of 2^64 steps worked out
without their jump polynomial, as the 2^64th power of the matrix of one step over the field of two elements.
Quantiles and moments from SciPy; quantiles at normal probabilities for what a Gaussian copula gives.
"""
import json
import sys

import numpy as np
import scipy
from scipy import stats

MASK = 0xFFFFFFFF
SEEDS = [[1, 2, 3, 4], [0x9E3779B9, 0x243F6A88, 0xB7E15162, 0xDEADBEEF]]
P = [0.0005, 0.001, 0.005] + [k / 100 for k in range(1, 100)] + [0.995, 0.999, 0.9995]
Z = [-5, -3.3, -2, -1.2345, -0.5, 0, 0.01, 0.7, 1.6, 2.5, 4, 5]


def rotate(word, by):
    return ((word << by) | (word >> (32 - by))) & MASK


def step(s):
    t = (s[1] << 9) & MASK
    a, b, c, d = s
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    return [a, b, c, rotate(d, 11)]


def word(s):
    return (rotate((s[1] * 5) & MASK, 7) * 9) & MASK


def bits(s):
    return np.array([(w >> k) & 1 for w in s for k in range(32)], dtype=np.int64)


def words_of(b):
    return [int(sum(int(b[32 * w + k]) << k for k in range(32))) for w in range(4)]


def jumped(s):
    matrix = np.zeros((128, 128), dtype=np.int64)
    for k in range(128):
        unit = [0, 0, 0, 0]
        unit[k // 32] = 1 << (k % 32)
        matrix[:, k] = bits(step(unit))
    for _ in range(64):
        matrix = matrix @ matrix % 2
    return words_of(matrix @ bits(s) % 2)


def drawn(s, count):
    found = []
    for _ in range(count):
        found.append(word(s))
        s = step(s)
    return found


def pert(low, mode, high, weight=4):
    width = high - low
    return stats.beta(1 + weight * (mode - low) / width, 1 + weight * (high - mode) / width, low, width)


def lognormal(mean, sd):
    variance = np.log(1 + (sd / mean) ** 2)
    return stats.lognorm(np.sqrt(variance), scale=mean / np.exp(variance / 2))


def by_moments(kind, law, mean, sd):
    return {"kind": kind, "mean": mean, "standardDeviation": sd}, law


def gamma(mean, sd):
    return by_moments("gamma", stats.gamma((mean / sd) ** 2, scale=sd**2 / mean), mean, sd)


def laws():
    yield {"kind": "uniform", "low": -2, "high": 6}, stats.uniform(-2, 8)
    yield by_moments("normal", stats.norm(120, 15), 120, 15)
    yield by_moments("lognormal", lognormal(1.22, 0.1), 1.22, 0.1)
    yield by_moments("lognormal", lognormal(400, 600), 400, 600)
    yield gamma(1920, 480)
    yield gamma(600, 300)
    yield gamma(160, 125)
    yield gamma(50, 50)
    yield gamma(10, 20)
    yield gamma(10000, 100)
    yield {"kind": "beta", "a": 32, "b": 8}, stats.beta(32, 8)
    yield {"kind": "beta", "a": 0.5, "b": 0.5}, stats.beta(0.5, 0.5)
    yield {"kind": "beta", "a": 1, "b": 3.5}, stats.beta(1, 3.5)
    yield {"kind": "triangular", "low": 2, "mode": 3, "high": 8}, stats.triang(1 / 6, 2, 6)
    yield {"kind": "triangular", "low": 0, "mode": 0, "high": 1}, stats.triang(0, 0, 1)
    yield {"kind": "pert", "low": 2, "mode": 3, "high": 8}, pert(2, 3, 8)
    yield {"kind": "pert", "low": 10, "mode": 40, "high": 40}, pert(10, 40, 40)
    yield {"kind": "pert", "low": 0, "mode": 5, "high": 20, "lambda": 10}, pert(0, 5, 20, 10)


def described(distribution, law):
    mean, variance, skewness, kurtosis = (float(value) for value in law.stats("mvsk"))
    at_normal = [float(law.ppf(stats.norm.cdf(z)) if z < 0 else law.isf(stats.norm.sf(z))) for z in Z]
    return {
        "distribution": distribution,
        "mean": mean,
        "standardDeviation": variance**0.5,
        "excessKurtosis": kurtosis,
        "quantiles": [float(value) for value in law.ppf(P)],
        "atNormal": at_normal,
    }


out = {
    "made": {
        "script": "tests/reference/draws.py",
        "Python": sys.version.split()[0],
        "SciPy": scipy.__version__,
        "NumPy": np.__version__,
    },
    "generator": [{"state": s, "words": drawn(s, 12), "jumped": jumped(s), "wordsAfter": drawn(jumped(s), 4)} for s in SEEDS],
    "p": P,
    "z": Z,
    "laws": [described(*one) for one in laws()],
}
with open("tests/stats/draws/reference.json", "w") as file:
    json.dump(out, file, indent=0, allow_nan=False)
    file.write("\n")
