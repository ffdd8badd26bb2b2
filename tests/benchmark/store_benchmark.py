#!/usr/bin/env python3
"""What the path-loss store saves: a scenario is run without losses to read, with them, and with other thresholds.

    tests/benchmark/store_benchmark.py SCENARIO [option of phusong run]...

Prints the share of the first run's time that the others take, paths computed and read, and bytes kept a path.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PHUSONG", str(PROJECT / "build/release/phusong"))
OTHER_THRESHOLDS = ("--set", 'service.threshold_dbm."4G"=-105', "--set", "service.location_probability=0.8")


def run(folder, name, *options):
    """timings.json of a run with the store in `folder`."""
    output = folder / name
    subprocess.run([PROGRAM, "run", *options, "-o", output, "--store", folder / "store", "-q"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(output / "timings.json", encoding="utf-8") as file:
        return json.load(file)


def seconds(timings, stage=None):
    return sum(entry["seconds"] for entry in timings["stages"] if stage in (None, entry["stage"]))


def describe(name, timings, cold):
    shares = [f"{label} {100 * seconds(timings, stage) / seconds(cold, stage):.0f} %"
              for label, stage in (("whole run", None), ("hamlets", "hamlets"), ("maps", "maps"))]
    paths = [timings["hamlet_paths"], timings["map_paths"]]
    print(f"{name}: {', '.join(shares)}; {sum(kind['computed'] for kind in paths)} paths computed, "
          f"{sum(kind['read'] for kind in paths)} read")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    scenario = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="phusong-store-") as name:
        folder = pathlib.Path(name)
        cold = run(folder, "cold", *scenario)
        describe("nothing in the store", cold, cold)
        describe("the same again", run(folder, "warm", *scenario), cold)
        describe("other thresholds", run(folder, "thresholds", *scenario, *OTHER_THRESHOLDS), cold)
        kept = sum(path.stat().st_size for path in (folder / "store").rglob("*.loss"))
        paths = cold["hamlet_paths"]["computed"] + cold["map_paths"]["computed"]
        print(f"kept: {kept / 1e6:.1f} MB, {kept / paths:.2f} bytes a path with all its frequencies")


if __name__ == "__main__":
    main()
