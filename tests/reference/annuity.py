"""Expected values for src/costs/annuity.ts, by adding up payments in decimal arithmetic of 50 figures.

No closed formula is used: the present value of each payment is added, so that the closed form is tested by its meaning.
Run from the project root: python3 tests/reference/annuity.py > tests/reference/annuity.json
"""
import json
from decimal import Decimal, getcontext

getcontext().prec = 50
cases = []
for rate in ["0", "0.000001", "0.015", "0.035", "0.06", "0.25"]:
    for years in [1, 2, 3, 5, 10, 40]:
        for timing in ["in arrears", "in advance"]:
            growth = 1 + Decimal(rate)
            first = 1 if timing == "in arrears" else 0
            factor = sum(growth ** -(year + first) for year in range(years))
            for cost, residual in [("10000", "0"), ("10000", "2500"), ("1234.56", "0"), ("0", "0")]:
                annual = (Decimal(cost) - Decimal(residual) / growth**years) / factor
                cases.append(
                    {
                        "rate": float(rate),
                        "years": years,
                        "timing": timing,
                        "cost": float(cost),
                        "residual": float(residual),
                        "factor": float(factor),
                        "annual": float(annual),
                    }
                )
discounts = [
    {"rate": float(rate), "years": years, "factor": float((1 + Decimal(rate)) ** -years)}
    for rate in ["0", "0.035", "0.06"]
    for years in range(6)
]
rows = lambda items: "[\n    " + ",\n    ".join(json.dumps(item) for item in items) + "\n  ]"
print('{\n  "annuities": ' + rows(cases) + ',\n  "discounts": ' + rows(discounts) + "\n}")
