"""Exact p-values of src/stats/tables in whole numbers. Run from the project root: /usr/bin/python3 tests/reference/tables-exact.py

Every table with the given totals is gone through; probabilities are fractions of whole numbers, rounded once at the end.
"""
import os
import sys
from fractions import Fraction
from functools import lru_cache
from math import comb, factorial, prod

sys.path.insert(0, os.path.dirname(__file__))
from write_json import case, reference, write_methods


def fills(left, total):
    """All ways to fill a column of this total from rows with these totals left."""
    if len(left) == 1:
        if total <= left[0]:
            yield (total,)
        return
    for count in range(max(0, total - sum(left[1:])), min(left[0], total) + 1):
        for rest in fills(left[1:], total - count):
            yield (count,) + rest


def halton(table):
    """Probability of tables no likelier than this one; ways to make a table are n! over the factorials of its counts."""
    columns = [sum(row[j] for row in table) for j in range(len(table[0]))]

    @lru_cache(None)
    def below(left, column):
        """For each product of factorials, how many tables fill what is left."""
        if column == len(columns) - 1:
            return {prod(map(factorial, left)): 1}
        found = {}
        for fill in fills(left, columns[column]):
            here = prod(map(factorial, fill))
            for product, tables in below(tuple(a - b for a, b in zip(left, fill)), column + 1).items():
                found[here * product] = found.get(here * product, 0) + tables
        return found

    products = below(tuple(sum(row) for row in table), 0)
    seen = prod(factorial(count) for row in table for count in row)
    # the tolerance of 1e-7 in whole numbers: products at least as large as the one seen, to within that share
    in_tail = [p for p in products if p * (10**7 + 1) >= seen * 10**7]
    gap = [p for p in products if p < seen and p * (10**7 + 1) >= seen * 10**7]
    assert not gap
    return Fraction(sum(Fraction(products[p], p) for p in in_tail), sum(Fraction(k, p) for p, k in products.items()))


halton_tables = {
    "three by three": [[3, 1, 4], [2, 6, 5], [0, 2, 7]],
    "strong association": [[1, 8, 2], [2, 4, 1], [12, 0, 2]],
    "very strong association": [[20, 1, 0], [0, 18, 1], [1, 0, 22]],
    "many ties": [[3, 0, 1], [0, 3, 1], [1, 1, 3]],
    "six sites, yes and no": [[2, 5], [5, 12], [9, 11], [3, 4], [14, 21], [4, 2]],
    "two groups, five answers": [[0, 1, 3, 4, 3], [1, 4, 5, 2, 0]],
    "equal totals": [[4, 1, 1], [1, 4, 1], [1, 1, 4]],
    "four by four": [[1, 2, 1, 0], [3, 3, 6, 1], [0, 2, 4, 3], [2, 1, 1, 3]],
    "p exactly 1": [[2, 4], [4, 8]],
}

fisher_tables = {
    "tea tasting": [[3, 1], [1, 3]],
    "convictions of twins": [[2, 10], [15, 3]],
    "n = 400, extreme tail": [[180, 20], [15, 185]],
    "n = 1000": [[400, 100], [120, 380]],
    "n = 1000, separated": [[500, 0], [0, 500]],
    "uneven": [[1, 199], [9, 41]],
}


def fisher(table, alternative):
    (a, b), (c, d) = table
    row, column, n = a + b, a + c, a + b + c + d
    ways = {x: comb(column, x) * comb(n - column, row - x) for x in range(max(0, row + column - n), min(row, column) + 1)}
    chosen = {
        "two-sided": [w for w in ways.values() if w * 10**7 <= ways[a] * (10**7 + 1)],
        "greater": [w for x, w in ways.items() if x >= a],
        "less": [w for x, w in ways.items() if x <= a],
    }[alternative]
    return float(Fraction(sum(chosen), sum(ways.values())))


def trend(groups, scores):
    n, successes = sum(total for _, total in groups), sum(x for x, _ in groups)
    ways = {(0, 0): 1}
    for (_, total), score in zip(groups, scores):
        following = {}
        for (used, value), count in ways.items():
            for x in range(min(total, successes - used) + 1):
                key = (used + x, value + x * score)
                following[key] = following.get(key, 0) + count * comb(total, x)
        ways = following
    ends = {value: count for (used, value), count in ways.items() if used == successes}
    seen = sum(x * score for (x, _), score in zip(groups, scores))
    mean = Fraction(successes * sum(total * score for (_, total), score in zip(groups, scores)), n)
    share = lambda inside: float(Fraction(sum(c for v, c in ends.items() if inside(v)), comb(n, successes)))
    return {
        "statistic": seen,
        "expected": float(mean),
        "pValue": share(lambda v: abs(v - mean) >= abs(seen - mean)),
        "pValueGreater": share(lambda v: v >= seen),
        "pValueLess": share(lambda v: v <= seen),
    }


trends = {
    "four groups of twelve": ([(3, 12), (6, 12), (8, 12), (11, 12)], [1, 2, 3, 4]),
    "smokers, help of prop.trend.test": ([(83, 86), (90, 93), (129, 136), (70, 82)], [1, 2, 3, 4]),
    "strong trend": ([(1, 30), (9, 30), (21, 30), (29, 30)], [1, 2, 3, 4]),
    "six sites": ([(2, 5), (5, 12), (9, 20), (3, 7), (14, 35), (4, 6)], [1, 2, 3, 4, 5, 6]),
    "uneven scores": ([(5, 6), (3, 7), (1, 8)], [-1, 0, 2]),
}

by = f"Python {sys.version.split()[0]} fractions, every table"
write_methods("tables-exact", "tables-exact.py", {
    "fisher-exact": reference(by, [
        case({"table": table, "alternative": alternative, "level": 0.95}, {"pValue": fisher(table, alternative)}, name)
        for name, table in fisher_tables.items() for alternative in ("two-sided", "greater", "less")
    ]),
    "fisher-freeman-halton": reference(by, [case({"table": table}, {"pValue": float(halton(table))}, name) for name, table in halton_tables.items()]),
    "cochran-armitage-exact": reference(by, [
        case({"groups": [{"successes": x, "n": n} for x, n in groups], "scores": scores}, trend(groups, scores), name)
        for name, (groups, scores) in trends.items()
    ]),
})
