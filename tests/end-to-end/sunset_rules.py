"""The rules of a switch-off, worked out again from the files of a run: what the program wrote, read without its code.

    sunset_rules.py SCENARIO RUN    RUN made with --keep-levels
"""

import collections
import csv
import json
import math
import pathlib
import sys
import tomllib

BANDS_MHZ = [(703, 803), (880, 960), (1710, 1880), (1920, 2170), (2300, 2400), (2496, 2690), (3300, 3800), (3800, 4200)]
DEFAULTS = {"technology": "3G", "start": "2027-Q1", "periods": 8, "max_cells_per_period": 0, "max_sites_per_period": 0,
            "voice_floor": 1.0, "data_floor": 1.0, "national_roaming": False, "handset_uptake_per_year": 0.15,
            "subsidised_handsets_per_period": 200, "swap_budget_million_vnd": 0, "guard_level_dbm": -95}
SERVICE = {"location_probability": 0.90, "model_sigma_db": 6.0}
THRESHOLD_DBM = {"2G": -95, "3G": -100, "4G": -110, "5G": -110}
VOICE = {"2g_only": {"2G"}, "3g_only": {"2G", "3G"}, "4g": {"2G", "3G"}, "volte": {"2G", "3G", "4G"}}
DATA = {"2g_only": set(), "3g_only": {"3G"}, "4g": {"3G", "4G"}, "volte": {"3G", "4G"}}
CLASSES = list(VOICE)
EPSILON = 2e-6  # shares are written with six decimals
ROUNDING = 5e-4  # of a probability, from levels with two decimals


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text, default=0.0):
    return default if text in ("", None) else float(text)


def band_of(frequency_mhz):
    return next((band for band in BANDS_MHZ if band[0] <= frequency_mhz <= band[1]), None)


class Cell:
    def __init__(self, row, operator_of_site):
        self.cell_id = row["cell_id"]
        self.site_id = row["site_id"]
        self.operator = operator_of_site.get(row["site_id"], "")
        self.technology = row["technology"]
        self.frequency_mhz = float(row["frequency_mhz"])
        self.bandwidth_mhz = number(row.get("bandwidth_mhz"))
        self.voice = number(row.get("voice"), 1.0) == 1.0
        self.exempt = number(row.get("exempt"), 0.0) == 1.0
        low, high = row.get("channel_low_mhz"), row.get("channel_high_mhz")
        self.channel = (float(low), float(high)) if low and high else None
        self.on_period = number(row.get("on_period"))

    def may_block(self, carrier):
        """Whether this cell's channels are those of a refarmed carrier."""
        if self.operator != carrier.operator or band_of(self.frequency_mhz) != band_of(carrier.frequency_mhz):
            return False
        if self.channel is None:
            return True
        half = carrier.bandwidth_mhz / 2
        return self.channel[0] < carrier.frequency_mhz + half and self.channel[1] > carrier.frequency_mhz - half


class Run:
    """A scenario and what a run of it wrote."""

    def __init__(self, scenario, run, options=None):
        scenario, run = pathlib.Path(scenario), pathlib.Path(run)
        with open(scenario / "scenario.toml", "rb") as file:
            self.toml = tomllib.load(file)
        self.options = {**DEFAULTS, **self.toml.get("sunset", {}), **(options or {})}
        self.service = {**SERVICE, **self.toml.get("service", {})}
        self.threshold_dbm = {**THRESHOLD_DBM, **self.service.get("threshold_dbm", {})}
        network = self.toml["network"]
        self.sites = rows_of(scenario / network["sites"])
        on_air = {s["site_id"] for s in self.sites if (s.get("status") or "existing") == "existing"}
        operator_of_site = {s["site_id"]: s["operator"] for s in self.sites}
        self.cells = {c.cell_id: c for c in (Cell(row, operator_of_site) for row in rows_of(scenario / network["cells"]))
                      if c.site_id in on_air}
        self.new_cells = {c.cell_id: c for c in (Cell(row, operator_of_site) for row in rows_of(run / "sunset/new_cells.csv"))}
        self.hamlets = {h["hamlet_id"]: h for h in rows_of(scenario / network["hamlets"])}
        self.schedule = rows_of(run / "sunset/schedule.csv")
        self.by_period = rows_of(run / "sunset/hamlets_by_period.csv")
        self.summary = json.loads((run / "sunset/sunset.json").read_text(encoding="utf-8"))
        self.weight = collections.defaultdict(dict)
        for row in rows_of(run / "points.csv"):
            self.weight[row["hamlet_id"]][row["point"]] = float(row["weight"])
        self.levels = [(r["hamlet_id"], r["point"], r["cell_id"], float(r["level_dbm"]), float(r["sigma_l_db"]))
                       for r in rows_of(run / "point_levels.csv") if r["cell_id"] in self.cells or
                       r["cell_id"] in self.new_cells]  # others are carriers that the schedule does not start
        costs = self.toml.get("plan", {}).get("costs")
        prices = {row["item"]: float(row["cost_million_vnd"]) for row in rows_of(scenario / costs)} if costs else {}
        radio = "radio_" + self.options.get("refarm", {}).get("to", "4G").lower()
        self.radio_million_vnd = prices.get(radio, 0.0 if costs else 600.0)
        self.handset_million_vnd = prices.get("handset", 0.5)
        self.read_actions()

    def read_actions(self):
        self.off, self.on = {}, {}
        for row in self.schedule:
            place = self.off if row["action"] == "off" else self.on
            place[row["cell_id"]] = (int(row["period"]), row)

    def cell(self, cell_id):
        return self.cells.get(cell_id) or self.new_cells[cell_id]

    def is_on(self, cell_id, period):
        if cell_id in self.cells:
            return cell_id not in self.off or period < self.off[cell_id][0]
        return cell_id in self.on and self.on[cell_id][0] <= period

    def covers(self, cell, level_dbm, sigma_l_db, slack):
        """`slack`: by how much the probability must be above the limit. Levels are written with two decimals, which
        leaves a probability open by a few ten thousandths."""
        sigma_db = math.hypot(sigma_l_db, self.service["model_sigma_db"])
        if self.service.get("indoor"):
            sigma_db = math.hypot(sigma_db, self.service.get("sigma_building_db", 6.0))
        z = (level_dbm - self.threshold_dbm[cell.technology]) / sigma_db
        return 0.5 * math.erfc(-z / math.sqrt(2)) >= self.service["location_probability"] + slack

    def operators(self):
        return sorted({c.operator for c in self.cells.values()})


def signals_by_period(run, hamlet, operator, covering):
    """One a period from 0: the weight of the points that have the same signals, by the (technology, voice) of cells
    that are on and that the operator's handsets may use."""
    periods = range(run.options["periods"] + 1)
    found = [collections.Counter() for _ in periods]
    for point, weight in run.weight[hamlet].items():
        cells = [run.cell(cell_id) for cell_id in covering.get((hamlet, point), ())]
        cells = [c for c in cells if run.options["national_roaming"] or c.operator == operator]
        for period in periods:
            found[period][frozenset((c.technology, c.voice) for c in cells if run.is_on(c.cell_id, period))] += weight
    return found


def service_share(shares, usable, needs_voice, signals):
    """Σ class share × weight of the points that a usable cell covers."""
    return sum(shares[name] * weight for name in CLASSES for heard, weight in signals.items()
               if any(technology in usable[name] and (voice or not needs_voice) for technology, voice in heard))


def shares_of(row):
    shares = {"2g_only": float(row["share_2g_only"]), "3g_only": float(row["share_3g_only"]),
              "volte": float(row["share_volte"])}
    shares["4g"] = 1.0 - sum(shares.values())
    return shares


def handsets_of(run, hamlet, operator):
    row = run.hamlets[hamlet]
    whole = number(row.get("handsets"), math.floor(0.8 * number(row["population"]) + 0.5))
    return whole / len(run.operators())


def check_floors(run):
    surely, perhaps = collections.defaultdict(list), collections.defaultdict(list)
    for hamlet, point, cell_id, level_dbm, sigma_l_db in run.levels:
        if cell_id not in run.cells and cell_id not in run.new_cells:
            continue
        cell = run.cell(cell_id)
        if run.covers(cell, level_dbm, sigma_l_db, -ROUNDING):
            perhaps[hamlet, point].append(cell_id)
            if run.covers(cell, level_dbm, sigma_l_db, ROUNDING):
                surely[hamlet, point].append(cell_id)
    problems = []
    signals = {}
    for row in run.by_period:
        hamlet, operator, period = row["hamlet_id"], row["operator"], int(row["period"])
        shares = shares_of(row)
        if (hamlet, operator) not in signals:
            signals[hamlet, operator] = [signals_by_period(run, hamlet, operator, c) for c in (surely, perhaps)]
        for kind, usable in (("voice", VOICE), ("data", DATA)):
            share, floor = float(row[kind + "_share"]), float(row[kind + "_floor"])
            least, most = (service_share(shares, usable, kind == "voice", by_period[period])
                           for by_period in signals[hamlet, operator])
            if not least - 5 * EPSILON <= share <= most + 5 * EPSILON:
                problems.append(f"{hamlet} {operator} period {period}: {kind} share {share}, "
                                f"worked out {least:.6f} to {most:.6f}")
            if share < floor - EPSILON:
                problems.append(f"{hamlet} {operator} period {period}: {kind} share {share} under its floor {floor}")
    first = {(r["hamlet_id"], r["operator"]): r for r in run.by_period if int(r["period"]) == 0}
    for key, row in first.items():
        for kind in ("voice", "data"):
            floor = min(run.options[kind + "_floor"], float(row[kind + "_share"]))
            if abs(floor - float(row[kind + "_floor"])) > EPSILON:
                problems.append(f"{key}: {kind} floor {row[kind + '_floor']}, worked out {floor}")
    return problems


def check_crews(run):
    problems = []
    cells, sites = collections.Counter(), collections.defaultdict(set)
    swapped, handsets = set(), collections.Counter()
    for row in run.schedule:
        period = int(row["period"])
        cells[period] += row["action"] == "off"
        if row["visit_site"] == "1":
            sites[period].add(row["site_id"])
        if row["action"] == "swap_on":
            swapped.add(row["site_id"])
        if not 1 <= period <= run.options["periods"]:
            problems.append(f"{row['cell_id']}: period {period} is not one of the plan")
    for row in run.by_period:
        handsets[int(row["period"])] += number(row["handsets_subsidised"])
    for limit, used in (("max_cells_per_period", cells), ("max_sites_per_period", {p: len(s) for p, s in sites.items()})):
        if run.options[limit] > 0:
            problems += [f"{limit}: {n} in period {p}" for p, n in used.items() if n > run.options[limit]]
    problems += [f"{n} handsets subsidised in period {p}" for p, n in handsets.items()
                 if n > run.options["subsidised_handsets_per_period"]]
    swaps_million_vnd = len(swapped) * run.radio_million_vnd  # in full, also on masts whose radio is paid already
    if swaps_million_vnd > run.options["swap_budget_million_vnd"] + 1e-6:
        problems.append(f"swaps cost {swaps_million_vnd}")
    return problems


def check_costs(run):
    """Each mast with new cells pays for one radio, in the first of its rows; the sum with the handsets is the cost."""
    problems = []
    equipped = set()
    for row in run.schedule:
        is_paid = row["action"] != "off" and row["site_id"] not in equipped
        due = run.radio_million_vnd if is_paid else 0.0
        if is_paid:
            equipped.add(row["site_id"])
        if abs(number(row["cost_million_vnd"]) - due) > 0.006:
            problems.append(f"{row['cell_id']}: {row['action']} costs {row['cost_million_vnd']}, worked out {due}")
    handsets = sum(number(row["handsets_subsidised"]) for row in run.by_period)
    cost = len(equipped) * run.radio_million_vnd + handsets * run.handset_million_vnd
    if abs(run.summary["cost_million_vnd"] - cost) > 0.006:
        problems.append(f"cost {run.summary['cost_million_vnd']}, worked out {cost}")
    return problems


def check_cells(run):
    problems = []
    for cell_id in run.off:
        cell = run.cell(cell_id)
        if cell.exempt or cell.technology != run.options["technology"]:
            problems.append(f"{cell_id} is switched off but is exempt or of another technology")
    left = sum(1 for c in run.cells.values()
               if c.technology == run.options["technology"] and not c.exempt and c.cell_id not in run.off)
    print(f"{len(run.off)} cells off, {left} left on, {len(run.on)} new cells on")
    return problems


def check_guard(run):
    """At every point that a refarmed carrier covers no blocking cell that is on is heard above the guard level."""
    problems = []
    heard, covered = collections.defaultdict(list), collections.defaultdict(list)
    for hamlet, point, cell_id, level_dbm, sigma_l_db in run.levels:
        if cell_id in run.cells and level_dbm > run.options["guard_level_dbm"] + 0.005:
            heard[hamlet, point].append(cell_id)
        elif cell_id in run.new_cells and run.covers(run.cell(cell_id), level_dbm, sigma_l_db, ROUNDING):
            covered[cell_id].append((hamlet, point))
    for cell_id, (period, row) in run.on.items():
        if row["action"] != "refarm_on":
            continue
        carrier = run.cell(cell_id)
        blocking = {other for place in covered[cell_id] for other in heard[place] if run.cell(other).may_block(carrier)}
        problems += [f"{cell_id} is on from period {period} while {other} is heard" for other in sorted(blocking)
                     if run.is_on(other, period)]
    return problems


def check_refarmed_carriers_cover(run):
    """Every carrier that starts covers a sample point itself."""
    covering = {cell_id for _, _, cell_id, level_dbm, sigma_l_db in run.levels
                if cell_id in run.new_cells and run.covers(run.cell(cell_id), level_dbm, sigma_l_db, -ROUNDING)}
    return [f"{cell_id} starts and covers no sample point" for cell_id, (_, row) in run.on.items()
            if row["action"] == "refarm_on" and cell_id not in covering]


def check(scenario, run_folder, options=None):
    """What is wrong, in words."""
    run = Run(scenario, run_folder, options)
    return check_cells(run) + check_crews(run) + check_floors(run) + check_guard(run) + \
        check_costs(run) + check_refarmed_carriers_cover(run)


if __name__ == "__main__":
    found = check(sys.argv[1], sys.argv[2])
    print("\n".join(found[:30]) if found else "every rule holds")
    sys.exit(1 if found else 0)
