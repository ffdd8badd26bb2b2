"""What a plan's files must say of each other, worked out from the files alone.

    plan_rules.py SCENARIO RUN    RUN made with --keep-levels
"""

import collections
import csv
import json
import math
import pathlib
import sys
import tomllib

THRESHOLD_DBM = {"2G": -95, "3G": -100, "4G": -110, "5G": -110}
EPSILON = 1e-9


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text, default=0.0):
    return default if text in ("", None) else float(text)


class Plan:
    def __init__(self, scenario, run):
        scenario, run = pathlib.Path(scenario), pathlib.Path(run)
        with open(scenario / "scenario.toml", "rb") as file:
            self.toml = tomllib.load(file)
        self.options = self.toml.get("plan", {})
        self.backhaul_options = self.toml.get("backhaul", {})
        self.service = self.toml.get("service", {})
        self.folder = run / "plan"
        self.json = json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))
        for name in ("steps", "new_sites", "upgrades", "new_cells", "cost_lines", "candidates", "candidate_coverage",
                     "unserved"):
            setattr(self, name, rows_of(self.folder / f"{name}.csv"))
        self.links = json.loads((self.folder / "backhaul.geojson").read_text(encoding="utf-8"))["features"]
        self.hamlets = rows_of(scenario / self.toml["network"]["hamlets"])
        self.sites = rows_of(scenario / self.toml["network"]["sites"])
        self.operator = self.options.get("operator", "any")
        self.run = run


def near(a, b, tolerance=1e-3):
    return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))


def check_money(plan):
    problems = []
    capex = opex = 0.0
    for line in plan.cost_lines:
        cost = float(line["quantity"]) * float(line["unit_cost_million_vnd"])
        if abs(cost - float(line["cost_million_vnd"])) > 0.002 + 0.0006 * float(line["unit_cost_million_vnd"]):
            problems.append(f"cost line {line}: {cost}")
        capex += float(line["cost_million_vnd"])
        opex += float(line["opex_million_vnd_per_year"])
    if not near(capex, plan.json["capex_million_vnd"]):
        problems.append(f"cost lines add up to {capex}, plan.json says {plan.json['capex_million_vnd']}")
    if not near(opex, plan.json["opex_million_vnd_per_year"]):
        problems.append(f"opex lines add up to {opex}, plan.json says {plan.json['opex_million_vnd_per_year']}")
    if "budget" not in plan.options.get("target", {}):
        objective = capex + plan.options.get("opex_years", 5) * opex
        if plan.json["objective"] > objective + 0.01 and not near(objective, plan.json["objective"]):
            print(f"note: objective {plan.json['objective']}, lines {objective}")
        if plan.json["lower_bound"] > plan.json["objective"] * (1 + 1e-9) + 1e-6:
            problems.append("the bound is above the objective")
    steps = sum(float(step["capex_million_vnd"]) for step in plan.steps)
    if not near(steps, capex):
        problems.append(f"steps add up to {steps}, cost lines to {capex}")
    by_year = collections.Counter()
    for step in plan.steps:
        by_year[step["year"]] += float(step["capex_million_vnd"])
    limit = plan.options.get("budget_per_year")
    problems += [f"year {y}: {c}" for y, c in by_year.items() if limit is not None and c > limit + 1e-6]
    return problems


def check_counts(plan):
    """The hamlets that count once the chosen candidates serve their points."""
    target = plan.options.get("target", {})
    technologies = target.get("technologies", ["3G", "4G"])
    if plan.options.get("combine", "any") != "any":
        return []
    threshold = {**THRESHOLD_DBM, **plan.service.get("threshold_dbm", {})}
    technology_of = {c["cell_id"]: c["technology"] for c in rows_of(pathlib.Path(plan.cells_path))}
    operator_of = {s["site_id"]: s["operator"] for s in plan.sites}
    site_of = {c["cell_id"]: c["site_id"] for c in rows_of(pathlib.Path(plan.cells_path))}
    served = set()
    for row in rows_of(plan.run / "point_levels.csv"):
        technology = technology_of.get(row["cell_id"])
        if technology not in technologies:
            continue
        if plan.operator != "any" and operator_of[site_of[row["cell_id"]]] != plan.operator:
            continue
        sigma_db = math.hypot(float(row["sigma_l_db"]), plan.service.get("model_sigma_db", 6.0))
        z = (float(row["level_dbm"]) - threshold[technology]) / sigma_db
        if 0.5 * math.erfc(-z / math.sqrt(2)) >= plan.service.get("location_probability", 0.9):
            served.add((row["hamlet_id"], row["point"]))
    chosen = {c["candidate_id"] for c in plan.candidates if c["chosen"] in ("1", "true")}
    after = served | {(r["hamlet_id"], r["point"]) for r in plan.candidate_coverage if r["candidate_id"] in chosen}
    weights = collections.defaultdict(dict)
    for row in rows_of(plan.run / "points.csv"):
        weights[row["hamlet_id"]][row["point"]] = float(row["weight"])
    need = plan.service.get("hamlet_covered_share", 0.75) - EPSILON

    def count(points):
        return {h for h, w in weights.items() if sum(x for p, x in w.items() if (h, p) in points) >= need}

    problems = []
    before, later = count(served), count(after)
    if not plan.options.get("hollow_counts") and len(before) != plan.json["hamlets_before"]:
        problems.append(f"hamlets before: {plan.json['hamlets_before']}, worked out {len(before)}")
    if not plan.options.get("hollow_counts") and len(later) != plan.json["hamlets_after"]:
        problems.append(f"hamlets after: {plan.json['hamlets_after']}, worked out {len(later)}")
    if not plan.options.get("hollow_counts"):
        expected = {h["hamlet_id"] for h in plan.hamlets} - later
        found = {r["hamlet_id"] for r in plan.unserved}
        problems += [f"unserved differs: {sorted(expected ^ found)[:5]}"] if expected != found else []
    share = target.get("hamlet_share", None if target else 0.985)
    if share is not None:
        reached = plan.json["hamlets_after"] >= math.ceil(share * len(plan.hamlets) - EPSILON)
        if reached != plan.json["reached"]:
            problems.append(f"reached: {plan.json['reached']}, worked out {reached}")
    return problems


def check_backhaul(plan):
    """Every new site follows links to fibre or to a mast that is connected, within the limits of a hop and of hops."""
    options = plan.backhaul_options
    next_of, degree, problems = {}, collections.Counter(), []
    for feature in plan.links:
        link = feature["properties"]
        next_of[link["from"]] = link
        if link["medium"] == "microwave":
            degree[link["from"]] += 1
            degree[link["to"]] += 1
            if link["length_km"] > options.get("max_hop_km", 30) + 0.01:
                problems.append(f"{link['from']} - {link['to']}: {link['length_km']} km")
            if link["clearance_m"] < 0:
                problems.append(f"{link['from']} - {link['to']}: clearance {link['clearance_m']} m")
            if link["availability_percent"] < options.get("availability_percent", 99.99) - 1e-6:
                problems.append(f"{link['from']} - {link['to']}: availability {link['availability_percent']} %")
            if link["fade_margin_db"] < 0:
                problems.append(f"{link['from']} - {link['to']}: fade margin {link['fade_margin_db']} dB")
    limit = options.get("max_links_per_node", 4)
    problems += [f"{node}: {n} links" for node, n in degree.items() if n > limit]
    for site in plan.new_sites:
        if site["backhaul"] == "" or site["backhaul"] == "none":
            problems.append(f"{site['site_id']} has no backhaul")
        node, hops, seen = site["site_id"], 0, set()
        while node in next_of and node not in seen:
            seen.add(node)
            hops += next_of[node]["medium"] == "microwave"
            node = next_of[node]["to"]
        if hops > options.get("max_hops", 4):
            problems.append(f"{site['site_id']}: {hops} hops")
        if node in seen:
            problems.append(f"{site['site_id']}: its links go round")
    return problems


def check_feed_back(plan):
    site_ids = [s["site_id"] for s in plan.sites] + [s["site_id"] for s in plan.new_sites]
    problems = [f"site_id {s} twice" for s, n in collections.Counter(site_ids).items() if n > 1]
    problems += [f"{c['cell_id']}: no site {c['site_id']}" for c in plan.new_cells if c["site_id"] not in set(site_ids)]
    kinds = collections.Counter(step["action"] for step in plan.steps)
    for action, key in (("new_mast", "new_masts"), ("pole", "poles"), ("upgrade", "upgrades")):
        if kinds[action] != plan.json[key]:
            problems.append(f"{key}: {plan.json[key]}, steps have {kinds[action]}")
    shares = [float(step["cumulative_hamlet_share"]) for step in plan.steps]
    problems += ["the cumulative share falls"] if shares != sorted(shares) else []
    if plan.steps and not near(shares[-1] * len(plan.hamlets), plan.json["hamlets_after"], 1e-4):
        problems.append(f"the last step says {shares[-1] * len(plan.hamlets)} hamlets")
    return problems


def check(scenario, run_folder):
    plan = Plan(scenario, run_folder)
    plan.cells_path = pathlib.Path(scenario) / plan.toml["network"]["cells"]
    return check_money(plan) + check_counts(plan) + check_backhaul(plan) + check_feed_back(plan)


if __name__ == "__main__":
    found = check(sys.argv[1], sys.argv[2])
    print("\n".join(found[:30]) if found else "every rule holds")
    sys.exit(1 if found else 0)
