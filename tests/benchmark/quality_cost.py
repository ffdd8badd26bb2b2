#!/usr/bin/env python3
"""What quality of service costs: a run with SINR and throughput against one without.

    tests/benchmark/quality_cost.py CASE [--rounds N] [--cell-size-m M]

Runs build/release/phusong by turns with and without `coverage.quality`, N times (default 3), on CASE: the
folder of a scenario, or of tables as in ../shared/cases. Rows:

    first     without a path-loss store: every path is computed
    again     with all losses in the store

Prints for each row and stage the median of both with the least and the greatest, and the ratio of the medians: seconds,
processor seconds of the whole process, and its peak memory. Ends with 1 where the whole first run with quality takes
more than 1.5 times the processor seconds of the one without.
"""

import argparse
import pathlib
import statistics
import sys
import tempfile

from against import PROJECT, measured, report, scenario_of

MOST_RATIO = 1.5
SIDES = {"base": "false", "new": "true"}


def measure(program, scenario, folder, options):
    """Side -> row -> what a run takes, once: first both without a store, then both from one that a run has filled."""
    store = folder / "store"
    found = {side: {} for side in SIDES}
    for row, how in (("first", ("--no-store",)), ("again", ("--store", str(store)))):
        for side, quality in SIDES.items():
            found[side][row] = measured(program, scenario, folder / "run",
                                        (*how, "--set", f"coverage.quality={quality}", *options))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cell-size-m", type=float)
    arguments = parser.parse_args()
    options = ("--set", f"terrain.cell_size_m={arguments.cell_size_m}") if arguments.cell_size_m else ()
    program = PROJECT / "build/release/phusong"
    results = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory(prefix="phusong-quality-") as name:
        folder = pathlib.Path(name)
        scenario = scenario_of(arguments.case.resolve(), folder)
        measured(program, scenario, folder / "run", ("--store", str(folder / "store"), *options))
        for _ in range(arguments.rounds):
            for side, rows in measure(program, scenario, folder, options).items():
                results[side].append(rows)
    print("base: coverage.quality = false; new: true")
    report(results)
    took = {side: statistics.median(rows["first"]["processor"] for rows in results[side]) for side in SIDES}
    ratio = took["new"] / took["base"]
    print(f"\nquality costs {ratio:.3f} times the processor seconds of a first run; at most {MOST_RATIO} is allowed")
    return 0 if ratio <= MOST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
