"""The audit of hidden cells with SciPy: linprog (real numbers, exact for such tables) or milp, two programs a cell."""
import json
import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

job, file = sys.argv[1:]
tables = json.load(open(file))
started = time.perf_counter()
found = []
for table in tables:
    counts, hidden = np.array(table["counts"]), np.array(table["hidden"])
    places = np.argwhere(hidden)
    left = np.where(hidden, counts, 0)
    matrix = np.zeros((2 * len(counts), len(places)))
    for at, (row, column) in enumerate(places):
        matrix[row, at] = matrix[len(counts) + column, at] = 1
    totals = np.concatenate([left.sum(axis=1), left.sum(axis=0)])
    matrix = csr_array(matrix)
    own = []
    for at in range(len(places)):
        ends = []
        for sign in (1, -1):
            cost = np.zeros(len(places))
            cost[at] = sign
            if job == "linprog":
                ends.append(round(sign * linprog(cost, A_eq=matrix, b_eq=totals, method="highs").fun))
            else:
                rows = LinearConstraint(matrix, totals, totals)
                ends.append(round(sign * milp(cost, integrality=np.ones(len(places)), bounds=Bounds(0, np.inf), constraints=rows).fun))
        own.append(ends)
    found.append(own)
print(json.dumps({"seconds": time.perf_counter() - started, "bounds": found}))
