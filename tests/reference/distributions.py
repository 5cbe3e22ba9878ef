"""Expected values for src/stats/distributions, worked out by mpmath to 50 digits or more.

Run from the project root: /usr/bin/python3 tests/reference/distributions.py

Tails come from series of positive terms (DLMF 8.17.8 for beta, 8.11.4 for gamma), worked with 370 digits so that 1 less
a result still has 50; they are held against mpmath's own betainc, gammainc and erfc where those can be had. Quantiles
are Newton steps on the log of a tail until the step is below 1e-35. A tail under 1e-300 is left out as null.
"""
import functools
import os
import sys

sys.path.insert(0, os.path.dirname(__file__))

import mpmath
import scipy
from mpmath import mp, mpf
from scipy import stats
from write_json import case, reference, write_methods

mp.dps = 370
EPSILON = mpf(10) ** -mp.dps
BY = f"mpmath {mpmath.__version__}, 50 digits"


def beta_tails(x, y, a, b):
    """Lower and upper; the series goes by whichever of x and y is at most one half, where it falls fastest."""
    if x > 0.5:
        return beta_tails(y, x, b, a)[::-1]
    term = total = mpf(1)
    n = 0
    while term > total * EPSILON or x * (a + b + n) > a + 1 + n:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    lower = mp.exp(a * mp.log(x) + b * mp.log(y) - mp.log(a) - log_beta(a, b)) * total
    return lower, 1 - lower


def gamma_tails(x, a):
    term = total = mpf(1)
    n = 1
    while term > total * EPSILON or x > a + n:
        term *= x / (a + n)
        total += term
        n += 1
    lower = mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1)) * total
    return lower, 1 - lower


@functools.cache
def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def solve(p, side, start, tails, log_density):
    """u with probability p on one side; tails and log_density are those of u, whose log tails are concave."""
    u = mpf(start)
    for _ in range(4000):
        tail = tails(u)[side]
        if tail < 1e-320:
            u += 0.25 if side == 0 else -0.25
            continue
        slope = mp.exp(log_density(u)) / tail
        step = (mp.log(p) - mp.log(tail)) / (slope if side == 0 else -slope)
        step = min(step, mpf(2))
        u += step
        if abs(step) < mpf(10) ** -35 * max(1, abs(u)):
            return u
    raise ArithmeticError("no solution")


def beta_log_odds(p, side, a, b):
    """The smaller tail is solved for; from below in the power law of the log-odds."""
    if p > 0.5:
        return beta_log_odds(1 - p, 1 - side, a, b)
    if side == 1:
        return -beta_log_odds(p, 0, b, a)
    odds = lambda u: (1 / (1 + mp.exp(-u)), 1 / (1 + mp.exp(u)))
    front = log_beta(a, b)
    start = (mp.log(p) + mp.log(a) + front) / a
    guess = mpf(float(stats.beta.ppf(float(p), float(a), float(b))))
    if 1e-300 < guess < 1:
        start = max(start, mp.log(guess / (1 - guess)))
    return solve(p, 0, start, lambda u: beta_tails(*odds(u), a, b),
                 lambda u: a * mp.log(odds(u)[0]) + b * mp.log(odds(u)[1]) - front)


def gamma_log(p, side, a):
    if p > 0.5:
        return gamma_log(1 - p, 1 - side, a)
    start = (mp.log(p if side == 0 else 1 - p) + mp.loggamma(a + 1)) / a
    guess = float(stats.gamma.ppf(float(p), float(a)) if side == 0 else stats.gamma.isf(float(p), float(a)))
    if 1e-300 < guess < 1e300:
        start = max(start, mp.log(guess))
    return solve(p, side, start, lambda u: gamma_tails(mp.exp(u), a), lambda u: a * u - mp.exp(u) - mp.loggamma(a))


def t_tails(t, df):
    lower, upper = beta_tails(t * t / (df + t * t), df / (df + t * t), mpf(1) / 2, df / 2)
    one, other = upper / 2, (1 + lower) / 2
    return (one, other) if t < 0 else (other, one)


def t_quantile(p, side, df):
    if p > 0.5:
        return t_quantile(1 - p, 1 - side, df)
    if p == 0.5:
        return mpf(0)
    t = mp.sqrt(df * mp.exp(beta_log_odds(2 * p, 1, mpf(1) / 2, df / 2)))
    return -t if side == 0 else t


def normal_tails(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2, mp.erfc(z / mp.sqrt(2)) / 2


def normal_quantile(p, side):
    if p == 0.5:
        return mpf(0)
    if p > 0.5:
        return normal_quantile(1 - p, 1 - side)
    z = mpf(float(stats.norm.ppf(float(p))))
    for _ in range(20):
        lower = normal_tails(z)[0]
        z -= (mp.log(lower) - mp.log(p)) * lower / mp.npdf(z)
    return z if side == 0 else -z


def hypergeometric_points(successes, failures, draws):
    """All probabilities, by their ratios, in as many digits."""
    low, high = max(0, draws - failures), min(successes, draws)
    points = [mpf(1)]
    for k in range(low, high):
        points.append(points[-1] * (successes - k) * (draws - k) / (mpf(k + 1) * (failures - draws + k + 1)))
    total = mp.fsum(points)
    return low, [point / total for point in points]


def number(value):
    value = float(value)
    return None if abs(value) < 1e-300 else value


def columns(pairs, names):
    return {name: [number(pair[i]) for pair in pairs] for i, name in enumerate(names)}


# Checks of the series against mpmath's own functions
for x, a, b in [(0.3, 2.5, 4), (0.9, 0.01, 0.3), (0.5, 40, 60), (0.001, 0.5, 300)]:
    x, a, b = mpf(x), mpf(a), mpf(b)
    assert abs(beta_tails(x, 1 - x, a, b)[0] / mp.betainc(a, b, 0, x, regularized=True) - 1) < 1e-45
for x, a in [(0.3, 2.5), (30, 2.5), (0.01, 0.01), (700, 20), (90, 100)]:
    x, a = mpf(x), mpf(a)
    assert abs(gamma_tails(x, a)[1] / mp.gammainc(a, x, regularized=True) - 1) < 1e-45

PS = [1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.001, 0.025, 0.3, 0.5, 0.6, 0.9, 0.999]
FEW = [1e-300, 1e-20, 0.001, 0.3, 0.6, 0.999]
SHAPES = [0.01, 0.25, 0.5, 1, 3.5, 20, 500, 1e4, 1e5]
DFS = [0.5, 1, 1.5, 2, 4.75, 10, 30.5, 365, 1e4, 1e6]


def around(distribution):
    """Values with these probabilities below and above them, to six digits; SciPy need only be roughly right."""
    probabilities = [1e-290, 1e-100, 1e-20, 1e-6, 0.01, 0.2, 0.5]
    values = [float(f"{float(q(p)):.6g}") for q in (distribution.ppf, distribution.isf) for p in probabilities]
    return sorted({v for v in values if 1e-290 < abs(v) < 1e290})


def many(p_list, parameter):
    return p_list if parameter < 1e4 else FEW


methods = {}


def method(name, cases):
    methods[name] = reference(BY, cases)
    print(name, len(cases), flush=True)


def tails_cases(grid, variable, distribution, tails, also=lambda *parameters: []):
    cases = []
    for parameters in grid:
        values = sorted(set(around(distribution(*parameters.values())) + also(*parameters.values())))
        pairs = [tails(mpf(v), *map(mpf, parameters.values())) for v in values]
        cases.append(case({variable: values} | parameters, columns(pairs, ["lower", "upper"])))
    return cases


def quantile_cases(grid, quantile):
    cases = []
    for parameters in grid:
        ps = many(PS, max(parameters.values(), default=0))
        pairs = [tuple(quantile(mpf(p), side, *map(mpf, parameters.values())) for side in (0, 1)) for p in ps]
        below = [{"quantile": q[0], "upperQuantile": q[1]} for q in pairs]
        keep = [i for i, q in enumerate(below) if all(x == 0 or 1e-290 < abs(x) < 1e290 for x in q.values())]
        expected = {name: [float(below[i][name]) for i in keep] for name in ("quantile", "upperQuantile")}
        cases.append(case({"p": [ps[i] for i in keep]} | parameters, expected))
    return cases


zs = [0, 1e-10, 0.1, 0.5, 1, 1.4999, 1.5, 1.5001, 1.96, 2.5, 4, 7, 10, 20, 30, 37, -1e-10, -0.5, -1.5, -1.96, -5, -20, -37]
method("normal-tails", [case({"z": zs}, columns([normal_tails(mpf(z)) for z in zs], ["lower", "upper"]))])
method("normal-quantile", quantile_cases([{}], normal_quantile))

dfs = [{"df": df} for df in DFS]
extra_t = lambda df: [-1e100, -50, -2, -1e-8, 1e-8, 0.7, 1.5, 2.57, 1e9, 1e100] if df < 3 else [-3, 1e-8, 0.7, 2.57]
method("student-t-tails", tails_cases(dfs, "t", stats.t, t_tails, extra_t))
method("student-t-quantile", quantile_cases(dfs, t_quantile))

half = lambda v: mpf(v) / 2
method("chi-squared-tails", tails_cases(dfs, "x", stats.chi2, lambda x, df: gamma_tails(x / 2, df / 2)))
method("chi-squared-quantile", quantile_cases(dfs, lambda p, side, df: 2 * mp.exp(gamma_log(p, side, df / 2))))

shapes = [{"shape": shape, "scale": scale} for shape, scale in zip(SHAPES, [1, 3, 0.1, 1, 1200, 1, 0.7, 1 / 3, 1])]
method("gamma-tails", tails_cases(shapes, "x", lambda shape, scale: stats.gamma(shape, scale=scale),
                                  lambda x, shape, scale: gamma_tails(x / scale, shape)))
method("gamma-quantile", quantile_cases(shapes, lambda p, side, shape, scale: scale * mp.exp(gamma_log(p, side, shape))))

PAIRS = [(0.01, 0.01), (0.01, 3), (0.01, 1e5), (0.25, 0.5), (0.5, 0.5), (0.5, 365), (0.5, 5e5), (1, 1), (2, 3), (6.5, 52),
         (20, 0.5), (500, 500), (500, 0.25), (1e4, 3), (3e4, 7e4), (1e5, 0.01), (1e5, 1e5)]
shapes = [{"a": a, "b": b} for a, b in PAIRS]
method("beta-tails", tails_cases(shapes, "x", stats.beta, lambda x, a, b: beta_tails(x, 1 - x, a, b),
                                 lambda a, b: [0.001, 0.25, 0.75] if a + b < 100 else []))
method("beta-quantile", quantile_cases(shapes, lambda p, side, a, b: 1 / (1 + mp.exp(-beta_log_odds(p, side, a, b)))))

PAIRS = [(0.5, 0.5), (1, 1), (1, 10), (2, 3), (5, 52), (13, 1), (39, 400), (200, 2000), (1, 1e6), (1e6, 1), (3, 1e5), (1e6, 1e6)]
pairs = [{"numeratorDf": a, "denominatorDf": b} for a, b in PAIRS]
method("f-tails", tails_cases(pairs, "f", stats.f, lambda f, a, b: beta_tails(a * f / (a * f + b), b / (a * f + b), a / 2, b / 2)))
method("f-quantile", quantile_cases(pairs, lambda p, side, a, b: b / a * mp.exp(beta_log_odds(p, side, a / 2, b / 2))))

TRIALS = [(1, 0.3), (6, 0.5), (12, 0.75), (35, 1e-10), (35, 0.999999), (263, 0.3), (1000, 0.1), (1000, 1e-4), (1000000, 0.5), (1000000, 0.3), (1000000, 1e-6)]
points, tails, quantiles = [], [], []
for n, probability in TRIALS:
    p = mpf(probability)
    distribution = stats.binom(n, probability)
    ks = sorted({int(q(x)) for q in (distribution.ppf, distribution.isf) for x in (1e-200, 1e-20, 1e-6, 0.01, 0.2, 0.5)} | {0, 1, n - 1, n} - {-1})
    masses = [mp.binomial(n, k) * p**k * (1 - p) ** (n - k) for k in ks] if n <= 1000 else \
        [mp.exp(mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1) + k * mp.log(p) + (n - k) * mp.log(1 - p)) for k in ks]
    points.append(case({"successes": ks, "n": n, "probability": probability}, [number(m) for m in masses]))

    def binomial_tails(k):
        if k < 0:
            return mpf(0), mpf(1)
        return (mpf(1), mpf(0)) if k >= n else beta_tails(1 - p, p, mpf(n - k), mpf(k + 1))

    tails.append(case({"successes": ks, "n": n, "probability": probability}, columns([binomial_tails(k) for k in ks], ["lower", "upper"])))
    expected = {"quantile": [], "upperQuantile": []}
    wanted = FEW if n < 10000 else [1e-20, 0.3, 0.999]
    for q in wanted:
        for side, name in enumerate(expected):
            low, high = -1, n
            while high - low > 1:
                k = (low + high) // 2
                tail = binomial_tails(k)[side]
                low, high = (low, k) if (tail >= mpf(q) if side == 0 else tail <= mpf(q)) else (k, high)
            expected[name].append(high)
    quantiles.append(case({"p": wanted, "n": n, "probability": probability}, expected))
method("binomial-probability", points)
method("binomial-tails", tails)
method("binomial-quantile", quantiles)

URNS = [(10, 7, 8), (3, 3, 3), (1, 20, 5), (0, 5, 3), (4, 0, 2), (50, 1000, 60), (500, 500, 400), (5000, 200, 3000), (30000, 70000, 20000)]
points, tails, quantiles = [], [], []
for successes, failures, draws in URNS:
    urn = {"successes": successes, "failures": failures, "draws": draws}
    low, masses = hypergeometric_points(successes, failures, draws)
    lower, upper = [], []
    for i in range(len(masses)):
        lower.append((lower[-1] if lower else 0) + masses[i])
    for i in reversed(range(len(masses))):
        upper.insert(0, (upper[0] + masses[i + 1]) if upper else mpf(0))
    wanted = [1e-200, 1e-50, 1e-10, 0.01, 0.3]
    index = {next(i for i, v in enumerate(lower) if v >= q) for q in wanted} | {next(i for i, v in enumerate(upper) if v <= q) for q in wanted}
    index = sorted(index | {0, len(masses) - 1})
    drawn = [low + i for i in index]
    points.append(case({"drawn": drawn} | {"urn": urn}, [number(masses[i]) for i in index]))
    tails.append(case({"drawn": drawn} | {"urn": urn}, {"lower": [number(lower[i]) for i in index], "upper": [float(upper[i]) if upper[i] == 0 else number(upper[i]) for i in index]}))
    quantiles.append(case({"p": FEW, "urn": urn}, {
        "quantile": [low + next(i for i, v in enumerate(lower) if v >= mpf(q) or i == len(lower) - 1) for q in FEW],
        "upperQuantile": [low + next(i for i, v in enumerate(upper) if v <= mpf(q)) for q in FEW]}))
method("hypergeometric-probability", points)
method("hypergeometric-tails", tails)
method("hypergeometric-quantile", quantiles)

write_methods("distributions-mpmath", "distributions.py", methods, mpmath=mpmath.__version__, SciPy=scipy.__version__)
