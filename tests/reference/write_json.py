"""Writes a file of data/reference from Python: the twin of write-json.R. Numbers keep all 17 digits."""
import json
import math
import sys


def case(input, expected, name=None):
    return ({"name": name} if name else {}) | {"input": input, "expected": expected}


def reference(by, cases):
    """by: implementation and version, as 'mpmath 1.2.1, 50 digits' or 'SciPy 1.10.1 stats.brunnermunzel'."""
    return {"by": by, "cases": cases}


def write_methods(name, script, methods, **versions):
    made = {"script": f"tests/reference/{script}", "Python": sys.version.split()[0], **versions}
    with open(f"data/reference/{name}.json", "w") as file:
        json.dump(plain({"made": made, "methods": methods}), file, indent=0, allow_nan=False)
        file.write("\n")


def plain(value):
    """Floats that JSON cannot hold become words, or null for "the reference gives no value"."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return value
