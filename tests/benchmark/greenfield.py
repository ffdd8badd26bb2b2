#!/usr/bin/env python3
"""A province without any station: how near to the optimum its plan comes, and what CBC alone finds in the same time.

    tests/benchmark/greenfield.py CASE [option of phusong plan]...

CASE: a folder with terrain.tif and hamlets.csv, such as ../shared/cases/ha-giang. Sites and cells are tables without
rows, hamlets with fixed broadband are the fibre nodes, candidates those of the defaults. The time is that of the search,
on all cores; the model that CBC gets is the one that the bound belongs to.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests/end-to-end"))
import cases  # noqa: E402
import harness  # noqa: E402

PLAN = """
[plan]
target = { technologies = ["3G", "4G"], hamlet_share = 0.985 }
"""
SITES = "site_id,name,operator,lon_deg,lat_deg,mast_height_m,status,backhaul,power\n"
CELLS = "cell_id,site_id,technology,frequency_mhz,bandwidth_mhz,antenna_height_agl_m,tx_power_dbm,antenna_gain_dbi\n"


def write_scenario(folder, case):
    crs, cell_size_m = cases.CASES.get(case.name, ("auto", 0))
    text = cases.SCENARIO.replace("{data}/sites.csv", "sites.csv").replace("{data}/cells.csv", "cells.csv")
    text = text.format(name=case.name, crs=crs, data=case, cell_size_m=cell_size_m)
    folder.mkdir()
    (folder / "scenario.toml").write_text(text + PLAN, encoding="utf-8")
    remove_stations(folder)
    return folder


def remove_stations(folder):
    """Tables of sites and cells without rows."""
    (folder / "sites.csv").write_text(SITES, encoding="utf-8")
    (folder / "cells.csv").write_text(CELLS, encoding="utf-8")


def results_of(run):
    """plan.json and timings.json of a run."""
    return [json.loads((run / name).read_text(encoding="utf-8")) for name in ("plan/plan.json", "timings.json")]


def seconds_of(timings, stage):
    """Of the first stage of that name: the search of the plan's own bound comes before that of the full model."""
    return next(entry["seconds"] for entry in timings["stages"] if entry["stage"] == stage)


def cbc_alone(model, seconds):
    """Objective and bound that `cbc` reaches, None where it finds nothing. It looks at its clock now and then only:
    where that is not in half the time again, what it has printed by then counts."""
    command = ["cbc", str(model), "-timeMode", "elapsed", "-sec", str(seconds), "-threads", str(os.cpu_count()), "-solve",
               "-quit"]
    try:
        text = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=1.5 * seconds + 60).stdout
    except subprocess.TimeoutExpired as late:
        text = (late.stdout or b"").decode()
    number = r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)"
    objective = re.findall(rf"^Objective value: +{number}", text, re.MULTILINE) or \
        re.findall(rf"Integer solution of {number} found", text)
    bound = objective if "Optimal solution found" in text else re.findall(rf"^Lower bound: +{number}", text, re.MULTILINE)
    return [float(found[-1]) if found else None for found in (objective, bound)]


def describe(name, objective, bound):
    if objective is None:
        print(f"{name}: nothing found")
    elif bound is None:
        print(f"{name}: objective {objective:.1f}")
    else:
        print(f"{name}: objective {objective:.1f}, bound {bound:.1f}, gap {100 * (1 - bound / objective):.2f} %")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    case = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="phusong-greenfield-") as name:
        folder = pathlib.Path(name)
        model = folder / "model.lp"
        subprocess.run([harness.PROGRAM, "plan", write_scenario(folder / "scenario", case), "-o", folder / "run", "-q",
                        "--no-store", "--write-model", model, *sys.argv[2:]], check=True)
        plan, timings = results_of(folder / "run")
        size, seconds = plan["size"], seconds_of(timings, "plan: select")
        print(f"{size['candidates']} candidates, {plan['hamlets']} hamlets, {plan['hamlets_after']} of them served")
        matrix_s = seconds_of(timings, "plan: coverage of candidates")
        print(f"matrix: {size['pairs_in_range']} pairs of site and point in {matrix_s:.1f} s, "
              f"{size['pairs_in_range'] / matrix_s:.0f} a second, {size['exact_paths']} of them exact paths")
        print(f"search: {seconds:.1f} s, stopped by {plan['stopped_by']}", flush=True)
        describe("phusong", plan["objective"], plan["lower_bound"])
        describe("CBC alone", *cbc_alone(model, max(1.0, seconds)))


if __name__ == "__main__":
    main()
