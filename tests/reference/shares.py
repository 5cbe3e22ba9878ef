"""Steps and limits of released shares, by going through every pair of people and count in exact fractions.

Nothing of src/ is used. For each released number of people: the finest of 1, 2, 5, 10, 20 in a hundred at which everybody who
knows the rules finds two counts or more (and two numbers not counted) behind each released share; then, with the limits beside
it (the outermost Wilson limits of all that is released alike, by the roots of their quadratic), again two or more.
Run from the project root: /usr/bin/python3 tests/reference/shares.py > tests/reference/shares.json
"""
import json
import math
from collections import defaultdict
from fractions import Fraction
from statistics import NormalDist

STEPS = [Fraction(1, 100), Fraction(1, 50), Fraction(1, 20), Fraction(1, 10), Fraction(1, 5)]
LIMITS = Fraction(1, 20)


def people(released, step, minimum):
    return [n for n in range(max(1, minimum), released + step + 1) if halves_up(Fraction(n, step)) * step == released]


def halves_up(value):
    return math.floor(value + Fraction(1, 2))


def pairs(released, step, minimum, fewest, everyone):
    for n in people(released, step, minimum):
        for count in range(n + 1):
            fewer = min(count, n - count)
            if (everyone if fewer == 0 else fewer >= fewest):
                yield n, count


def rounded(n, count, step):
    """Halves towards one half, and never to none or all."""
    fewer = Fraction(min(count, n - count), n)
    near = halves_up(fewer / step) * step
    if fewer > 0:
        near = max(near, step)
    return near if 2 * count <= n else 1 - near


def groups(behind, step):
    alike = defaultdict(list)
    for n, count in pairs(*behind):
        alike[rounded(n, count, step)].append((n, count))
    return alike


def two_left(alike):
    between = [group for group in alike if any(0 < count < n for n, count in group)]
    return bool(between) and all(
        len({count for _, count in group}) > 1 and len({n - count for n, count in group}) > 1 for group in between
    )


def wilson(n, count, level):
    """Roots p of (share - p)^2 = z^2 p (1 - p) / n."""
    z2 = NormalDist().inv_cdf((1 + level) / 2) ** 2
    share = count / n
    a, b, c = 1 + z2 / n, -(2 * share + z2 / n), share**2
    root = math.sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def outward(group, step, level):
    limit_step = min(step, LIMITS)
    limits = [wilson(n, count, level) for n, count in group]
    low = math.floor(min(low for low, _ in limits) / float(limit_step) + 1e-9) * limit_step
    high = math.ceil(max(high for _, high in limits) / float(limit_step) - 1e-9) * limit_step
    return max(Fraction(0), low), min(Fraction(1), high)


def main():
    cases = []
    rules = {
        "service": (5, 10, 1, True),
        "opinion by Trust": (5, 10, 2, False),
        "opinion over all": (5, 10, 5, False),
        "1 to 7 held back": (5, 8, 8, False),
        "exact people": (1, 10, 1, True),
    }
    for name, (step, minimum, fewest, everyone) in rules.items():
        for released in [*range(5, 155, 5), 200, 300, 500, 1000, 5000]:
            behind = (released, step, minimum, fewest, everyone)
            found = next((one for one in STEPS if two_left(groups(behind, one).values())), None)
            case = {
                "rules": name,
                "behind": dict(zip(["people", "step", "minimum", "fewest", "everyone"], behind)),
                "stepOfShare": None if found is None else float(found),
            }
            if found is not None and released <= 150:
                alike = groups(behind, found)
                told = defaultdict(list)
                for share, group in alike.items():
                    told[(share, outward(group, found, 0.95))] += group
                assert two_left(told.values()), (name, released)
                # 0 and 1 stand alone; the first, a middle and the last of the others
                shares = [share for share in sorted(alike) if 0 < share < 1]
                case["shares"] = [
                    {
                        "share": float(share),
                        "pairs": alike[share],
                        "limits": [float(limit) for limit in outward(alike[share], found, 0.95)],
                    }
                    for share in sorted({shares[0], shares[len(shares) // 2], shares[-1]})
                ]
            cases.append(case)
    print(json.dumps({"cases": cases}))


main()
