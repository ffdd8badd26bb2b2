#!/usr/bin/env python3
"""How the planner grows: synthetic provinces without any station, of 100 to 100,000 candidates, planned from the ground.

    tests/benchmark/plan_sizes.py [SECONDS of a search [GREATEST number of candidates [option of phusong plan]...]]

For each size: the coverage matrix and its pairs of site and point a second, the search's time, objective, bound and gap
(each station with backhaul of its own), the objective with shared backhaul, and the greatest memory of the whole run.
A province has one hamlet for about 4 km², as mountain provinces have.
"""

import math
import os
import pathlib
import subprocess
import sys
import tempfile

import greenfield

SIZES = (100, 300, 1000, 3000, 10000, 30000, 100000)
CANDIDATES_OF_HAMLET = 5.6
KM2_OF_HAMLET = 4.0


def measured(command):
    """Runs a command; the most memory that it had, in MiB."""
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 4):
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_maxrss / 1024


def make_province(folder, candidates):
    hamlets = max(5, round(candidates / CANDIDATES_OF_HAMLET))
    side_km = math.sqrt(hamlets * KM2_OF_HAMLET)
    subprocess.run([greenfield.harness.PROGRAM, "synth", folder, "--hamlets", str(hamlets), "--masts", "1",
                    "--size-km", f"{side_km:.1f}", "--cell-m", "90"], check=True, stdout=subprocess.DEVNULL)
    greenfield.remove_stations(folder)
    return folder


def measure(folder, candidates, seconds, options):
    province = make_province(folder / "province", candidates)
    run = folder / "run"
    memory_mib = measured([greenfield.harness.PROGRAM, "plan", province, "-o", run, "-q", "--no-store", "--set",
                           f"plan.time_limit_s={seconds:g}", *options])
    plan, timings = greenfield.results_of(run)
    matrix_s = greenfield.seconds_of(timings, "plan: coverage of candidates")
    search_s = greenfield.seconds_of(timings, "plan: select")
    pairs = plan["size"]["pairs_in_range"]
    print(f"{plan['size']['candidates']:>10} {plan['hamlets']:>8} {plan['hamlets_after']:>8} {matrix_s:>9.1f} "
          f"{pairs / max(matrix_s, 1e-3) / 1e6:>8.2f} {search_s:>9.1f} {plan['objective']:>12.0f} "
          f"{plan['lower_bound']:>12.0f} {100 * plan['gap']:>6.2f} {plan['stopped_by']:>8} "
          f"{plan['full_model']['objective']:>12.0f} {timings['seconds']:>8.0f} {memory_mib:>8.0f}", flush=True)


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    greatest = float(sys.argv[2]) if len(sys.argv) > 2 else 10000
    print(f"{'candidates':>10} {'hamlets':>8} {'served':>8} {'matrix s':>9} {'Mpairs/s':>8} {'search s':>9} "
          f"{'objective':>12} {'bound':>12} {'gap %':>6} {'stopped':>8} {'shared':>12} {'run s':>8} {'MiB':>8}", flush=True)
    for candidates in SIZES:
        if candidates > greatest:
            break
        with tempfile.TemporaryDirectory(prefix="phusong-sizes-") as name:
            measure(pathlib.Path(name), candidates, seconds, sys.argv[3:])


if __name__ == "__main__":
    main()
