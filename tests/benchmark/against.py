#!/usr/bin/env python3
"""How fast whole runs are, and how much memory they take, against an earlier commit.

    tests/benchmark/against.py COMMIT CASE [--rounds N] [--only ROW...] [--picture FILE.svg]

Builds COMMIT aside (in build/against, once), and runs it and build/release/phusong by turns, N times (default 3), on
CASE: the folder of a scenario, or of tables as in ../shared/cases. Rows:

    first     with an empty path-loss store
    again     after a change of tilt of every cell or of a threshold, with the losses of the first run in the store
    mast      one mast of the case, 20 km, 30 m cells, without a store

Quality of service (SINR, throughput) is left out: the earlier program has none; quality_cost.py measures it.

Prints for each row and stage the median of both with the least and the greatest, and the ratio of the medians:
seconds, processor seconds of the whole process, and its peak memory. Draws the stages of both as bars into FILE.svg.
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests/end-to-end"))

import cases  # noqa: E402 (it lies beside the end-to-end tests)
from build_time import clone_of_commit, git  # noqa: E402

ROWS = ("first", "again", "mast")
# What the earlier commit does not do at all is left out on both sides.
WITHOUT_QUALITY = ("--set", "coverage.quality=false")
CHANGED = ("--set", 'service.threshold_dbm."4G"=-105')


def program_of(commit):
    """The program of the commit, built in a clone of its own where that is not done yet."""
    sha = git("rev-parse", commit).strip()
    folder = PROJECT / "build/against" / sha[:12]
    program = folder / "build/release/phusong"
    if not program.exists():
        print(f"building {sha[:12]} in {folder}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        clone_of_commit(sha, folder)
        for command in (["cmake", "--preset", "release", "-DPHUSONG_BUILD_TESTS=OFF", "--log-level=ERROR"],
                        ["cmake", "--build", "--preset", "release", "--target", "phusong"]):
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return program


def scenario_of(case, folder):
    """The case as a scenario folder."""
    if (case / "scenario.toml").exists():
        return case
    return cases.write_case(case, folder / "scenario")


def one_mast(case, folder):
    """The case with the cells of its first mast alone, at 30 m, and the hamlets that it has."""
    if (case / "scenario.toml").exists():
        return None
    scenario = cases.write_case(case, folder / "mast")
    with open(case / "cells.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    mine = [row for row in rows if row["site_id"] == rows[0]["site_id"]]
    with open(scenario / "cells.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(mine)
    text = (scenario / "scenario.toml").read_text(encoding="utf-8")
    text = text.replace(f'"{case}/cells.csv"', '"cells.csv"')
    (scenario / "scenario.toml").write_text(text, encoding="utf-8")
    return scenario


def knows_quality(program):
    """Whether the program has the key coverage.quality."""
    defaults = subprocess.run([str(program), "check", "--defaults"], check=True, capture_output=True, text=True).stdout
    return "\nquality = " in defaults


def measured(program, scenario, output, options):
    """Stage -> seconds, with "whole", "processor" and "memory" (MB) of the process."""
    command = [str(program), "run", str(scenario), "-o", str(output), "-q", *options]
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    took_s = time.monotonic() - begin
    if process.returncode not in (0, 4):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{error.decode()[-2000:]}")
    values = {"whole": took_s, "processor": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024}
    timings = json.loads((output / "timings.json").read_text(encoding="utf-8"))
    for stage in timings["stages"]:
        values[stage["stage"]] = values.get(stage["stage"], 0.0) + stage["seconds"]
    shutil.rmtree(output)
    return values


def rows_of(program, asked, folder, case):
    """Row -> what one program takes for it, once."""
    common = WITHOUT_QUALITY if knows_quality(program) else ()
    scenario = scenario_of(case, folder)
    store = folder / "store"
    found = {}
    if "first" in asked or "again" in asked:
        found["first"] = measured(program, scenario, folder / "run", ("--store", str(store), *common))
    if "again" in asked:
        found["again"] = measured(program, scenario, folder / "run", ("--store", str(store), *CHANGED, *common))
    mast = one_mast(case, folder) if "mast" in asked else None
    if mast is not None:
        options = ("--no-store", "--set", "terrain.cell_size_m=30", "--set",
                   'propagation.max_range_km={"2G"=20,"3G"=20,"4G"=20,"5G"=20}', *common)
        found["mast"] = measured(program, mast, folder / "run", options)
    return {row: values for row, values in found.items() if row in asked}


def text_of(values):
    return f"{statistics.median(values):9.2f} ({min(values):.2f} … {max(values):.2f})"


def report(results):
    """results: side -> list of rows_of()."""
    base, new = results["base"], results["new"]
    for row in base[0]:
        print(f"\n{row}\n{'':18}{'base':>30}{'new':>30}{'ratio':>8}")
        for stage in dict.fromkeys([*base[0][row], *new[0][row]]):
            old = [of[row].get(stage, 0.0) for of in base]
            now = [of[row].get(stage, 0.0) for of in new]
            ratio = statistics.median(now) / statistics.median(old) if statistics.median(old) > 0.01 else float("nan")
            print(f"{stage:18}{text_of(old):>30}{text_of(now):>30}{ratio:8.3f}", flush=True)


COLOURS = {"read inputs": "#8da0cb", "hamlets": "#66a61e", "maps": "#1f78b4", "write maps": "#e6ab02", "other": "#999999"}
TITLES = {"first": "first run", "again": "again from the store", "mast": "one mast, 30 m"}


def parts_of(values):
    """Stage -> seconds, with what no stage counts as "other"."""
    parts = {stage: values.get(stage, 0.0) for stage in COLOURS if stage != "other"}
    return {**parts, "other": max(0.0, values["whole"] - sum(parts.values()))}


def picture(results, commit):
    """A bar for each row and side, as long as the row's run took; the base of each row fills the width."""
    width, left, bar, gap = 790, 220, 20, 26
    rows = list(results["base"][0])
    text = ['<g font-family="sans-serif" font-size="13" fill="#222">']
    y = 34
    for number, (stage, colour) in enumerate(COLOURS.items()):
        x = left + 110 * number
        text.append(f'<rect x="{x}" y="10" width="12" height="12" fill="{colour}"/><text x="{x + 17}" y="21">{stage}</text>')
    for row in rows:
        longest = max(statistics.median(of[row]["whole"] for of in results[side]) for side in results)
        for side, title in (("base", f"{TITLES[row]}, {commit}"), ("new", "now")):
            middle = {stage: statistics.median(parts_of(of[row])[stage] for of in results[side]) for stage in COLOURS}
            x = left
            text.append(f'<text x="{left - 8}" y="{y + 15}" text-anchor="end">{title}</text>')
            for stage, seconds in middle.items():
                length = seconds / longest * (width - left - 60)
                text.append(f'<rect x="{x:.1f}" y="{y}" width="{length:.1f}" height="{bar}" fill="{COLOURS[stage]}"/>')
                x += length
            text.append(f'<text x="{x + 6:.1f}" y="{y + 15}">{sum(middle.values()):.1f} s</text>')
            y += bar + 4
        y += gap - bar
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" width="{width}" height="{y}">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *text, "</g>", "</svg>", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commit")
    parser.add_argument("case", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=ROWS, default=ROWS)
    parser.add_argument("--picture", type=pathlib.Path)
    asked = parser.parse_args()
    programs = {"base": program_of(asked.commit), "new": PROJECT / "build/release/phusong"}
    results = {side: [] for side in programs}
    for number in range(asked.rounds):
        for side, program in programs.items():
            with tempfile.TemporaryDirectory(prefix="phusong-against-") as folder:
                results[side].append(rows_of(program, asked.only, pathlib.Path(folder), asked.case.resolve()))
            print(f"round {number + 1}: {side} done", flush=True)
    report(results)
    if asked.picture:
        asked.picture.write_text(picture(results, asked.commit[:7]), encoding="utf-8")


if __name__ == "__main__":
    main()
