"""Expected values for src/stats/distributions/noncentral-t and Hedges' correction, to 40 digits by mpmath.

The probability is the series of Johnson, Kotz & Balakrishnan (1995, chapter 31) in incomplete beta functions; a second road,
the integral over the chi-squared variable, must agree. Run from the project root: /usr/bin/python3 tests/reference/noncentral-t.py
"""
import mpmath as mp
from write_json import case, reference, write_methods

mp.mp.dps = 60


def series(t, df, d):
    """P(T <= t) for t >= 0; 60 digits leave more than 17 when terms cancel."""
    t, df, d = mp.mpf(t), mp.mpf(df), mp.mpf(d)
    if t < 0:
        return 1 - series(-t, df, -d)
    total = mp.ncdf(-d)
    x = t * t / (df + t * t)
    half = d * d / 2
    j = 0
    while True:
        p = mp.exp(-half) * half**j / mp.factorial(j)
        q = d / mp.sqrt(2) * mp.exp(-half) * half**j / mp.gamma(j + mp.mpf(3) / 2)
        term = (p * mp.betainc(j + mp.mpf(1) / 2, df / 2, 0, x, regularized=True)
                + q * mp.betainc(j + 1, df / 2, 0, x, regularized=True)) / 2
        total += term
        j += 1
        if j > half and abs(term) < mp.mpf(10) ** -55:
            return total


def integral(t, df, d):
    t, df, d = mp.mpf(t), mp.mpf(df), mp.mpf(d)
    density = lambda s: 2 * (df / 2) ** (df / 2) / mp.gamma(df / 2) * s ** (df - 1) * mp.exp(-df * s * s / 2)
    return mp.quad(lambda s: mp.ncdf(t * s - d) * density(s), [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 12])


def cdf(t, df, d):
    value = series(t, df, d)
    assert abs(value - integral(t, df, d)) < mp.mpf(10) ** -18 * max(value, mp.mpf(10) ** -6), (t, df, d)
    return value


points = [(2, 3, 1), (0, 5, 0.7), (0, 1, -2), (-1.5, 4, 1), (2.5, 1, 0.5), (1.96, 2, 3), (4.06, 9, 2), (4.06, 9, 6.5), (-3, 14, -1),
          (10, 14, 8), (0.3, 34, 0), (5, 34, 2), (2, 199, 2.2), (12, 999, 11), (3, 2.5, 1.25), (-6, 29, 0.5), (8, 29, 1), (1, 5, 6), (20, 14, 12)]
limits = [(t, df, level) for t, df in [(2, 9), (0, 5), (-1.3, 3), (4.0621277, 9), (4.298, 14), (0.4, 2), (10, 34), (25, 14), (-3, 199), (3, 999)]
          for level in (0.9, 0.95)]


def limit(t, df, tail, above):
    """The noncentrality that leaves tail above, or below, t."""
    miss = lambda d: (1 - series(t, df, d) if above else series(t, df, d)) - tail
    start = mp.mpf(t) + (-1 if above else 1) * 2 * mp.sqrt(1 + mp.mpf(t) ** 2 / (2 * df))
    root = mp.findroot(miss, (start, start + mp.mpf("0.1")), tol=mp.mpf(10) ** -40)
    assert abs(miss(root)) < mp.mpf(10) ** -25
    return float(root)


by = f"mpmath {mp.__version__}, 60 digits"
mp.mp.dps = 40
j = lambda df: float(mp.gamma(mp.mpf(df) / 2) / (mp.sqrt(mp.mpf(df) / 2) * mp.gamma((mp.mpf(df) - 1) / 2)))
mp.mp.dps = 60
write_methods("noncentral-t", "noncentral-t.py", {
    "noncentral-t": reference(by, [case({"t": t, "df": df, "noncentrality": d}, float(cdf(t, df, d))) for t, df, d in points]),
    "noncentral-t-limits": reference(by, [
        case({"t": t, "df": df, "level": level},
             {"low": limit(t, df, (1 - mp.mpf(str(level))) / 2, True), "high": limit(t, df, (1 - mp.mpf(str(level))) / 2, False)})
        for t, df, level in limits]),
    "hedges-correction": reference(by, [case(df, j(df)) for df in (2, 2.5, 3, 4, 5, 9, 14, 34, 58.3, 199, 999, 100000)]),
}, mpmath=mp.__version__)
