"""Expected estimates for src/costs/estimate: 200 random Trusts worked out in decimal arithmetic, apart from our code.

Reads data/planning/assumptions.json, data/pay/pay-and-on-costs.csv and data/induction/components.json as they ship.
Run again from the project root when one of them changes: python3 tests/reference/estimate.py > tests/reference/estimate.json
"""
import csv
import json
import random
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 40
random.seed(20261127)
D = lambda number: Decimal(str(number))
assumptions = json.load(open("data/planning/assumptions.json"))
components = [one["id"] for one in json.load(open("data/induction/components.json"))]
pay = list(csv.DictReader(open("data/pay/pay-and-on-costs.csv")))
items = assumptions["items"]


def figure(table, key, year):
    (found,) = [row for row in pay if (row["table"], row["key"], row["year"]) == (table, key, year)]
    return D(found["value"])


def hourly(point, given, pension, hours):
    year = given["year"]
    staff = "afc" if point.startswith("band") else "medical"
    supplement = D(given["highCost"][staff] or 0)
    basic = figure("afc_pay_england" if staff == "afc" else "medical_pay_england", point, year) + supplement
    insured = max(D(0), basic - figure("employer_ni", "secondary_threshold", year))
    cost = basic + figure("employer_ni", "rate", year) * insured
    cost += figure("nhs_pension_employer", "total" if pension == "full" else "paid_by_employer", year) * basic
    if given["levy"]:
        cost += figure("apprenticeship_levy", "rate", year) * basic
    time = lambda key: figure("working_time", key, year)
    if hours == "paid":
        return cost / time(f"paid_hours.{staff}")
    days = time("weeks_per_year") * 5 - time("public_holidays") - time("annual_leave") - time("study_leave")
    return cost / (days * time(f"weekly_hours.{staff}") / 5 * (1 - time("sickness_rate")))


def pence(pounds):
    return (pounds * 100).quantize(Decimal(1), ROUND_HALF_UP)


def seats(imgs, intakes):
    """How many IMGs each intake has, as even as can be."""
    sizes = [0] * intakes
    for img in range(imgs):
        sizes[img % intakes] += 1
    return sizes


def groups(sizes, most):
    return sum(0 if size == 0 else 1 if most is None else -(-size // most) for size in sizes)


def year_cost(given, level_of, imgs, wanted=None):
    """Pence of each item in a year, and overheads."""
    lines = {}
    view = given["perspective"]
    pension = "full" if view == "nhs" else given["pension"]
    for item in items:
        is_time = item["component"] == "IMG-TIME"
        needs = "PRO-03" if is_time else item["component"]
        if needs not in given["components"] or (is_time and not given["countSupernumerary"]):
            continue
        if item["paidBy"] == "IMG" or (view != "nhs" and item["paidBy"] != "Trust"):
            continue
        if view == "trust-cash" and not item["extra"]:
            continue
        own = given["overrides"].get(item["id"], {})
        amount = D(item["amount"][level_of(item["id"])])
        if is_time and item["eachShadowingWeek"]:
            amount = amount / D(item["amount"]["high"]) * D(given["shadowingHoursAWeek"])
        amount = D(own["amount"]) if "amount" in own else amount
        weeks = D(given["shadowingWeeks"]) if item["eachShadowingWeek"] else 1
        times = {
            "once": lambda: groups([imgs], item["groupSize"]),
            "each year": lambda: groups([imgs], item["groupSize"]),
            "each intake": lambda: groups(seats(imgs, given["intakes"]), item["groupSize"]),
            "each IMG": lambda: imgs,
        }[item["basis"]]()
        price = D(1)
        if item["payPoint"] is not None:
            point = own.get("payPoint") or (given["shadowingPayPoint"] if is_time else None) or item["payPoint"]
            hours = "paid" if item["paidHours"] else given["hours"]
            price = D(own["poundsAnHour"]) if "poundsAnHour" in own else hourly(point, given, pension, hours)
        lines[item["id"]] = (pence(amount * weeks * times * price), item["basis"] == "once", is_time)
    return lines


def spread(whole, given):
    set_up = given["setUp"]
    if set_up["treatment"] == "written-off" or given["perspective"] == "trust-cash":
        return whole
    growth = 1 + D(set_up["discountRate"])
    start = 0 if set_up["timing"] == "in advance" else 1
    factor = sum(growth ** -(year + start) for year in range(set_up["years"]))
    return pence(whole / 100 / factor)


def total(given, level_of, imgs):
    lines = year_cost(given, level_of, imgs)
    set_up = sum(spread(whole, given) for whole, once, _ in lines.values() if once)
    running = sum(whole for whole, once, _ in lines.values() if not once)
    if given["overheads"] and given["perspective"] != "trust-cash":
        share = D(given["overheads"])
        base = lambda once: sum(whole for whole, first, is_time in lines.values() if first == once and not is_time)
        set_up += spread(pence(D(base(True)) / 100 * share), given)
        running += pence(D(base(False)) / 100 * share)
    return int(set_up), int(running)


def random_inputs():
    imgs = random.choice([1, 2, 5, 8, 9, 16, 20, 33, 60, 121])
    years = random.choice([1, 3, 5, 10])
    zone = random.random() < 0.3
    overrides = {}
    for item in random.sample(items, random.randint(0, 4)):
        own = {"amount": random.choice([0, 0.25, 7.5, 33.3, 120])}
        if item["payPoint"] is not None and random.random() < 0.5:
            own["payPoint"] = random.choice(["band6.top", "consultant.T3.yr8-13", "ST6-8.np5"])
        elif item["payPoint"] is not None and random.random() < 0.5:
            own["poundsAnHour"] = random.choice([27.5, 61.23])
        overrides[item["id"]] = own
    return {
        "imgs": imgs,
        "intakes": random.randint(1, min(imgs, 12)),
        "year": random.choice(["2024/25", "2025/26", "2026/27"]),
        "pension": random.choice(["paid-by-trust", "full"]),
        "levy": random.random() < 0.8,
        "hours": random.choice(["paid", "productive"]),
        "perspective": random.choice(["trust-cash", "trust-economic", "nhs"]),
        "components": [one for one in [*components, "PROGRAMME"] if random.random() < 0.8],
        "selfAssessment": None,
        "partlyShare": 0.5,
        "shadowingWeeks": random.choice([0, 1, 2, 4, 6.5, 12]),
        "shadowingHoursAWeek": random.choice([40, 37.5, 48, 0]),
        "shadowingPayPoint": random.choice([None, None, "FY2.np2", "specialty_doctor_2021.yr0-2"]),
        "countSupernumerary": random.random() < 0.7,
        "setUp": {
            "treatment": random.choice(["annuitised", "annuitised", "written-off"]),
            "years": years,
            "discountRate": random.choice([0, 0.035, 0.06]),
            "timing": random.choice(["in arrears", "in advance"]),
        },
        "overheads": random.choice([None, None, 0, 0.153]),
        "highCost": {"zone": "inner London", "afc": 8000, "medical": 2162} if zone else {"zone": "none", "afc": None, "medical": None},
        "overrides": overrides,
        "recruited": None,
        "completed": None,
        "replacementCost": None,
    }


cases = []
while len(cases) < 200:
    given = random_inputs()
    if given["components"]:
        expected = {}
        for level in ["low", "central", "high"]:
            set_up, running = total(given, lambda _: level, given["imgs"])
            more = sum(total(given, lambda _: level, given["imgs"] + 1))
            expected[level] = {"setUpPence": set_up, "runningPence": running, "oneMorePence": more - set_up - running}
        moved = random.choice(items)["id"]
        driver = [sum(total(given, lambda id: level if id == moved else "central", given["imgs"])) for level in ["low", "high"]]
        six = {**given, "shadowingWeeks": 6}
        cases.append(
            {
                "inputs": given,
                "expected": expected,
                "driver": {"id": moved, "lowPence": driver[0], "highPence": driver[1]},
                "sixWeeksPence": sum(total(six, lambda _: "central", given["imgs"])),
            }
        )
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
