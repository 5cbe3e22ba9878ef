"""Expected values for src/costs/rate-card.ts and own-rate.ts, day by day in exact fractions.

Nothing is weighed: each day of a period costs a 1/n part of that day's yearly cost over its year's hours, and the days are
added up. Pay and on-costs are typed in here, not read from data/pay.
Run from the project root: python3 tests/reference/rate-card.py > tests/reference/rate-card.json
"""
import json
from datetime import date, timedelta
from fractions import Fraction as F

PAY = {
    ("band6.top", "2022/23"): 40588,
    ("band6.top", "2024/25"): 44962,
    ("band6.top", "2025/26"): 46580,
    ("band6.top", "2026/27"): 48117,
    ("band2.entry", "2026/27"): 25272,
    ("FY1.np1", "2022/23"): 29384,
    ("FY2.np2", "2024/25"): 42008,
    ("FY2.np2", "2025/26"): 44439,
}
FULL = {"2022/23": F(2068, 10000), "2024/25": F(2378, 10000), "2025/26": F(2378, 10000), "2026/27": F(2378, 10000)}
TRUST = F(1438, 10000)
LEVY = F(5, 1000)
PAID = {"afc": F(19554, 10), "medical": F(208572, 100)}
DAYS_AT_WORK = F(52143, 1000) * 5 - 8 - 27
PRODUCTIVE = {"afc": DAYS_AT_WORK * F(75, 10) * F(95, 100), "medical": DAYS_AT_WORK * 8 * F(95, 100)}


def year_of(day):
    first = day.year if day >= date(day.year, 4, 1) else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def insurance(day):
    """Rate and yearly threshold; the first days of April belong to the tax year that April is paid in."""
    if year_of(day) == "2022/23":
        return (F(1505, 10000) if day <= date(2022, 11, 5) else F(138, 1000)), 9100
    if year_of(day) == "2024/25":
        return F(138, 1000), 9100
    return F(15, 100), 5000


def yearly(pay, day, pension, pensionable=None):
    rate, threshold = insurance(day)
    share = FULL[year_of(day)] if pension == "full" else TRUST
    on = pay if pensionable is None else pensionable
    return pay + rate * max(F(0), pay - threshold) + share * on + LEVY * pay


def over_days(first, last, of_day):
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return sum(of_day(day) for day in days) / len(days)


def staff_of(point):
    return "afc" if point.startswith("band") else "medical"


def period(point, first, last, pension, hours, supplement=0):
    per_year = PAID if hours == "paid" else PRODUCTIVE
    cost = over_days(first, last, lambda day: yearly(PAY[point, year_of(day)] + supplement, day, pension))
    return {
        "point": point,
        "from": str(first),
        "to": str(last),
        "pension": pension,
        "hours": hours,
        "supplement": supplement,
        "yearly": float(cost),
        "hourly": float(cost / per_year[staff_of(point)]),
    }


def own(pounds, per, staff, day, pension, hours, pensionable_share=1):
    """An own rate without on-costs: a year's pay, or an hour's pay times the hours paid in a year."""
    pay = F(pounds) if per == "year" else F(pounds) * PAID[staff]
    cost = yearly(pay, day, pension, pay * F(pensionable_share))
    per_year = PAID if hours == "paid" else PRODUCTIVE
    return {
        "pounds": float(F(pounds)),
        "per": per,
        "staff": staff,
        "pension": pension,
        "hours": hours,
        "pensionable": float(pay * F(pensionable_share)) if pensionable_share != 1 else None,
        "hourly": float(cost / per_year[staff]),
    }


whole = date(2022, 4, 1), date(2023, 3, 31)
in_2026 = date(2026, 6, 1)
print(
    json.dumps(
        {
            "periods": [
                period("band6.top", *whole, "full", "paid"),
                period("band6.top", *whole, "paid-by-trust", "productive"),
                period("FY1.np1", *whole, "full", "paid"),
                period("band6.top", date(2022, 11, 5), date(2022, 11, 6), "full", "paid"),
                period("band6.top", date(2022, 4, 1), date(2022, 4, 5), "full", "paid"),
                period("band6.top", date(2022, 10, 1), date(2022, 12, 31), "paid-by-trust", "paid"),
                period("band6.top", date(2025, 1, 1), date(2026, 6, 30), "full", "paid"),
                period("FY2.np2", date(2025, 1, 1), date(2025, 12, 31), "paid-by-trust", "productive"),
                period("band6.top", date(2026, 4, 1), date(2027, 3, 31), "full", "paid", 6000),
                period("band2.entry", date(2026, 4, 1), date(2027, 3, 31), "paid-by-trust", "paid", 5000),
            ],
            "own": [
                own("20", "hour", "afc", in_2026, "full", "paid"),
                own("20", "hour", "afc", in_2026, "full", "productive"),
                own("31.37", "hour", "medical", in_2026, "paid-by-trust", "paid"),
                own("60000", "year", "medical", in_2026, "full", "paid"),
                own("60000", "year", "afc", in_2026, "full", "productive", F(9, 10)),
                own("2.5", "hour", "afc", in_2026, "full", "paid"),
            ],
        },
        indent=2,
    )
)
