"""An attacker of a release that shares nothing with the tool's own: how much do the numbers in results.json give away?

    /usr/bin/python3 tests/reference/attack.py RELEASE [RELEASE ...]     a folder, or a results.json
    /usr/bin/python3 tests/reference/attack.py --truth INTERNAL RELEASE  also says whether what it found is true
    /usr/bin/python3 tests/reference/attack.py --fixture RELEASE ...     writes attack-releases.json for the test of our own attacker

For a fixture each NAME.release.json has its NAME.internal.json beside it, as tests/bench/releases.mjs writes them.

Written from the issue, the README and what results.json looks like, without the code in src/disclosure/attack. Reads the release
and nothing else, but for the published rules of the four profiles below. Needs NumPy and SciPy (HiGHS by scipy.optimize.milp).

Shares. Behind each share stand n people of whom c are counted. Every pair (n, c) that would be released as this share is kept
exactly: one binary for each possible n, and the range of c that goes with it. Where our own attacker takes the convex hull of the
pairs, this one keeps the pairs. What ties them: answers to one question are given by the same people, Trusts add up to all, levels
of a subgroup to at most all, answers and reasons for none to those who answered the wave, the flow of people to its totals.

Costs. A Trust's cost per IMG, beside that of all Trusts, tells how many IMGs it had: see `imgs_from_costs`.
"""
import json
import math
import os
import re
import sys
from collections import defaultdict

import numpy as np
import scipy
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import coo_matrix

# What the profiles say of themselves in the report and in the tool's public source.
OPINION = {"pilot": (2, 5), "partner": (2, 3), "hes": (8, 8), "strict": (10, 10)}
PROFILES = {
    name: {
        "minimum": {"pilot": 10, "hes": 8, "strict": 10, "partner": 5}[name],
        "people": {"pilot": 5, "hes": 6, "strict": 9, "partner": 3}[name],
        "shown": 1,
        "money": 0.1,
        "fewest": {
            "service": (1, 1) if name in ("pilot", "partner") else OPINION[name],
            "opinion": OPINION[name],
            "personal": OPINION[name],
        },
        "everyone": {
            "service": name != "strict",
            "opinion": name == "hes",
            "personal": name == "hes",
        },
        "all but one": {"service": name in ("pilot", "partner"), "opinion": False, "personal": False},
        "between": {"pilot": 5, "hes": 5, "strict": 10, "partner": 5}[name],
    }
    for name in ("pilot", "hes", "strict", "partner")
}
MANY = 5000  # more people than any such study has
REASONS = [
    "not asked", "not received", "not applicable", "don't know", "prefer not to say", "blank", "unlinked", "too early to tell",
    "no usable dates", "not rated",
]
SHARES = ("share of those who answered", "total over total of all Trusts")


# ---------------------------------------------------------------- rounding, as the report explains it

def nearest(value, step):
    return round(math.floor(abs(value) / step + 0.5 + 1e-9) * step, 6) * (1 if value >= 0 else -1)


def share_as_shown(count, n, step):
    """Never 0% or 100% but for nobody and everybody; halves towards the middle."""
    if count in (0, n):
        return count / n
    low = count / n <= 1 - count / n
    away = max(step, nearest(min(count, n - count) / n, step))
    return round(away if low else 1 - away, 6)


def whole_near(shown, step):
    """Every whole number that is rounded to this one."""
    return [n for n in range(max(0, math.floor(shown - step)), math.ceil(shown + step) + 1) if abs(nearest(n, step) - shown) < 1e-6]


# ---------------------------------------------------------------- a release

class Release:
    def __init__(self, path):
        if isinstance(path, dict):
            self.json = path
        else:
            file = os.path.join(path, "results.json") if os.path.isdir(path) else path
            with open(file) as opened:
                self.json = json.load(opened)
        self.profile = self.json["disclosure"]["profile"]
        self.policy = PROFILES[self.profile]
        self.results = {one["id"]: one for one in self.json["results"]}
        self.groups = [tuple(group) for group in self.json["groups"]]
        self.all = tuple(sorted(trust for group in self.groups for trust in group))
        self.levels = {one["variable"]: [level["label"] for level in one["levels"]] for one in self.json.get("levels", [])}

    def slice_of(self, result):
        subject = result["subject"]
        if subject.get("group"):
            return (subject["group"]["variable"], subject["group"]["level"])
        trusts = tuple(subject["trusts"])
        if set(trusts) == set(self.all) and len(self.all) > 1:
            return "all"
        return trusts

    def is_share(self, result):
        return result["unit"] == "proportion" and result["method"] in SHARES or (
            result["subject"]["measure"] == "bounds" and result["unit"] == "proportion"
        )


# ---------------------------------------------------------------- a system of whole numbers

class System:
    """Unknowns with bounds, and sums of them between bounds."""

    def __init__(self):
        self.low, self.high, self.whole, self.names, self.index = [], [], [], [], {}
        self.rows = []

    def unknown(self, name, low=0, high=MANY, whole=True):
        if name in self.index:
            at = self.index[name]
            self.low[at] = max(self.low[at], low)
            self.high[at] = min(self.high[at], high)
            return at
        self.index[name] = len(self.names)
        self.names.append(name)
        self.low.append(low)
        self.high.append(high)
        self.whole.append(1 if whole else 0)
        return len(self.names) - 1

    def say(self, terms, low=-math.inf, high=math.inf, why=""):
        self.rows.append((terms, low, high, why))

    def parts(self):
        """Unknowns that hang together."""
        parent = list(range(len(self.names)))

        def root(one):
            while parent[one] != one:
                parent[one] = parent[parent[one]]
                one = parent[one]
            return one

        for terms, *_ in self.rows:
            first = root(terms[0][0])
            for at, _ in terms[1:]:
                parent[root(at)] = first
        groups = defaultdict(list)
        for at in range(len(self.names)):
            groups[root(at)].append(at)
        return list(groups.values())


class Solver:
    """One part of a system, set up once."""

    def __init__(self, system, unknowns, rows):
        self.at = {unknown: place for place, unknown in enumerate(unknowns)}
        self.system = system
        data, line, column, low, high = [], [], [], [], []
        for place, (terms, least, most, _) in enumerate(rows):
            for unknown, times in terms:
                line.append(place)
                column.append(self.at[unknown])
                data.append(times)
            low.append(least)
            high.append(most)
        self.size = len(unknowns)
        matrix = coo_matrix((data, (line, column)), shape=(len(rows), self.size)).tocsc()
        self.rows = [LinearConstraint(matrix, low, high)] if rows else []
        self.bounds = Bounds([system.low[one] for one in unknowns], [system.high[one] for one in unknowns])
        self.whole = np.array([system.whole[one] for one in unknowns])

    def extreme(self, terms, sign, seconds=20, presolve=False):
        cost = np.zeros(self.size)
        for unknown, times in terms:
            cost[self.at[unknown]] += sign * times
        found = milp(
            cost, integrality=self.whole, bounds=self.bounds, constraints=self.rows,
            options={"mip_rel_gap": 0, "time_limit": seconds, "presolve": presolve},
        )
        if found.status == 0:
            return sign * found.fun
        if found.status == 3:
            return sign * math.inf * -1
        if found.status == 1 and found.mip_dual_bound is not None:
            return sign * found.mip_dual_bound  # not proven further: a bound that holds
        return None  # nothing satisfies the system

    def span(self, terms):
        low, high = self.extreme(terms, 1), self.extreme(terms, -1)
        if low is None or high is None:
            return None
        return (math.ceil(low - 1e-6) if math.isfinite(low) else low, math.floor(high + 1e-6) if math.isfinite(high) else high)


# ---------------------------------------------------------------- shares and flow

class Shares:
    """The system of a release's shares and flow, built piece by piece."""

    def __init__(self, release, together=True):
        """Together: a question tells of those who answered the wave, and so of the other Trusts; else they are told by the flow alone."""
        self.release, self.policy, self.together = release, release.policy, together
        self.system = System()
        self.n, self.c, self.people, self.options = {}, {}, {}, {}
        self.shares = [one for one in release.results.values() if release.is_share(one)]
        self.flow()
        for one in self.shares:
            self.add(one)
        self.same_people()
        self.choose_n()
        self.families()
        self.answered()
        self.extra()

    def key(self, result):
        """Answers of one question are given by the same people."""
        subject = result["subject"]
        level = subject.get("level") if subject["measure"] in ("gap", "bounds") else None
        return (subject["measure"], subject.get("item"), subject.get("wave"), subject.get("versus"), level)

    def n_of(self, key, where):
        return self.system.unknown(("n", key, where))

    def flow_of(self, stage, where):
        return self.system.unknown(("flow", stage, where))

    def flow(self):
        stages = defaultdict(set)
        for one in self.release.results.values():
            subject = one["subject"]
            if subject["measure"] != "flow":
                continue
            where = self.release.slice_of(one)
            stages[subject["item"]].add(where)
            at = self.flow_of(subject["item"], where)
            if one["kind"] == "estimate":
                possible = whole_near(one["estimate"], one.get("precision", 1))
                possible = [n for n in possible if n >= self.policy["minimum"]] or possible
                self.system.unknown(("flow", subject["item"], where), possible[0], possible[-1])
        for stage, slices in stages.items():
            if "all" in slices and len(self.release.all) > 1:
                parts = [(self.flow_of(stage, group), 1) for group in self.release.groups]
                self.system.say([*parts, (self.flow_of(stage, "all"), -1)], 0, 0, f"{stage}: Trusts add up")

    def flow_alone(self, unknown):
        """Lowest and highest of a number of the flow, by the flow alone."""
        if not hasattr(self, "of_flow"):
            rows = [row for row in self.system.rows if all(self.system.names[at][0] == "flow" for at, _ in row[0])]
            unknowns = [at for name, at in self.system.index.items() if name[0] == "flow"]
            solver = Solver(self.system, unknowns, rows)
            self.of_flow = {at: solver.span([(at, 1)]) for at in unknowns}
        low, high = self.of_flow[unknown]
        return max(0, low), min(MANY, high)

    def add(self, result):
        key, where = self.key(result), self.release.slice_of(result)
        n = self.n_of(key, where)
        c = self.system.unknown(("c", result["id"]))
        self.c[result["id"]], self.n[result["id"]], self.people[n] = c, n, (key, where)
        self.system.say([(n, 1), (c, -1)], 0, math.inf, result["id"])
        if result["kind"] == "unavailable":
            if result["reason"] in ("nobody gave a usable answer", "nobody was invited"):
                self.system.say([(n, 1)], 0, 0, result["id"])
            return
        if result["kind"] != "estimate":
            return
        sensitivity = result["subject"]["sensitivity"]
        pooled = set(result["subject"]["trusts"]) == set(self.release.all) and len(self.release.all) > 1
        fewest = self.policy["fewest"][sensitivity][1 if pooled else 0]
        fewest = max(fewest, 1 if self.policy["all but one"][sensitivity] else 2)
        everyone = self.policy["everyone"][sensitivity]
        ranges = {}
        for people in whole_near(result["n"], result.get("nPrecision", 1)):
            if people < self.policy["minimum"] or people == 0:
                continue
            counts = [
                count for count in range(people + 1)
                if (everyone if count in (0, people) else min(count, people - count) >= fewest)
                and abs(share_as_shown(count, people, result["precision"]) - result["estimate"]) < 1e-6
            ]
            if counts:
                assert counts == list(range(counts[0], counts[-1] + 1)), (result["id"], people, counts)
                ranges[people] = (counts[0], counts[-1])
        assert ranges, f"no pair is released as {result['id']}"
        self.options.setdefault(n, []).append((c, ranges))

    def same_people(self):
        """Relations say which shares are of the same people, and which are one number."""
        for relation in self.release.json["relations"]:
            kind = relation["kind"]
            if kind == "complement":
                ids = relation["parts"]
            elif kind == "sum":
                ids = [relation["total"], *relation["parts"]]
            elif kind == "equal":
                ids = relation["ids"]
            else:
                continue
            if not all(one in self.c for one in ids):
                continue
            for one in ids[1:]:
                if self.n[one] != self.n[ids[0]]:
                    self.system.say([(self.n[one], 1), (self.n[ids[0]], -1)], 0, 0, "the same people")
            if kind == "complement":
                self.system.say([*((self.c[one], 1) for one in ids), (self.n[ids[0]], -1)], 0, 0, "answers add up to all")
            elif kind == "sum":
                self.system.say([(self.c[ids[0]], -1), *((self.c[one], 1) for one in ids[1:])], 0, 0, "answers joined")
            else:
                for one in ids[1:]:
                    self.system.say([(self.c[one], 1), (self.c[ids[0]], -1)], 0, 0, "one number")

    def choose_n(self):
        """One binary for each number of people that may stand behind the shares of one question in one slice."""
        for n, shares in self.options.items():
            possible = sorted(set.intersection(*(set(ranges) for _, ranges in shares)))
            assert possible, f"no number of people fits {self.people[n]}"
            picks = [self.system.unknown(("is", n, people), 0, 1) for people in possible]
            self.system.say([(pick, 1) for pick in picks], 1, 1, "one number of people")
            self.system.say([*((pick, people) for pick, people in zip(picks, possible)), (n, -1)], 0, 0, "people")
            for c, ranges in shares:
                self.system.say([(c, 1), *((pick, -ranges[people][0]) for pick, people in zip(picks, possible))], 0, math.inf, "share")
                self.system.say([(c, 1), *((pick, -ranges[people][1]) for pick, people in zip(picks, possible))], -math.inf, 0, "share")

    def families(self):
        """Trusts add up to all; levels of a subgroup to at most all, in those counted and those not."""
        lines = defaultdict(dict)
        for one in self.shares:
            lines[(self.key(one), one["subject"].get("level"))][self.release.slice_of(one)] = one["id"]
        for slices in lines.values():
            if "all" not in slices or len(self.release.all) < 2:
                continue
            whole = slices["all"]
            trusts = [group for group in self.release.groups if group in slices]
            if len(trusts) == len(self.release.groups):
                self.system.say([*((self.c[slices[one]], 1) for one in trusts), (self.c[whole], -1)], 0, 0, "Trusts add up")
                self.system.say([*((self.n[slices[one]], 1) for one in trusts), (self.n[whole], -1)], 0, 0, "Trusts add up")
            for variable, labels in self.release.levels.items():
                ids = [slices[(variable, label)] for label in labels if (variable, label) in slices]
                if not ids:
                    continue
                self.system.say([*((self.c[one], 1) for one in ids), (self.c[whole], -1)], -math.inf, 0, "levels within all")
                self.system.say(
                    [*((self.n[one], 1) for one in ids), *((self.c[one], -1) for one in ids), (self.n[whole], -1), (self.c[whole], 1)],
                    -math.inf, 0, "levels within all",
                )

    def answered(self):
        """People behind a number and those missing are those who answered the wave."""
        for one in self.shares:
            subject = one["subject"]
            where = self.release.slice_of(one)
            if where != "all" and where not in self.release.groups:
                continue
            measure, wave = subject["measure"], subject.get("wave")
            n, c = self.n[one["id"]], self.c[one["id"]]
            if measure == "response":
                self.system.say([(n, 1), (self.flow_of("invited", where), -1)], -math.inf, 0, "invited")
                self.system.say([(c, 1), (self.flow_of(f"answered-{wave}", where), -1)], -math.inf, 0, "answered")
            elif measure == "link-rate":
                self.system.say([(n, 1), (self.flow_of(f"answered-{wave}", where), -1)], 0, 0, "answered")
                self.system.say([(c, 1), (self.flow_of(f"linked-{subject['versus']}-to-{wave}", where), -1)], 0, 0, "linked")
            elif measure == "completion":
                self.system.say([(c, 1), (self.flow_of(f"answered-{wave}", where), -1)], -math.inf, 0, "answered")
                self.system.say([(n, 1), (self.flow_of(f"answered-{wave}", where), -1)], 0, math.inf, "begun")
            elif measure in ("coverage", "item", "outcome", "choice", "setup", "standard", "gap") and wave:
                key = self.key(one)
                if ("missing", key, where) in self.system.index:
                    continue
                missing = self.system.unknown(("missing", key, where))
                answered = self.flow_of(f"answered-{wave}", where)
                if not self.together:
                    answered = self.system.unknown(("answered", key, where), *self.flow_alone(answered))
                self.system.say([(n, 1), (missing, 1), (answered, -1)], 0, 0, "answered or missing")
                if one["kind"] == "estimate" and where == "all":
                    told = []
                    for reason in REASONS:
                        possible = whole_near(one["missing"].get(reason, 0), 5)
                        told.append((self.system.unknown(("missing", key, where, reason), possible[0], possible[-1]), 1))
                    self.system.say([*told, (missing, -1)], 0, 0, "reasons")

    def extra(self):
        """Who found it useful is asked of those who received it, where every form asks; best and worst cases count everybody invited."""
        for relation in self.release.json["relations"]:
            if relation["kind"] == "asked" and relation["asked"] in self.n and relation["of"] in self.c:
                self.system.say([(self.n[relation["asked"]], 1), (self.c[relation["of"]], -1)], -math.inf, 0, "asked of those who received it")
        for one in self.shares:
            subject, where = one["subject"], self.release.slice_of(one)
            slug = one["id"].rsplit("/", 1)[1] if where == "all" or where in self.release.groups else None
            if subject["measure"] == "bounds" and where == "all":
                self.system.say([(self.n[one["id"]], 1), (self.flow_of("invited", where), -1)], 0, 0, "invited")
                worst = re.sub("/best/", "/worst/", one["id"])
                top = f"outcome/{one['id'].split('/')[1]}/{subject['wave']}/top-two/{slug}"
                if top not in self.c:
                    continue
                if one["id"] == worst:
                    self.system.say([(self.c[one["id"]], 1), (self.c[top], -1)], 0, 0, "worst case")
                else:
                    self.system.say(
                        [(self.c[one["id"]], 1), (self.c[top], -1), (self.flow_of("invited", where), -1), (self.n[top], 1)],
                        0, 0, "best case",
                    )

    # ------------------------------------------------------------ the attack

    def protected(self):
        """(id, what, terms, how wide its bounds must stay)."""
        for one in self.shares:
            if one["kind"] == "unavailable" or one["subject"]["measure"] == "bounds":
                continue
            hidden = one["kind"] == "suppressed"
            if not hidden and (one["subject"]["sensitivity"] == "service" or one["estimate"] in (0, 1)):
                continue
            width = self.policy["people"] if hidden else self.policy["shown"]
            c, n = self.c[one["id"]], self.n[one["id"]]
            yield one["id"], "counted", [(c, 1)], width
            yield one["id"], "not counted", [(n, 1), (c, -1)], width

    def attack(self, only=None):
        system = self.system
        rows_of = defaultdict(list)
        for place, (terms, *_) in enumerate(system.rows):
            for at, _ in terms:
                rows_of[at].append(place)
        is_flow = {at for name, at in system.index.items() if name[0] == "flow"}
        part = {}

        def part_of(start):
            if start in part:
                return part[start]
            seen, queue, rows = {start}, [start], set()
            while queue:
                at = queue.pop()
                if at in is_flow:
                    continue
                for place in rows_of[at]:
                    rows.add(place)
                    for other, _ in system.rows[place][0]:
                        if other not in seen:
                            seen.add(other)
                            queue.append(other)
            # The whole of the flow, response and linking goes with each question.
            for name, at in system.index.items():
                if name[0] == "flow" or (name[0] in ("n",) and name[1][0] in ("response", "link-rate", "completion")):
                    seen.add(at)
            for place, (terms, *_) in enumerate(system.rows):
                ats = {at for at, _ in terms}
                if ats <= seen:
                    rows.add(place)
            for place in rows:
                seen.update(at for at, _ in system.rows[place][0])
            solver = Solver(system, sorted(seen), [system.rows[place] for place in sorted(rows)])
            for at in seen - is_flow:
                part[at] = solver
            return solver

        found = []
        for one, what, terms, width in self.protected():
            if only and not only(one):
                continue
            span = part_of(self.c[one]).span(terms)
            found.append({"id": one, "what": what, "span": span, "asked": width})
        return found


# ---------------------------------------------------------------- costs

def slug_of(group):
    return ("trust-" if len(group) == 1 else "trusts-") + "+".join(code.lower() for code in group)


def imgs_from_costs(release):
    """How many IMGs each Trust had, where every Trust's cost per IMG is shown beside that of all: by group, (told, known).

    The pounds of all are the pounds of the Trusts: sum of imgs * (own cost - pooled cost) = 0, up to rounding, for every part of
    the cost. Part by part, the same few whole numbers must satisfy it.
    """
    flow = {group: release.results.get(f"flow/inducted/{slug_of(group)}") for group in release.groups}
    if not all(one and one["kind"] == "estimate" for one in flow.values()):
        return {}
    system = System()
    imgs = {}
    for group, one in flow.items():
        possible = [n for n in whole_near(one["estimate"], one["precision"]) if n >= release.policy["minimum"]]
        imgs[group] = system.unknown(group, possible[0], possible[-1])
    whole = release.results.get("flow/inducted/pooled")
    if whole and whole["kind"] == "estimate":
        possible = whole_near(whole["estimate"], whole["precision"])
        system.say([(one, 1) for one in imgs.values()], possible[0], possible[-1], "Trusts add up")
    flow_alone = Solver(system, list(imgs.values()), list(system.rows))
    equations = 0
    for one in release.results.values():
        if one["kind"] != "estimate" or not re.match(r"cost/(category|component|phase|strand|per-img/inducted)/.*/pooled$", one["id"]):
            continue
        own = {group: release.results.get(one["id"].replace("/pooled", "/" + slug_of(group))) for group in release.groups}
        if not all(cost and cost["kind"] == "estimate" for cost in own.values()):
            continue
        equations += 1
        off = {group: (cost["precision"] + one["precision"]) / 2 for group, cost in own.items()}
        difference = {group: cost["estimate"] - one["estimate"] for group, cost in own.items()}
        system.say([(imgs[group], difference[group] + off[group]) for group in imgs], 0, math.inf, one["id"])
        system.say([(imgs[group], difference[group] - off[group]) for group in imgs], -math.inf, 0, one["id"])
    if equations == 0:
        return {}
    solver = Solver(system, list(imgs.values()), system.rows)
    return {group: (flow_alone.span([(at, 1)]), solver.span([(at, 1)])) for group, at in imgs.items()}


# ---------------------------------------------------------------- the numbers as they are

def truth_of(path):
    with open(path) as opened:
        return {one["id"]: one for one in json.load(opened)["results"]}


def true_of(truth, found):
    """The number that was attacked; 0 where there is nobody."""
    real = truth[found["id"]]
    if real["kind"] != "estimate":
        return 0
    return real["count"] if found["what"] == "counted" else real["n"] - real["count"]


# ---------------------------------------------------------------- a fixture for our own attacker

KEPT = ("kind", "id", "subject", "unit", "method", "estimate", "precision", "n", "nPrecision", "missing", "interval", "reason")


def ids_of(relation):
    """Ids of all results that a relation names."""
    values = [value for name, value in relation.items() if name != "kind"]
    return {one for value in values for one in (value if isinstance(value, list) else [value])}


def small_systems(release, most):
    """The questions of a release with most held back, each with the flow that it rests on."""
    questions = defaultdict(list)
    component = {v["name"]: v["component"] for v in release.json["study"]["variables"] if v.get("component")}
    for one in release.results.values():
        subject = one["subject"]
        if subject["measure"] in ("coverage", "gap") and release.is_share(one):
            questions[component.get(subject["item"], subject["item"])].append(one)
        elif subject["measure"] in ("item", "outcome", "bounds", "choice", "setup") and release.is_share(one):
            questions[(subject["item"], subject["wave"])].append(one)
        elif subject["measure"] == "link-rate":
            questions["link"].append(one)
    by_hidden = sorted(questions.values(), key=lambda some: (-sum(one["kind"] == "suppressed" for one in some), some[0]["id"]))
    for some in [some for some in by_hidden if any(one["kind"] == "estimate" for one in some)][:most]:
        ids = {one["id"] for one in some}
        waves = {one["subject"]["wave"] for one in some}
        stages = {"invited", *(f"answered-{wave}" for wave in waves)}
        if any(one["subject"]["measure"] == "link-rate" for one in some):
            stages.update(one["subject"]["item"] for one in release.results.values() if one["subject"].get("item", "").startswith("linked"))
        flow = [one for one in release.results.values() if one["subject"]["measure"] == "flow" and one["subject"]["item"] in stages]
        results = [  # limits that follow from n and c alone are kept; others depend on how Trusts differ
            {**{name: one[name] for name in KEPT if name in one and (name != "interval" or (one[name] or {}).get("method") == "Wilson")},
             "settings": {},
             "source": {"files": [], "columns": one.get("source", {}).get("columns", [])}}
            for one in [*flow, *some]
        ]
        relations = [
            relation for relation in release.json["relations"]
            if relation["kind"] in ("complement", "sum", "equal", "asked") and ids_of(relation) <= ids
        ]
        yield {
            "groups": release.json["groups"], "levels": release.json.get("levels", []),
            "relations": relations, "results": results, "disclosure": {"profile": release.profile},
        }


def fixture(paths, most=2):
    cases = []
    for path in paths:
        truth = truth_of(path.replace(".release.json", ".internal.json"))
        for case in small_systems(Release(path), most):
            found = Shares(Release(case), together=False).attack()
            bounds = [
                [one["id"], one["what"], *(None if not math.isfinite(end) or end >= MANY else end for end in one["span"]), true_of(truth, one)]
                for one in found
            ]
            cases.append({**case, "bounds": bounds})
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "attack-releases.json")
    with open(path, "w") as file:
        file.write('{"madeBy": "attack.py, scipy %s milp", "cases": [\n' % scipy.__version__)
        file.write(",\n".join(json.dumps(case, separators=(",", ":")) for case in cases))
        file.write("\n]}\n")
    print(f"{path}: {len(cases)} systems, {sum(len(case['bounds']) for case in cases)} bounds")


# ---------------------------------------------------------------- the command line



def main():
    arguments = sys.argv[1:]
    truth = None
    if arguments[0] == "--fixture":
        return fixture(arguments[1:])
    if arguments[0] == "--truth":
        truth = truth_of(arguments[1])
        arguments = arguments[2:]
    for path in arguments:
        release = Release(path)
        shares = Shares(release)
        found = shares.attack()
        contradictions = [one for one in found if one["span"] is None]
        narrow = [one for one in found if one["span"] is not None and one["span"][1] - one["span"][0] < one["asked"]]
        print(f"{path}: {release.profile}, {len(found)} attacked, {len(narrow)} narrower than asked, {len(contradictions)} contradictions")
        for one in narrow:
            told = ""
            if truth is not None:
                true = true_of(truth, one)
                told = f" true {true}{'' if one['span'][0] <= true <= one['span'][1] else ' WRONG'}"
            print(f"  {one['id']} {one['what']}: {one['span']} asked {one['asked']}{told} {release.results[one['id']]['kind']}")
        for group, (told, known) in imgs_from_costs(release).items():
            if known is not None and known != told:
                real = "" if truth is None else f" true {truth[f'flow/inducted/{slug_of(group)}']['estimate']}"
                print(f"  IMGs of {'+'.join(group)}: {known} by its costs, {told} by the flow{real}")
        for one in contradictions[:5]:
            print("  contradiction", one["id"])


if __name__ == "__main__":
    main()
