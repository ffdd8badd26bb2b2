"""What 100,000 measurements take to calibrate: within 30 s on two idle cores, so 60 s of processor time.

    calibrate.py [--measurements N] [--seed N]    prints times and memory; fails beyond the target
"""

import argparse
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests/end-to-end"))

import drive  # noqa: E402
import harness  # noqa: E402

TARGET_CPU_S = 60.0
PROVINCE = ["--size-km", "60", "--cell-m", "90", "--hamlets", "600", "--masts", "60", "--seed", "4"]


def measurements(folder, count, seed):
    """A table of that many rows, at the sample points of a synthetic province and a little beside them."""
    harness.phusong("synth", folder / "province", *PROVINCE)
    harness.phusong("coverage", folder / "province", "-o", folder / "run", "--keep-levels", "-q",
                    "--set", "coverage.rasters=false")
    levels = list(drive.kept_levels(folder / "run", folder / "province/cells.csv"))
    chosen = random.Random(seed).choices(levels, k=count)
    rows = list(drive.measured(chosen, seed + 1))  # other numbers than those that chose
    harness.write_rows(folder / "measurements.csv", rows)
    return folder / "measurements.csv"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measurements", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        table = measurements(folder, arguments.measurements, arguments.seed)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.monotonic()
        done = subprocess.run([harness.PROGRAM, "calibrate", str(folder / "province"), "--measurements", str(table),
                               "-o", str(folder / "calibration"), "-q", "--set", "report.language=en"],
                              capture_output=True, text=True, check=True)
        wall_s = time.monotonic() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(done.stdout)
    print(f"{arguments.measurements} measurements: {wall_s:.1f} s, {cpu_s:.1f} s of processor time (target "
          f"{TARGET_CPU_S:.0f} s), {after.ru_maxrss / 1024:.0f} MiB at most")
    return 0 if cpu_s <= TARGET_CPU_S else 1


if __name__ == "__main__":
    sys.exit(main())
