"""Steps of released mean scores, by going through every number of people and sum of scores in exact fractions.

Nothing of src/ is used. Scores run from 0 to 100 in steps of 100 over items times the steps of an item. For each released
number of people: the finest step at which two sums or more stand behind every rounded mean that may be shown.
Run from the project root: /usr/bin/python3 tests/reference/mean-steps.py > tests/reference/mean-steps.json
"""
import json
import math
from collections import defaultdict
from fractions import Fraction

STEPS = [Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), Fraction(1), Fraction(2), Fraction(5), Fraction(10)]


def halves_up(value):
    return math.floor(value + Fraction(1, 2))


def people(released, step, minimum):
    return [n for n in range(max(1, minimum), released + step + 1) if halves_up(Fraction(n, step)) * step == released]


def rounded(mean, step):
    """Halves towards the middle, and never to an end."""
    near = max(step, halves_up(min(mean, 100 - mean) / step) * step)
    return near if mean <= 50 else 100 - near


def two_left(numbers, fewest, score_step, step):
    sums = defaultdict(set)
    for n in numbers:
        for total in range(fewest, int(n * 100 / score_step) - fewest + 1):
            sums[rounded(total * score_step / n, step)].add(total)
    return bool(numbers) and all(len(these) > 1 for these in sums.values())


cases = []
for items in [1, 2, 3, 5, 6, 10]:
    score_step = Fraction(100, 4 * items)
    for released in [*range(10, 105, 5), 125, 300]:
        for fewest in [2, 5]:
            numbers = people(released, 5, 10)
            found = next((step for step in STEPS if two_left(numbers, fewest, score_step, step)), None)
            cases.append(
                {
                    "behind": {"people": released, "step": 5, "minimum": 10, "fewest": fewest},
                    "scoreStep": float(score_step),
                    "stepOfMean": None if found is None else float(found),
                }
            )
print(json.dumps({"cases": cases}))
