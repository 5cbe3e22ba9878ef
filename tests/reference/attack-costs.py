"""An attacker of costs that shares nothing with the tool's own: what did one Trust spend in one cell of the breakdowns?

    /usr/bin/python3 tests/reference/attack-costs.py --fixture                writes attack-costs.json for tests/disclosure/cost-cells.test.ts
    /usr/bin/python3 tests/reference/attack-costs.py RELEASE INTERNAL [...]   pairs of files as tests/bench/releases.mjs writes them

A cell is what was spent on one component in one category. A release shows sums of cells over all Trusts: categories, components,
strands, the total. The attacker is one of the Trusts whose own costs are held back. It knows what it spent itself, that nobody spent
less than nothing, and the shown sums as rounded. By linear programming (HiGHS by scipy.optimize.linprog) it works out the most that
the others can have spent in a cell. By the p% rule a cell is told when that is less than what one other Trust spent and p more:
Handbook on Statistical Disclosure Control, section 4.2.
"""
import json
import os
import random
import sys

import numpy as np
from scipy.optimize import linprog

P = 0.1
TRUSTS = ["A", "B", "C", "D"]
IMGS = 80  # 20 at each
PER_IMG, IN_ALL = 10, 100  # pounds that costs per IMG and totals are rounded to
STRANDS = {"PRE-01": "pre-arrival", "PRO-01": "professional-practice", "ENB-01": "enablers", "PROGRAMME": "running-the-programme"}
CATEGORIES = ["premises", "catering", "materials", "overhead"]


def nearest(value, step):
    return np.floor(value / step + 0.5 + 1e-9) * step


def is_known(pounds):
    """Whether the sum over Trusts is one or two Trusts', or within p of the largest to the second largest."""
    spent = sorted((each for each in pounds if each > 0), reverse=True)
    if not spent:
        return False
    first, second = spent[0], (spent + [0])[1]
    return sum(spent) - first - second < P * first or (first + second) * (1 + P) > sum(spent)


def most(cells, sums, target, known):
    """The most that may have been spent in a cell: cells are at least what is known of them, sums as shown."""
    rows, limits = [], []
    for places, low, high in sums:
        row = np.zeros(len(cells))
        row[places] = 1
        rows += [row, -row]
        limits += [high, -low]
    goal = np.zeros(len(cells))
    goal[target] = -1
    if not rows:
        return np.inf
    found = linprog(goal, A_ub=np.array(rows), b_ub=np.array(limits), bounds=[(each, None) for each in known])
    return np.inf if found.status == 3 else -found.fun


def told(cells, sums, target, hidden):
    """Who is told by whom, and how closely: None when nobody is."""
    for insider in hidden:
        others = {trust: cells[target].get(trust, 0) for trust in hidden if trust != insider}
        whose = max(sorted(others), key=others.get)
        if others[whose] == 0:
            continue
        known = [sum(amount for trust, amount in cell.items() if trust == insider or trust not in hidden) for cell in cells]
        at_most = most(cells, sums, target, known) - known[target]
        if at_most < (1 + P) * others[whose] - 1e-6:
            return {"by": insider, "whose": whose, "spent": round(others[whose], 2), "atMost": round(at_most, 2)}
    return None


def needed(cells, sums, target, hidden, order):
    """Sums that together tell it, none of which could be left out."""
    left = list(order)
    for name in order:
        fewer = [one for one in left if one != name]
        if told(cells, [sums[one] for one in fewer], target, hidden):
            left = fewer
    return sorted(left)


# ---------------------------------------------------------------- made-up studies

def sums_of(lines):
    """Cells, and every sum of them that is safe by itself, with the id that the tool gives it."""
    keys = sorted({(line["component"], line["category"]) for line in lines})
    cells = [dict() for _ in keys]
    for line in lines:
        cell = cells[keys.index((line["component"], line["category"]))]
        cell[line["trust"]] = cell.get(line["trust"], 0) + line["pounds"]
    ids = {"cost/total/with-supernumerary/pooled": list(range(len(keys)))}
    for place, (component, category) in enumerate(keys):
        for name in (f"category/{category}", f"component/{component.lower()}", f"strand/{STRANDS[component]}"):
            ids.setdefault(f"cost/{name}/pooled", []).append(place)
    sums = {}
    for name, places in ids.items():
        by_trust = [sum(cells[place].get(trust, 0) for place in places) for trust in TRUSTS]
        if is_known(by_trust):
            continue
        step = IN_ALL if "total" in name else PER_IMG * IMGS
        shown = nearest(sum(by_trust), step)
        sums[name] = (places, max(0, shown - step / 2), shown + step / 2)
    return keys, cells, sums


def study(name, lines):
    keys, cells, sums = sums_of(lines)
    draw = random.Random(name)
    tells = []
    for target, (component, category) in enumerate(keys):
        if not is_known([cells[target].get(trust, 0) for trust in TRUSTS]):
            continue
        found = told(cells, list(sums.values()), target, TRUSTS)
        if found is None:
            continue
        sets = set()
        for _ in range(6):
            order = sorted(sums)
            draw.shuffle(order)
            sets.add(tuple(needed(cells, sums, target, TRUSTS, order)))
        tells.append({"component": component, "category": category, **found, "from": sorted(map(list, sets))})
    return {"name": name, "lines": lines, "tells": tells}


def line(trust, component, category, pounds):
    return {"trust": trust, "component": component, "category": category, "pounds": pounds}


def made_up():
    alike = [
        line(trust, component, category, 40_000 + 10_000 * place + 700 * index)
        for index, trust in enumerate(TRUSTS)
        for place, (component, category) in enumerate(
            [("PRO-01", "premises"), ("PRO-01", "catering"), ("PROGRAMME", "overhead"), ("ENB-01", "premises")]
        )
    ]
    yield study("overheads of one component are one Trust's", alike + [line("D", "PRO-01", "overhead", 120_000)])
    yield study(
        "overheads of one component are nearly one Trust's",
        alike + [line(trust, "PRO-01", "overhead", 90_000 if trust == "B" else 500) for trust in TRUSTS],
    )
    yield study("all alike", alike)
    draw = random.Random(6)
    for number in range(1, 9):
        lines = [
            line(trust, component, category, round(draw.lognormvariate(9.5, 1.2)))
            for component in STRANDS
            for category in CATEGORIES
            if draw.random() < 0.6
            for trust in TRUSTS
            if draw.random() < 0.75
        ]
        yield study(f"drawn at random, {number}", lines)


# ---------------------------------------------------------------- a whole release

def attack_release(release, internal):
    results = {one["id"]: one for one in json.load(open(internal))["results"]}
    data = json.load(open(release))
    shown = {one["id"]: one for one in data["results"] if one["kind"] == "estimate"}
    listed = {one["id"]: one for one in data["results"]}
    hidden = [group for group in data["groups"] if not any(
        one["subject"]["measure"] == "cost" and one["subject"]["trusts"] == group for one in shown.values())]
    if not hidden:
        return 0, []
    names = [one for one in results if one.startswith("cost/quantity/") and results[one]["kind"] == "estimate"]
    once = sum(sum(results[one]["contributions"].values()) for one in names if "/once/" in one)
    set_up = results.get("cost/phase/set-up/pooled")
    scale = set_up["estimate"] * set_up["n"] / once if once and set_up and set_up["kind"] == "estimate" else 1
    cells, within = [], {}
    known_categories = {one.split("/")[2] for one in results if one.startswith("cost/category/")}
    strand_of = {}
    for relation in data["relations"]:
        if relation["kind"] in ("sum", "equal"):
            ids = relation["ids"] if relation["kind"] == "equal" else [relation["total"], *relation["parts"]]
            strands = [one for one in ids if one.startswith("cost/strand/") and one.endswith("/pooled")]
            for one in ids:
                if one.startswith("cost/component/") and one.endswith("/pooled") and strands:
                    strand_of[one] = strands[0]
    for place, name in enumerate(names):
        _, _, component, kind, basis, _ = name.split("/")
        own = results[name]["contributions"]
        cells.append({"+".join(group): sum(own.get(trust, 0) for trust in group) * (scale if basis == "once" else 1)
                      for group in data["groups"]})
        category = kind if kind in known_categories else (
            "img-supernumerary-time" if component == "img-time" else "staff-time")
        component = f"cost/component/{component}/pooled"
        parts = [f"cost/category/{category}/pooled", component, strand_of.get(component),
                 f"cost/phase/{'set-up' if basis == 'once' else 'running'}/pooled",
                 "cost/total/with-supernumerary/pooled", "cost/per-img/inducted/with-supernumerary/pooled"]
        for one in [*filter(None, parts), name]:
            within.setdefault(one, []).append(place)
    sums = {}
    for one, places in within.items():
        if one in shown and results[one]["estimate"]:
            pounds = sum(sum(cells[place].values()) for place in places)
            each, half = pounds / results[one]["estimate"], shown[one]["precision"] / 2
            sums[one] = (places, max(0, each * (shown[one]["estimate"] - half)), each * (shown[one]["estimate"] + half))
    keys = ["+".join(group) for group in hidden]
    held = [place for place, name in enumerate(names) if name in listed and name not in shown]
    found = [(names[place], told(cells, list(sums.values()), place, keys)) for place in held]
    return len(held), [one for one in found if one[1]]


if __name__ == "__main__":
    if sys.argv[1:] == ["--fixture"]:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "attack-costs.json")
        with open(path, "w") as file:
            file.write(json.dumps({"made_by": "tests/reference/attack-costs.py", "studies": list(made_up())}, indent=1) + "\n")
    else:
        files = sys.argv[1:]
        for release, internal in zip(files[::2], files[1::2]):
            held, found = attack_release(release, internal)
            print(os.path.basename(release), f"{held} cells held back, {len(found)} told")
            for one in found:
                print("  ", *one)
