"""What a mean score tells of one of its items: how many people can have answered otherwise than at the end that it lies near.

    /usr/bin/python3 tests/reference/attack-means.py     writes attack-means.json for tests/disclosure/near-end.test.ts

A score is the mean of its items, 0 to 100. From the mean and the number of people follow the steps that all answers together lie
away from an end. By going through every way to spread these over people and items (a person may be off by 0 to all steps of each
item) it finds the most people who may have given one item an answer other than the two at that end. Nothing of the tool is used.
"""
import json
import os


def most_other(people, items, points, steps):
    """The most people off the two best answers of the first item, when all answers are `steps` off together; None when none can be."""
    top = points - 1
    # Each person: whether off the two best answers of the first item, and all steps off.
    ways = {}
    for first in range(top + 1):
        for others in range((items - 1) * top + 1):
            key = (1 if first >= 2 else 0, first + others)
            ways[key] = True
    best = {0: 0}
    for _ in range(people):
        after = {}
        for total, count in best.items():
            for other, off in ways:
                if total + off <= steps:
                    after[total + off] = max(after.get(total + off, -1), count + other)
        best = after
    return best.get(steps)


def cases():
    for people in (10, 12, 20):
        for items, points in ((1, 5), (2, 5), (3, 4), (6, 5)):
            for steps in range(0, 25):
                yield {
                    "people": people,
                    "scoreStep": 100 / (items * (points - 1)),
                    "steps": steps,
                    "mean": 100 - 100 * steps / (people * items * (points - 1)),
                    "mostOther": most_other(people, items, points, steps),
                }


if __name__ == "__main__":
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "attack-means.json")
    found = [case for case in cases() if case["mostOther"] is not None and case["mean"] > 50]
    with open(path, "w") as file:
        lines = ",\n  ".join(json.dumps(case) for case in found)
        file.write('{\n "made_by": "tests/reference/attack-means.py",\n "cases": [\n  ' + lines + "\n ]\n}\n")
