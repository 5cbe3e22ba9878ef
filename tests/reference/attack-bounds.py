"""Bounds of sums within systems of whole and real numbers, by scipy.optimize.milp (HiGHS as SciPy builds it, with its presolve).

Run from the project root: /usr/bin/python3 tests/reference/attack-bounds.py
Writes attack-bounds.json: two-way tables with margins exact and rounded, and systems of shares, people and pounds as a release
gives them, each with sums and their lowest and highest value. Every system is made from a truth that satisfies it.
"""
import json
import os
import random

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp

random.seed(20260906)


def bounds(system, terms):
    unknowns, constraints = system["unknowns"], system["constraints"]
    n = len(unknowns)
    cost = np.zeros(n)
    for at, times in terms:
        cost[at] += times
    matrix = np.zeros((len(constraints), n))
    for row, one in enumerate(constraints):
        for at, times in one["terms"]:
            matrix[row, at] += times
    low = [-np.inf if one["low"] is None else one["low"] for one in constraints]
    high = [np.inf if one["high"] is None else one["high"] for one in constraints]
    ends = []
    for sign in (1, -1):
        found = milp(
            sign * cost,
            integrality=[1 if one["whole"] else 0 for one in unknowns],
            bounds=Bounds([one["low"] for one in unknowns], [np.inf if one["high"] is None else one["high"] for one in unknowns]),
            constraints=LinearConstraint(matrix, low, high),
            options={"mip_rel_gap": 0},
        )
        assert found.status in (0, 3), found.message
        ends.append(None if found.status == 3 else round(sign * found.fun, 9))
    return {"terms": terms, "low": ends[0], "high": ends[1]}


def whole(low=0, high=None):
    return {"whole": True, "low": low, "high": high}


def said(terms, low, high):
    return {"terms": terms, "low": low, "high": high}


def table(rows, columns, step):
    counts = [[random.randint(0, 12) for _ in range(columns)] for _ in range(rows)]
    at = lambda i, j: i * columns + j
    constraints = [
        said([[at(i, j), 1]], counts[i][j], counts[i][j])
        for i in range(rows) for j in range(columns) if random.random() < 0.55
    ]
    half = (step - 1) / 2
    near = lambda total: step * round(total / step)
    for i in range(rows):
        total = near(sum(counts[i]))
        constraints.append(said([[at(i, j), 1] for j in range(columns)], total - half, total + half))
    for j in range(columns):
        total = near(sum(row[j] for row in counts))
        constraints.append(said([[at(i, j), 1] for i in range(rows)], total - half, total + half))
    system = {"unknowns": [whole() for _ in range(rows * columns)], "constraints": constraints}
    return system, [[[at(i, j), 1]] for i in range(rows) for j in range(columns)]


def shares(groups):
    """Of each group: people n and those of them who agreed c, the share rounded; all groups add up; pounds go with people."""
    unknowns, constraints, sums = [], [], []
    people, agreed, spent = [], [], []
    for group in range(groups):
        n, c, pounds = 3 * group, 3 * group + 1, 3 * group + 2
        people.append(random.randint(5, 30))
        agreed.append(random.randint(0, people[-1]))
        spent.append(random.uniform(500, 9000))
        unknowns += [whole(), whole(), {"whole": False, "low": 0, "high": None}]
        constraints.append(said([[n, 1], [c, -1]], 0, None))
        if random.random() < 0.7:
            share = 0.05 * round(agreed[-1] / people[-1] / 0.05)
            constraints.append(said([[c, 1], [n, -(share - 0.025)]], 0, None))
            constraints.append(said([[c, 1], [n, -(share + 0.025)]], None, 0))
        if random.random() < 0.6:
            near = 5 * round(people[-1] / 5)
            constraints.append(said([[n, 1]], near - 2, near + 2))
        if random.random() < 0.6:
            each = 10 * round(spent[-1] / people[-1] / 10)
            constraints.append(said([[pounds, 1], [n, -(each - 5)]], 0, None))
            constraints.append(said([[pounds, 1], [n, -(each + 5)]], None, 0))
        sums += [[[n, 1]], [[c, 1]], [[n, 1], [c, -1]], [[pounds, 1]]]
    every = range(groups)
    constraints.append(said([[3 * g, 1] for g in every], sum(people), sum(people)))
    constraints.append(said([[3 * g + 1, 1] for g in every], sum(agreed), sum(agreed)))
    total = 100 * round(sum(spent) / 100)
    constraints.append(said([[3 * g + 2, 1] for g in every], total - 50, total + 50))
    return {"unknowns": unknowns, "constraints": constraints}, sums


cases = []
for kind, made in (
    [("table", table(r, c, s)) for r, c, s in ((3, 3, 1), (4, 6, 1), (5, 5, 5), (8, 8, 1), (6, 9, 5))]
    + [("shares", shares(groups)) for groups in (2, 3, 4, 5, 6, 6)]
):
    system, sums = made
    cases.append({"kind": kind, **system, "bounds": [bounds(system, terms) for terms in sums]})

path = os.path.join(os.path.dirname(__file__), "attack-bounds.json")
with open(path, "w") as file:
    json.dump({"madeBy": f"scipy {scipy.__version__} milp", "cases": cases}, file, separators=(",", ":"))
    file.write("\n")
